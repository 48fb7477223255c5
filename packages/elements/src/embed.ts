// The CDN entry: what the page uses is fetched when it is there, each element in its own file.
import { loadView } from "./lib/views.ts";
import type { View } from "./lib/views.ts";

const standalone: readonly View[] = [
  "login",
  "register",
  "invitation",
  "appointments",
  "tasks",
  "notes",
  "profile",
];

function load(name: string): void {
  const view = name.slice("portal-".length);
  if (view === "dashboard") void import("./define/portal-dashboard.ts");
  else if (standalone.includes(view as View)) void loadView(view as View);
}

const selector = ["dashboard", ...standalone].map((view) => `portal-${view}:not(:defined)`).join();

function scan(root: ParentNode): void {
  for (const element of root.querySelectorAll(selector)) load(element.localName);
}

scan(document);
new MutationObserver((records) => {
  if (records.some((record) => record.addedNodes.length)) scan(document);
}).observe(document, { childList: true, subtree: true });
