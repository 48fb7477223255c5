/** Values of an address; what is null, empty or undefined is left out of it. */
export type Query = Record<string, string | number | boolean | null | undefined>;

const BASE = "/dashboard";

/**
 * Where the employee is. The address holds every state worth sharing; the organization stays in it, since one browser
 * may work for several.
 */
class Router {
  readonly #listeners = new Set<() => void>();

  constructor() {
    globalThis.addEventListener?.("popstate", () => this.#tell());
  }

  /** The path below /dashboard, without its slashes: `customers/0198…`. */
  get path(): string {
    return location.pathname.slice(BASE.length).replace(/^\/|\/$/g, "");
  }

  /** The values of the address. */
  get query(): URLSearchParams {
    return new URLSearchParams(location.search);
  }

  /** The address of a page. */
  href(path: string, query: Query = {}): string {
    const organization = this.query.get("organization");
    const params = new URLSearchParams(organization ? { organization } : {});
    for (const [name, value] of Object.entries(query)) {
      if (value !== null && value !== undefined && value !== "") params.set(name, String(value));
    }
    return `${BASE}${path && `/${path}`}${params.size ? `?${params}` : ""}`;
  }

  /** The address of the same page with some values changed. */
  hrefWith(changes: Query): string {
    const { organization: _, ...query } = Object.fromEntries(this.query);
    return this.href(this.path, { ...query, ...changes });
  }

  /** Goes to an address of `href()`. Typing replaces it, so that the back button does not lead through every letter. */
  go(href: string, { replace = false } = {}): void {
    if (href === location.pathname + location.search) return;
    if (replace) history.replaceState(history.state, "", href);
    else history.pushState(null, "", href);
    this.#tell();
  }

  /** Calls `listener` after every change; returns what ends that. */
  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Follows links to the console's own pages without loading them anew; all others are the browser's. */
  readonly follow = (event: MouseEvent): void => {
    const { defaultPrevented, button, metaKey, ctrlKey, shiftKey, altKey } = event;
    if (defaultPrevented || button || metaKey || ctrlKey || shiftKey || altKey) return;
    const link = event.composedPath().find((node) => node instanceof HTMLAnchorElement);
    if (!link || link.target || link.hasAttribute("download") || link.origin !== location.origin) return;
    if (link.pathname !== BASE && !link.pathname.startsWith(`${BASE}/`)) return;
    event.preventDefault();
    this.go(link.pathname + link.search);
  };

  #tell(): void {
    for (const listener of [...this.#listeners]) listener();
  }
}

/** The console's router. */
export const router = new Router();
