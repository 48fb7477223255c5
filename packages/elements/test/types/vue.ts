// What Vue's templates take: Volar reads the tags out of `GlobalComponents`, and an attribute by its camel-case name.
import type { PortalLoginEvent, PortalTaskCompletedEvent } from "@portico/elements";
import type {} from "@portico/elements/vue";
import type { GlobalComponents } from "vue";

type Props<Tag extends "portal-dashboard" | "portal-login" | "portal-notes" | "portal-tasks"> = Parameters<
  GlobalComponents[Tag]
>[0];

/** A dashboard's props. */
export const right: Props<"portal-dashboard"> = {
  class: ["wide"],
  organization: "acme",
  apiUrl: "https://portal.example.com",
  routing: "path",
  theme: "auto",
  demo: true,
  onPortalLogin: (event: PortalLoginEvent) => event.customer,
  onPortalTaskCompleted: ({ task }) => task.title satisfies string,
};

// @ts-expect-error -- no such theme
export const wrongTheme: Props<"portal-dashboard"> = { theme: "purple" };
// @ts-expect-error -- only the dashboard has pages
export const wrongAttribute: Props<"portal-tasks"> = { routing: "hash" };
export const wrongEvent: Props<"portal-login"> = {
  // @ts-expect-error -- another event's class
  onPortalLogin: (event: PortalTaskCompletedEvent) => event,
};
// @ts-expect-error -- a login form completes no task
export const noEvent: Props<"portal-login"> = { onPortalTaskCompleted: () => {} };
// @ts-expect-error -- no client
export const wrongClient: Props<"portal-notes"> = { client: "acme" };
