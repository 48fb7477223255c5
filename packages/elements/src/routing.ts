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
  };
}

/** What is kept in a step of the history, beside whatever the page keeps there: where the portal is, and came from. */
const step = () => (history.state as { portal?: [at: string, from?: string] } | null)?.portal;

/** What tells the two addressed modes apart. */
interface Address {
  /** The portal's part of the address; undefined where the address says nothing about the portal. */
  read(): string | undefined;
  write(route: Route): string;
}

const addresses: Record<"hash" | "path", Address> = {
  hash: {
    // The page's own anchors are none of ours, and a mail's link may stand beside a route.
    read: () => (location.hash.startsWith("#portal/") ? location.hash.slice(8).split("&")[0] : step()?.[0]),
    write: (route) => `#portal/${segments(route)}`,
  },
  path: {
    read: () => location.pathname.replace(/^\/portal/, ""),
    write: (route) =>
      `/portal/${route.view === "overview" ? "dashboard" : segments(route)}${location.search}`,
  },
};

function addressRouter(mode: "hash" | "path", changed: () => void): Router {
  const address = addresses[mode];
  let last = overview;
  const write = (method: "pushState" | "replaceState", portal: string[], url?: string) =>
    history[method]({ ...history.state, portal }, "", url);
  return {
    get route() {
      const said = address.read();
      return said === undefined ? last : (last = parse(said) ?? overview);
    },
    href: address.write,
    go(route, replace = false) {
      const at = segments(this.route);
      // The way back must find its place also where the address there is the page's own.
      if (!replace) write("replaceState", [at, step()?.[1] ?? ""]);
      write(
        replace ? "replaceState" : "pushState",
        [segments(route), replace ? "" : at],
        address.write(route),
      );
      changed();
    },
    up(route) {
      if (step()?.[1] === segments(route)) history.back();
      else this.go(route, true);
    },
  };
}

/** Makes the router of a mode, `none` where it is no mode of ours; `changed` is called when it has gone somewhere. Steps of the browser\'s own are `popstate`. */
export const createRouter = (mode: RoutingMode, changed: () => void): Router =>
  mode in addresses ? addressRouter(mode as keyof typeof addresses, changed) : memoryRouter(changed);
