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
  | "import"
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
  home: {
    path: /^$/,
    element: "console-home",
    load: () => import("../pages/home/home.ts"),
  },
  customers: {
    path: /^customers$/,
    element: "console-customers",
    load: () => import("../pages/customers/customers.ts"),
  },
  customer: {
    path: /^customers\/([\w-]+)(?:\/(appointments|tasks|notes|account|history|preview))?$/,
    element: "console-customer",
    load: () => import("../pages/customer/customer.ts"),
  },
  tasks: { path: /^tasks$/, element: "console-tasks", load: () => import("../pages/tasks/tasks.ts") },
  notes: { path: /^notes$/, element: "console-notes", load: () => import("../pages/notes/notes.ts") },
  keys: {
    path: /^api-keys$/,
    element: "console-keys",
    load: () => import("../pages/keys/keys.ts"),
  },
  data: {
    path: /^data$/,
    element: "console-data",
    load: () => import("../pages/data/data.ts"),
  },
  mails: {
    path: /^mails$/,
    element: "console-mails",
    load: () => import("../pages/mails/mails.ts"),
  },
  audit: {
    path: /^audit-log$/,
    element: "console-audit",
    load: () => import("../pages/audit/audit.ts"),
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
  setup: { path: /^setup$/, element: "console-setup", load: () => import("../pages/setup/setup.ts") },
  embed: { path: /^embed$/, element: "console-embed", load: () => import("../pages/embed/embed.ts") },
  employees: {
    path: /^employees$/,
    element: "console-employees",
    load: () => import("../pages/employees/employees.ts"),
  },
  invitations: {
    path: /^invitations$/,
    element: "console-invitations",
    load: () => import("../pages/invitations/invitations.ts"),
  },
  import: {
    path: /^invitations\/import(?:\/([\da-f-]{36}))?$/,
    element: "console-import",
    load: () => import("../pages/invitations/import.ts"),
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
