// The CDN entry: what the page uses is fetched when it is there, each element in its own file.
import { deployment } from "./lib/deployment.ts";
import { loadView, views } from "./lib/views.ts";
import type { View } from "./lib/views.ts";

deployment.origin = new URL(import.meta.url).origin;

const selector = views.map((view) => `portal-${view}:not(:defined)`).join();

function scan(root: ParentNode): void {
  for (const { localName } of root.querySelectorAll(selector))
    void loadView(localName.slice("portal-".length) as View);
}

scan(document);
new MutationObserver((records) => {
  if (records.some((record) => record.addedNodes.length)) scan(document);
}).observe(document, { childList: true, subtree: true });
