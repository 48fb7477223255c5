import { PortalAccount } from "../components/portal-account/portal-account.ts";
import { define } from "../lib/define.ts";

define("portal-account", PortalAccount);

export { PortalAccount };
