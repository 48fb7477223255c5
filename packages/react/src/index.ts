// Written by `npm run generate` from packages/elements/custom-elements.json.
export { PortalAppointments } from "./generated/portal-appointments.ts";
export type { PortalAppointmentsElement, PortalAppointmentsProps } from "./generated/portal-appointments.ts";
export { PortalDashboard } from "./generated/portal-dashboard.ts";
export type { PortalDashboardElement, PortalDashboardProps } from "./generated/portal-dashboard.ts";
export { PortalInvitation } from "./generated/portal-invitation.ts";
export type { PortalInvitationElement, PortalInvitationProps } from "./generated/portal-invitation.ts";
export { PortalLogin } from "./generated/portal-login.ts";
export type { PortalLoginElement, PortalLoginProps } from "./generated/portal-login.ts";
export { PortalNotes } from "./generated/portal-notes.ts";
export type { PortalNotesElement, PortalNotesProps } from "./generated/portal-notes.ts";
export { PortalProfile } from "./generated/portal-profile.ts";
export type { PortalProfileElement, PortalProfileProps } from "./generated/portal-profile.ts";
export { PortalRegister } from "./generated/portal-register.ts";
export type { PortalRegisterElement, PortalRegisterProps } from "./generated/portal-register.ts";
export { PortalTasks } from "./generated/portal-tasks.ts";
export type { PortalTasksElement, PortalTasksProps } from "./generated/portal-tasks.ts";
export type { HostProps } from "./wrap.ts";
export type {
  PortalBeforeLogoutEvent,
  PortalBeforeNavigateEvent,
  PortalEmailChangedEvent,
  PortalErrorEvent,
  PortalInvitationAcceptedEvent,
  PortalLoginEvent,
  PortalLogoutEvent,
  PortalNavigateEvent,
  PortalPasswordChangedEvent,
  PortalProfileUpdatedEvent,
  PortalReadyEvent,
  PortalSessionEndedEvent,
  PortalTaskCompletedEvent,
  PortalTaskReopenedEvent,
} from "@portico/elements";
