import { PortalElement } from "../../lib/portal-element.ts";

/** Placeholder. */
export class PortalLogin extends PortalElement {}
