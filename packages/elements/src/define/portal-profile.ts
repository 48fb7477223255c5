import { PortalProfile } from "../components/portal-profile/portal-profile.ts";
import { define } from "../lib/define.ts";

define("portal-profile", PortalProfile);

export { PortalProfile };
