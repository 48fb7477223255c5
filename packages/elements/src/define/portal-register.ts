// Each of the two leads to the other in its own place; together they are one file.
import "./portal-login.ts";
import { PortalRegister } from "../components/portal-register/portal-register.ts";
import { define } from "../lib/define.ts";

define("portal-register", PortalRegister);

export { PortalRegister };
