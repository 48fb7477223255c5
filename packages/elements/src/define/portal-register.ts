import { PortalRegister } from "../components/portal-register/portal-register.ts";
import { define } from "../lib/define.ts";

define("portal-register", PortalRegister);

export { PortalRegister };
