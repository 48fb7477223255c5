// @portico/server: Portico for an organization's own backend. Importing it does nothing.
export { createServerClient } from "./client.ts";
export type { ServerClient, ServerClientOptions } from "./client.ts";
export type { ChangesPage, PullOptions, RecordChange } from "./pull.ts";
export type { PushOptions, PushResult, RecordKind, RecordRow } from "./push.ts";
export { isPortalError, PortalError } from "@portico/client";
export type { PortalErrorCode } from "@portico/client";
export { etagOf } from "@portico/client/dashboard";
export type {
  AppointmentRecord,
  AuditEntry,
  CustomerRecord,
  DashboardApi,
  DashboardCallOptions,
  Employee,
  Invitation,
  MailRecord,
  NoteRecord,
  OrganizationRecord,
  TaskRecord,
} from "@portico/client/dashboard";
