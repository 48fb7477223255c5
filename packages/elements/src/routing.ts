import { authViews } from "./lib/route.ts";
import type { PortalView, Route } from "./lib/route.ts";

/** Where the portal's place is kept: inside the element, in the address's hash, or in its path. */
export type RoutingMode = "none" | "hash" | "path";

/** Keeps the portal's place. */
export interface Router {
  /** Where the portal is now. */
  readonly route: Route;
  /** An address for links, where routes have one. */
  href(route: Route): string | undefined;
  /** Goes there; `replace` leaves no step for the back button. */
  go(route: Route, replace?: boolean): void;
  /** Leaves what is opened for what is around it: a step back where that is where it was opened from. */
  up(route: Route): void;
  /** Stops listening to the page. */
  dispose(): void;
}

const views: readonly PortalView[] = ["overview", "appointments", "tasks", "notes", "profile", ...authViews];
const segments = (route: Route) =>
  [route.view, ...(route.id ? [encodeURIComponent(route.id)] : [])].join("/");

function parse(path: string): Route | undefined {
  const [name = "", id] = path.split("/").filter(Boolean);
  const view = (name === "dashboard" || !name ? "overview" : name) as PortalView;
  if (!views.includes(view)) return undefined;
  try {
    return id ? { view, id: decodeURIComponent(id) } : { view };
  } catch {
    return { view };
  }
}

const overview: Route = { view: "overview" };

// Never touches the page's history: the place is the element's own.
function memoryRouter(changed: () => void): Router {
  let route = overview;
  return {
    get route() {
      return route;
    },
    href: () => undefined,
    go(next) {
      route = next;
      changed();
    },
    up(next) {
      this.go(next);
    },
    dispose() {},
  };
}

/** What tells the two addressed modes apart. */
interface Address {
  read(): Route;
  write(route: Route): string;
}

const addresses: Record<"hash" | "path", Address> = {
  hash: {
    read: () =>
      (location.hash.startsWith("#portal/") ? parse(location.hash.slice(8)) : undefined) ?? overview,
    write: (route) => `#portal/${segments(route)}`,
  },
  path: {
    read: () => parse(location.pathname.replace(/^\/portal/, "")) ?? overview,
    write: (route) =>
      `/portal/${route.view === "overview" ? "dashboard" : segments(route)}${location.search}`,
  },
};

function addressRouter(mode: "hash" | "path", changed: () => void): Router {
  const address = addresses[mode];
  addEventListener("popstate", changed);
  return {
    get route() {
      return address.read();
    },
    href: address.write,
    go(route, replace = false) {
      const from = replace ? null : segments(address.read());
      history[replace ? "replaceState" : "pushState"]({ from }, "", address.write(route));
      changed();
    },
    up(route) {
      if ((history.state as { from?: string } | null)?.from === segments(route)) history.back();
      else this.go(route, true);
    },
    dispose: () => removeEventListener("popstate", changed),
  };
}

/** Makes the router of a mode, `none` where it is no mode of ours; `changed` is called whenever the place is another one. */
export const createRouter = (mode: RoutingMode, changed: () => void): Router =>
  mode in addresses ? addressRouter(mode as keyof typeof addresses, changed) : memoryRouter(changed);
