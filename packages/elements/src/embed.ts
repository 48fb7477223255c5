// The CDN entry: what the page uses is fetched when it is there, each element in its own file.
import { loadView, views } from "./lib/views.ts";
import type { View } from "./lib/views.ts";

const selector = views.map((view) => `portal-${view}:not(:defined)`).join();

// By a symbol, as this file shares no module with the rest: it is at two addresses, the evergreen and its version's.
const begun: Map<string, Promise<Response>> = ((globalThis as never)[Symbol.for("portico.begun")] ??=
  new Map() as never);

/** Asks for the session while what needs the answer (portal-store.ts) is still on its way; tells whether there is one. */
function beginSession(element: Element): boolean {
  const organization = element.getAttribute("organization");
  const api = (element.getAttribute("api-url") || new URL(import.meta.url).origin).replace(/\/$/, "");
  const name = `portico:${api}:${organization}`;
  try {
    // The client's marker (tabs.ts): without it there may be nobody to ask for.
    if (element.hasAttribute("demo") || localStorage[name] !== "signed-in") return false;
  } catch {
    return false;
  }
  if (!begun.has(name)) {
    const answer = fetch(`${api}/portal/auth/refresh`, {
      method: "POST",
      credentials: "include",
      headers: { "Content-Type": "application/json", "X-Requested-With": "portico" },
      body: JSON.stringify({ organization }),
      signal: AbortSignal.timeout(15_000),
    });
    // Nobody may come for it; whoever does hears of a failure.
    answer.catch(() => {});
    begun.set(name, answer);
  }
  return true;
}

function scan(root: ParentNode): void {
  for (const element of root.querySelectorAll(selector)) {
    void loadView(element.localName.slice("portal-".length) as View);
    // Whoever is signed in sees the overview next: it comes together with the dashboard, not after it.
    if (beginSession(element) && element.localName === "portal-dashboard") void loadView("overview");
  }
}

scan(document);
new MutationObserver((records) => {
  if (records.some((record) => record.addedNodes.length)) scan(document);
}).observe(document, { childList: true, subtree: true });
