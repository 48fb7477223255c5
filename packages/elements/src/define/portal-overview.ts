import { PortalOverview } from "../components/portal-overview/portal-overview.ts";
import { define } from "../lib/define.ts";

define("portal-overview", PortalOverview);

export { PortalOverview };
