// The CDN entry: what the page uses is fetched when it is there, each element in its own file.
import { isFirst } from "./lib/version.ts";
import { loadView, views } from "./lib/views.ts";
import type { View } from "./lib/views.ts";

const selector = views.map((view) => `portal-${view}:not(:defined)`).join();

function scan(root: ParentNode): void {
  for (const { localName } of root.querySelectorAll(selector))
    void loadView(localName.slice("portal-".length) as View);
}

/** Looks after the elements in a shadow root as after those in the page, which cannot be seen into from outside. */
export function watch(root: Document | ShadowRoot): void {
  if (!isFirst()) return;
  scan(root);
  new MutationObserver((records) => {
    if (records.some((record) => record.addedNodes.length)) scan(root);
  }).observe(root, { childList: true, subtree: true });
}

watch(document);
