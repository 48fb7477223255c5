import { PortalDashboard } from "../components/portal-dashboard/portal-dashboard.ts";
import { define } from "../lib/define.ts";

define("portal-dashboard", PortalDashboard);

export { PortalDashboard };
