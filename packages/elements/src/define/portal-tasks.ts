import { PortalTasks } from "../components/portal-tasks/portal-tasks.ts";
import { define } from "../lib/define.ts";

define("portal-tasks", PortalTasks);

export { PortalTasks };
