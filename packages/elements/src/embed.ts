// The CDN entry: what the page uses is fetched when it is there, each element in its own file.
import { beginSession } from "./lib/begin.ts";
import { loadView, views } from "./lib/views.ts";
import type { View } from "./lib/views.ts";

const selector = views.map((view) => `portal-${view}:not(:defined)`).join();

function scan(root: ParentNode): void {
  for (const element of root.querySelectorAll(selector)) {
    void loadView(element.localName.slice("portal-".length) as View);
    // Whoever is signed in sees the overview next: it comes together with the dashboard, not after it.
    if (element.localName === "portal-dashboard" && beginSession(element)) void loadView("overview");
  }
}

scan(document);
new MutationObserver((records) => {
  if (records.some((record) => record.addedNodes.length)) scan(document);
}).observe(document, { childList: true, subtree: true });
