import { PortalReset } from "../components/portal-reset/portal-reset.ts";
import { define } from "../lib/define.ts";

define("portal-reset", PortalReset);

export { PortalReset };
