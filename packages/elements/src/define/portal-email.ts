import { PortalEmail } from "../components/portal-email/portal-email.ts";
import { define } from "../lib/define.ts";

define("portal-email", PortalEmail);

export { PortalEmail };
