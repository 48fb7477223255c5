// The CDN entry: what the page uses is fetched when it is there, each element in its own file.
import { beginSession } from "./lib/begin.ts";
import type { Deployment } from "./lib/deployment.ts";
import { loadView, VERSION, views } from "./lib/views.ts";
import type { View } from "./lib/views.ts";

// Elements of two versions are no portal together: all come from whichever was there first.
const page = globalThis as { [key: symbol]: Deployment | undefined };
const { origin } = new URL(import.meta.url);
const first = (page[Symbol.for("portico")] ??= {
  version: VERSION,
  origin,
  views,
  loadView,
  begun: new Map(),
});
if (first.version !== VERSION)
  console.warn(`Portico ${VERSION} was loaded beside version ${first.version}; the first one stays in use.`);

const selector = views.map((view) => `portal-${view}:not(:defined)`).join();

function scan(root: ParentNode): void {
  for (const element of root.querySelectorAll(selector)) {
    void first.loadView(element.localName.slice("portal-".length) as View);
    // Whoever is signed in sees the overview next: it comes together with the dashboard, not after it.
    if (element.localName === "portal-dashboard" && beginSession(element, first))
      void first.loadView("overview");
  }
}

/** Looks after the elements in a shadow root as after those in the page, which cannot be seen into from outside. */
export function watch(root: Document | ShadowRoot): void {
  scan(root);
  new MutationObserver((records) => {
    if (records.some((record) => record.addedNodes.length)) scan(root);
  }).observe(root, { childList: true, subtree: true });
}

watch(document);
