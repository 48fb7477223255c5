import type { PortalView } from "./route.ts";

const loaders: Record<PortalView, () => Promise<unknown>> = {
  overview: () => import("../define/portal-overview.ts"),
  appointments: () => import("../define/portal-appointments.ts"),
  tasks: () => import("../define/portal-tasks.ts"),
  notes: () => import("../define/portal-notes.ts"),
  profile: () => import("../define/portal-profile.ts"),
  login: () => import("../define/portal-login.ts"),
  register: () => import("../define/portal-register.ts"),
};

/** Fetches and registers what a page is made of; the browser keeps it. */
export const loadView = (view: PortalView): Promise<unknown> => loaders[view]();
