import type { LinkView, PortalView } from "./route.ts";

export { VERSION } from "./version.ts";

/** What is fetched when it is first shown: each an element of the same name. */
export type View = PortalView | LinkView | "dashboard" | "account";

const loaders: Record<View, () => Promise<unknown>> = {
  dashboard: () => import("../define/portal-dashboard.ts"),
  overview: () => import("../define/portal-overview.ts"),
  appointments: () => import("../define/portal-appointments.ts"),
  tasks: () => import("../define/portal-tasks.ts"),
  notes: () => import("../define/portal-notes.ts"),
  profile: () => import("../define/portal-profile.ts"),
  account: () => import("../define/portal-account.ts"),
  login: () => import("../define/portal-login.ts"),
  register: () => import("../define/portal-register.ts"),
  reset: () => import("../define/portal-reset.ts"),
  invitation: () => import("../define/portal-invitation.ts"),
  email: () => import("../define/portal-email.ts"),
};

/** All of them. */
export const views = Object.keys(loaders) as View[];

/** Fetches and registers what a page is made of; the browser keeps it. */
export const loadView = (view: View): Promise<unknown> => loaders[view]();
