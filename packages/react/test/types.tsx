// What the components take; the typecheck stage reads this file, nothing runs it.
import { createRef } from "react";
import type { PortalClient } from "@portico/client";
import { PortalDashboard, PortalLogin, PortalNotes, PortalTasks } from "@portico/react";
import type { PortalDashboardElement, PortalLoginEvent, PortalTaskCompletedEvent } from "@portico/react";
import { PortalTasks as Tasks } from "@portico/react/portal-tasks";

declare const client: PortalClient;
const dashboard = createRef<PortalDashboardElement>();

export const right = [
  <PortalDashboard
    key="dashboard"
    ref={dashboard}
    className="wide"
    style={{ minHeight: "44rem" }}
    organization="acme"
    apiUrl="https://portal.example.com"
    routing="hash"
    theme="dark"
    demo
    onPortalLogin={(event) => event.customer.name satisfies string}
    onPortalTaskCompleted={({ task }: PortalTaskCompletedEvent) => task.title}
  >
    <h1 slot="header">Acme</h1>
  </PortalDashboard>,
  <Tasks key="tasks" client={client} lang="de" dir="rtl" id="tasks" slot="main" hidden />,
];
dashboard.current?.navigateTo({ view: "tasks" });

export const wrong = [
  // @ts-expect-error -- no such theme
  <PortalDashboard key="1" theme="purple" />,
  // @ts-expect-error -- only the dashboard has pages
  <PortalTasks key="2" routing="hash" />,
  // @ts-expect-error -- another event's class
  <PortalLogin key="3" onPortalLogin={(event: PortalTaskCompletedEvent) => event.task} />,
  // @ts-expect-error -- a login form completes no task
  <PortalLogin key="4" onPortalTaskCompleted={(event: PortalLoginEvent) => event} />,
  // @ts-expect-error -- no client
  <PortalNotes key="5" client="acme" />,
  // @ts-expect-error -- another element's class
  <PortalNotes key="6" ref={dashboard} />,
  // @ts-expect-error -- nothing of it is for slots
  <PortalNotes key="7">Notes</PortalNotes>,
];
