import type { LinkView, PortalView } from "./route.ts";

/** What is fetched when it is first shown. */
export type View = PortalView | LinkView | "account";

const loaders: Record<View, () => Promise<unknown>> = {
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

/** Fetches and registers what a page is made of; the browser keeps it. */
export const loadView = (view: View): Promise<unknown> => loaders[view]();
