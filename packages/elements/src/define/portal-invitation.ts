import { PortalInvitation } from "../components/portal-invitation/portal-invitation.ts";
import { define } from "../lib/define.ts";

define("portal-invitation", PortalInvitation);

export { PortalInvitation };
