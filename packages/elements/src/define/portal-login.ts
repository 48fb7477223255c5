import { PortalLogin } from "../components/portal-login/portal-login.ts";
import { define } from "../lib/define.ts";

define("portal-login", PortalLogin);

export { PortalLogin };
