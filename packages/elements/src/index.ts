// The classes, without registering them; `@portico/elements/define/…` registers one each.
export { PortalAppointments } from "./components/portal-appointments/portal-appointments.ts";
export { PortalDashboard } from "./components/portal-dashboard/portal-dashboard.ts";
export { PortalInvitation } from "./components/portal-invitation/portal-invitation.ts";
export { PortalLogin } from "./components/portal-login/portal-login.ts";
export { PortalNotes } from "./components/portal-notes/portal-notes.ts";
export { PortalProfile } from "./components/portal-profile/portal-profile.ts";
export { PortalRegister } from "./components/portal-register/portal-register.ts";
export { PortalTasks } from "./components/portal-tasks/portal-tasks.ts";
export * from "./events/events.ts";
export type { PortalTheme } from "./lib/portal-element.ts";
export type { PortalView, Route } from "./lib/route.ts";
export type { RoutingMode } from "./routing.ts";
export type { PortalTranslation } from "./localization/translation.ts";
export { VERSION } from "./lib/version.ts";
