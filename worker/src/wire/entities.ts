import * as z from "zod";
import { actorKinds, employeeRoles } from "../lib/roles.ts";
import { id, instant, locale, slug, timeZone } from "./common.ts";
import { Terms } from "./terms.ts";

const nullableText = z.string().nullable();
const person = z.object({ id, name: z.string() });

export const Organization = z
  .object({
    id,
    slug,
    name: z.string().openapi({ example: "Northwind Dental" }),
    timeZone,
    locale,
    registration: z.enum(["OPEN", "INVITATION", "OFF"]).openapi({
      description:
        "How customers get an account: anyone with a proven address, by invitation, or not at all.",
    }),
    branding: z.object({
      accentColor: z
        .string()
        .nullable()
        .openapi({ description: "`#rrggbb`, or null for the default.", example: "#0f6b5c" }),
      logoUrl: nullableText,
    }),
    terms: Terms,
  })
  .openapi("Organization");

/** The organization as its employees see it. */
export const OrganizationRecord = z
  .object({
    ...Organization.shape,
    allowedOrigins: z.array(z.string()).openapi({
      description: "The websites on which the portal may be embedded, as exact origins.",
      example: ["https://www.northwind.example"],
    }),
    portalUrl: nullableText.openapi({
      description: "The page where the portal is embedded, where links in mails lead; null: the hosted page.",
      example: "https://www.northwind.example/portal",
    }),
    contactEmail: nullableText.openapi({
      description: "Where answers to mails go.",
      example: "desk@northwind.example",
    }),
    embedSeenAt: instant.nullable().openapi({
      description: "When `checkEmbed` last found the embed of this organization; null: never.",
    }),
    embedSeenUrl: nullableText.openapi({
      description: "On which page.",
      example: "https://www.northwind.example/portal",
    }),
    setupDismissedAt: instant.nullable().openapi({
      description: "Since when the steps of the first run are out of the way; null: they are shown.",
    }),
    createdAt: instant,
    updatedAt: instant,
  })
  .openapi("OrganizationRecord");

export const User = z
  .object({
    id,
    email: z.string().openapi({ example: "ada@northwind.example" }),
    name: z.string().openapi({ example: "Ada Okafor" }),
    role: z.enum(["OWNER", "ADMIN", "EMPLOYEE", "CUSTOMER"]),
    emailVerifiedAt: instant.nullable(),
  })
  .openapi("User");

const lastSeenAt = instant.nullable().openapi({ description: "When a session was last used." });
const disabledAt = instant
  .nullable()
  .openapi({ description: "Since when signing in is shut; null: it is not." });

export const Employee = z
  .object({
    id,
    email: z.string().openapi({ example: "erin@northwind.example" }),
    name: z.string().openapi({ example: "Erin Vogel" }),
    role: z.enum(employeeRoles),
    disabledAt,
    lastSeenAt,
    createdAt: instant,
    updatedAt: instant,
  })
  .openapi("Employee");

export const Customer = z
  .object({
    id,
    externalId: nullableText.openapi({ description: "The customer's id in the organization's own system." }),
    name: z.string().openapi({ example: "Ada Okafor" }),
    email: nullableText,
    phone: nullableText,
    address: nullableText.openapi({ description: "Lines separated by line breaks." }),
    timeZone: timeZone.nullable(),
    locale: locale.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .openapi("Customer");

export const invitationStatus = ["PENDING", "ACCEPTED", "REVOKED", "EXPIRED"] as const;

export const accountStates = ["ACTIVE", "INVITED", "EXPIRED", "NONE", "DISABLED"] as const;

/** A customer as employees see it: with who signs in as it, and what is under way. */
export const CustomerRecord = z
  .object({
    ...Customer.shape,
    account: z
      .object({
        userId: id,
        email: z.string().openapi({ example: "ada@northwind.example" }),
        role: User.shape.role,
        disabledAt,
        lastSeenAt,
      })
      .nullable()
      .openapi({ description: "Who signs in as this customer; null where nobody does yet." }),
    invitation: z
      .object({ id, status: z.enum(invitationStatus), expiresAt: instant })
      .nullable()
      .openapi({ description: "The latest invitation to be this customer; null where there is none." }),
    nextAppointment: z
      .object({ id, startsAt: instant, timeZone, title: z.string() })
      .nullable()
      .openapi({ description: "The next one that is asked for or confirmed, or the one under way." }),
    openTasks: z.number().int().openapi({ description: "How many tasks are not done.", example: 2 }),
  })
  .openapi("CustomerRecord");

export const appointmentStatus = ["REQUESTED", "CONFIRMED", "CANCELLED", "COMPLETED", "NO_SHOW"] as const;

export const Appointment = z
  .object({
    id,
    customerId: id,
    title: z.string().openapi({ example: "Check-up and cleaning" }),
    description: nullableText,
    status: z.enum(appointmentStatus),
    startsAt: instant,
    endsAt: instant,
    timeZone: timeZone.openapi({ description: "The zone in which the appointment was made." }),
    location: nullableText,
    meetingUrl: nullableText,
    employee: person.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .openapi("Appointment");

export const taskStatus = ["OPEN", "IN_PROGRESS", "DONE"] as const;

export const Task = z
  .object({
    id,
    customerId: id,
    title: z.string().openapi({ example: "Fill in the health questionnaire" }),
    description: nullableText,
    status: z.enum(taskStatus),
    priority: z.enum(["LOW", "NORMAL", "HIGH"]),
    dueAt: instant.nullable(),
    completedAt: instant.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .openapi("Task");

export const noteVisibility = ["SHARED", "INTERNAL"] as const;

export const Note = z
  .object({
    id,
    customerId: id,
    title: z.string().openapi({ example: "After your filling" }),
    body: z.string().openapi({ description: "Markdown." }),
    author: person.nullable(),
    createdAt: instant,
    updatedAt: instant,
  })
  .openapi("Note");

/** What employees see of a record beyond what its customer sees. */
const ofCustomer = {
  externalId: nullableText.openapi({ description: "The record's id in the organization's own system." }),
  customer: person.openapi({ description: "Whose it is." }),
};

export const AppointmentRecord = z
  .object({
    ...Appointment.shape,
    overlaps: z.number().int().openapi({
      description:
        "How many other appointments of the same employee, asked for or confirmed, are at the same time.",
      example: 0,
    }),
    ...ofCustomer,
    customer: z
      .object({ ...person.shape, timeZone: timeZone.nullable() })
      .openapi({ description: "Whose it is, and the zone in which they live where that is known." }),
  })
  .openapi("AppointmentRecord");

export const TaskRecord = z.object({ ...Task.shape, ...ofCustomer }).openapi("TaskRecord");

export const NoteRecord = z
  .object({
    ...Note.shape,
    visibility: z.enum(noteVisibility).openapi({
      description: "`SHARED` with the customer, or `INTERNAL` to employees.",
    }),
    ...ofCustomer,
  })
  .openapi("NoteRecord");

export const Invitation = z
  .object({
    id,
    email: z.string().openapi({ example: "ada@northwind.example" }),
    name: z.string().openapi({ example: "Ada Okafor" }),
    role: User.shape.role,
    customerId: id
      .nullable()
      .openapi({ description: "The customer record that a CUSTOMER will sign in as." }),
    status: z.enum(invitationStatus).openapi({
      description:
        "`REVOKED` also where whoever invited may no longer do so: sent again by somebody else, it is good again.",
    }),
    expiresAt: instant,
    sentAt: instant.openapi({ description: "When its newest mail was written." }),
    createdAt: instant,
    updatedAt: instant,
    invitedBy: person.nullable().openapi({ description: "Null where a secret key has invited." }),
  })
  .openapi("Invitation");

const fields = z
  .record(z.string(), z.unknown())
  .nullable()
  .openapi({ type: ["object", "null"], additionalProperties: true });

export const AuditEntry = z
  .object({
    id,
    at: instant,
    actor: z.object({ ...person.shape, kind: z.enum(actorKinds) }).openapi("Actor", {
      description:
        "Who did it, by the name of that time: an employee or a customer by their user's id, a secret key by its own, or Portico itself.",
    }),
    action: z.string().openapi({ description: "The operation.", example: "updateTask" }),
    entity: z.string().openapi({ description: "What kind of record.", example: "task" }),
    entityId: id,
    record: z.object({ name: z.string(), customerId: id.nullable() }).nullable().openapi({
      description: "What the record is called now, and whose it is; null where it is gone or has no name.",
    }),
    before: fields.openapi({ description: "What changed, as it was; null where the record was made." }),
    after: fields.openapi({ description: "What changed, as it became; null where the record is gone." }),
    network: nullableText.openapi({ description: "The network it came from.", example: "203.0.113.7" }),
    userAgent: nullableText,
    requestId: id.openapi({ description: "The `X-Request-Id` of the answer." }),
  })
  .openapi("AuditEntry");

export const Session = z
  .object({
    accessToken: z
      .string()
      .openapi({ description: "A JWT; send it as `Authorization: Bearer …`, keep it in memory only." }),
    tokenType: z.literal("Bearer"),
    expiresIn: z
      .number()
      .int()
      .openapi({ description: "Seconds until the access token expires.", example: 300 }),
    user: User,
    customer: z.union([Customer, z.null()]),
    organization: Organization,
  })
  .openapi("Session");

/** The answer of what a mail has to prove first: the same whatever the address. */
export const VerifyEmail = z.object({ status: z.literal("VERIFY_EMAIL") }).openapi("VerifyEmail");

export const Me = z
  .object({
    user: z.union([User, z.null()]).openapi({
      description: "Null only in a preview of a customer as whom nobody signs in.",
    }),
    customer: Customer,
    organization: Organization,
  })
  .openapi("Me");

export const EmployeeMe = z
  .object({
    user: User,
    customer: z.union([Customer, z.null()]).openapi({
      description: "The customer record of an employee who is also a customer.",
    }),
    organization: Organization,
  })
  .openapi("EmployeeMe");
