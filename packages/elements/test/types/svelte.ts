// What Svelte's markup takes: its language tools read the tags out of `SvelteHTMLElements`.
import type { PortalLoginEvent, PortalTaskCompletedEvent } from "@portico/elements";
import type {} from "@portico/elements/svelte";
import type { SvelteHTMLElements } from "svelte/elements";

/** A dashboard's attributes, in Svelte 5's words. */
export const right: SvelteHTMLElements["portal-dashboard"] = {
  class: "wide",
  organization: "acme",
  "api-url": "https://portal.example.com",
  routing: "path",
  theme: "auto",
  demo: true,
  "onportal-login": (event: PortalLoginEvent) => event.customer,
  "on:portal-task-completed": ({ task }) => task.title satisfies string,
};

// @ts-expect-error -- no such theme
export const wrongTheme: SvelteHTMLElements["portal-dashboard"] = { theme: "purple" };
// @ts-expect-error -- only the dashboard has pages
export const wrongAttribute: SvelteHTMLElements["portal-tasks"] = { routing: "hash" };
export const wrongEvent: SvelteHTMLElements["portal-login"] = {
  // @ts-expect-error -- another event's class
  "onportal-login": (event: PortalTaskCompletedEvent) => event,
};
// @ts-expect-error -- a login form completes no task
export const noEvent: SvelteHTMLElements["portal-login"] = { "onportal-task-completed": () => {} };
// @ts-expect-error -- no client
export const wrongClient: SvelteHTMLElements["portal-notes"] = { client: "acme" };
