import type { components } from "../generated/openapi.d.ts";

type Schemas = components["schemas"];

/** An organization as its employees see it: with its allowed origins and where its portal is embedded. */
export type OrganizationRecord = Schemas["OrganizationRecord"];
/** Somebody who works at the organization. */
export type Employee = Schemas["Employee"];
/** A customer as employees see it: with who signs in as it. */
export type CustomerRecord = Schemas["CustomerRecord"];
/** An appointment as employees see it: with whose it is, and how many others are in its way. */
export type AppointmentRecord = Schemas["AppointmentRecord"];
/** A task as employees see it: with whose it is. */
export type TaskRecord = Schemas["TaskRecord"];
/** A note as employees see it: with whose it is and who may read it. */
export type NoteRecord = Schemas["NoteRecord"];
/** An offer, by mail, that one person may become a user. */
export type Invitation = Schemas["Invitation"];
/** A mail: to whom, about what kind of thing, and whether it left; never its words. */
export type MailRecord = Schemas["MailRecord"];
/** A list of people to invite, read and perhaps running. */
export type InvitationImport = Schemas["InvitationImport"];
/** A line of that list and what came of it. */
export type InvitationImportRow = Schemas["InvitationImportRow"];
/** What somebody changed. */
export type AuditEntry = Schemas["AuditEntry"];
/** A secret key of the organization's own systems, without its secret. */
export type ApiKey = Schemas["ApiKey"];
/** What became of each row of a batch. */
export type BatchResult = Schemas["BatchResult"];
