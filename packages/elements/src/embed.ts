// The CDN entry: what the page uses is fetched when it is there, each element in its own file.
import { loadView, views } from "./lib/views.ts";
import type { View } from "./lib/views.ts";

// Elements of two versions are no portal together: all come from whichever was there first. The same version, by
// whatever path, is the same module.
const page = globalThis as { porticoLoad?: typeof loadView };
const load = (page.porticoLoad ??= loadView);
if (load !== loadView) console.warn("Portico is on this page in two versions; the first one stays in use.");

const selector = views.map((view) => `portal-${view}:not(:defined)`).join();

function scan(root: ParentNode): void {
  for (const { localName } of root.querySelectorAll(selector))
    void load(localName.slice("portal-".length) as View);
}

/** Looks after the elements in a shadow root as after those in the page, which cannot be seen into from outside. */
export function watch(root: Document | ShadowRoot): void {
  scan(root);
  new MutationObserver((records) => {
    if (records.some((record) => record.addedNodes.length)) scan(root);
  }).observe(root, { childList: true, subtree: true });
}

watch(document);
