import { PortalElement } from "../../lib/portal-element.ts";

/** Placeholder. */
export class PortalRegister extends PortalElement {}
