import { createPortalClient, type Task } from "@portico/client";
import { createDemoClient } from "@portico/elements/demo";
import "@portico/elements/define/portal-dashboard";
import { PortalTasks } from "@portico/elements/portal-tasks";

const portal = document.querySelector("portal-dashboard");
const output = document.querySelector("output");
portal?.addEventListener("portal-navigate", ({ route }) => {
  if (output) output.value = route.view;
});

// A page that is not the demo has a client of its own, or gives an element `organization` and `api-url`.
export const client = createPortalClient({ apiUrl: "https://portal.example.com", organization: "acme" });

/** The open tasks' titles, for a page that shows them itself. */
export async function titles(from = client): Promise<string[]> {
  const { items } = await from.listTasks({ status: ["OPEN"] });
  return items.map((task: Task) => task.title);
}

/** An element made by a script, under a name of the page's own. */
export function myTasks(): PortalTasks {
  customElements.define("my-tasks", class extends PortalTasks {});
  const tasks = document.createElement("my-tasks") as PortalTasks;
  tasks.client = createDemoClient();
  return tasks;
}
