// What React 19's own JSX takes; the typecheck stage reads this file, nothing runs it.
import type { PortalClient } from "@portico/client";
import type { PortalDashboard, PortalLoginEvent, PortalTaskCompletedEvent } from "@portico/elements";
import type {} from "@portico/elements/jsx";
import type { PortalJsx } from "@portico/elements/tags";

declare const client: PortalClient;

export const right = [
  <portal-dashboard
    key="dashboard"
    ref={(element: PortalDashboard | null) => element?.navigateTo({ view: "tasks" })}
    className="wide"
    organization="acme"
    api-url="https://portal.example.com"
    routing="hash"
    theme="dark"
    demo
    onportal-login={(event) => event.customer.name satisfies string}
    onportal-task-completed={({ task }: PortalTaskCompletedEvent) => task.title}
  >
    <h1 slot="header">Acme</h1>
  </portal-dashboard>,
  <portal-tasks key="tasks" client={client} lang="de" onClick={() => {}} />,
];

export const wrong = [
  // @ts-expect-error -- no such theme
  <portal-dashboard key="1" theme="purple" />,
  // @ts-expect-error -- only the dashboard has pages
  <portal-tasks key="2" routing="hash" />,
  // @ts-expect-error -- another event's class
  <portal-login key="3" onportal-login={(event: PortalTaskCompletedEvent) => event.task} />,
  // @ts-expect-error -- no client
  <portal-notes key="4" client="acme" />,
  // @ts-expect-error -- inside others, and not public
  <portal-overview key="5" />,
];

type Solid = PortalJsx<{ class?: string }, "on:">["portal-login"];

/** The same tags for JSX of other kinds. */
export const solid: Solid = { class: "wide", "on:portal-login": (event: PortalLoginEvent) => event.user };
// @ts-expect-error -- no such theme
export const wrongSolid: Solid = { theme: "purple" };
