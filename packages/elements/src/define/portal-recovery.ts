import { PortalRecovery } from "../components/portal-recovery/portal-recovery.ts";
import { define } from "../lib/define.ts";

define("portal-recovery", PortalRecovery);

export { PortalRecovery };
