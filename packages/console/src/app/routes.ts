/** What the side bar calls a page, and what it needs of whoever is signed in. */
export type PageName =
  | "home"
  | "setup"
  | "customers"
  | "customer"
  | "appointments"
  | "tasks"
  | "notes"
  | "invitations"
  | "embed"
  | "employees"
  | "keys"
  | "data"
  | "mails"
  | "audit"
  | "account"
  | "missing";

/** A page: the addresses that it has, its element, and where it comes from. */
interface PageRoute {
  /** Matched against the path below /dashboard; groups become the page's `params`. */
  path: RegExp;
  element: string;
  load: () => Promise<unknown>;
}

/** Every page of the console; each is fetched when it is first shown. */
export const routes: Partial<Record<PageName, PageRoute>> & { missing: PageRoute } = {
  customers: {
    path: /^customers$/,
    element: "console-customers",
    load: () => import("../pages/customers/customers.ts"),
  },
  appointments: {
    // No group: one appointment's address is a state of the same page.
    path: /^appointments(?:\/[\w-]+)?$/,
    element: "console-appointments",
    load: () => import("../pages/appointments/appointments.ts"),
  },
  account: {
    path: /^account$/,
    element: "console-account",
    load: () => import("../pages/account/account.ts"),
  },
  missing: { path: /^/, element: "console-missing", load: () => import("../pages/missing/missing.ts") },
};

/** The page of a path, and what the path names in it. */
export function routeOf(path: string): PageRoute & { name: PageName; params: string[] } {
  for (const [name, route] of Object.entries(routes)) {
    const match = route.path.exec(path);
    if (match) return { ...route, name: name as PageName, params: match.slice(1).filter(Boolean) };
  }
  return { ...routes.missing, name: "missing", params: [] };
}
