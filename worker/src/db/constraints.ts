import { PorticoError } from "../errors.ts";
import { DatabaseError } from "./protocol/errors.ts";
import { reasonOf } from "./reason.ts";

const noCustomer = { path: "customerId", message: "is no customer of this organization" };

/** What a request did wrong when PostgreSQL refuses it by one of these constraints: the field, and what to do. */
const constraints: Record<string, { path: string; message: string }> = {
  tasks_organization_id_customer_id_fkey: noCustomer,
  appointments_organization_id_customer_id_fkey: noCustomer,
  notes_organization_id_customer_id_fkey: noCustomer,
  invitations_organization_id_customer_id_fkey: noCustomer,
  appointments_length: { path: "endsAt", message: "must be after `startsAt`, by at most 48 hours" },
  customers_external_id: { path: "externalId", message: "belongs to another customer of this organization" },
  appointments_external_id: {
    path: "externalId",
    message: "belongs to another appointment of this organization",
  },
  tasks_external_id: { path: "externalId", message: "belongs to another task of this organization" },
  notes_external_id: { path: "externalId", message: "belongs to another note of this organization" },
  users_email: { path: "email", message: "belongs to another account of this organization" },
  users_customer: { path: "customerId", message: "has somebody who signs in as it already" },
};

/** Whether two writers met: one of them had to give way, and may try again. */
export function hasMet(error: unknown): boolean {
  const refused = reasonOf(error);
  return refused instanceof DatabaseError && ["23505", "40P01", "40001"].includes(refused.code);
}

/** What PostgreSQL refuses, as a problem: with the field's name where a field is to blame. */
export function violationOf(error: Error): PorticoError | undefined {
  const refused = reasonOf(error);
  if (!(refused instanceof DatabaseError)) return undefined;
  const { code, constraint: name = "" } = refused;
  // Two changes that each waited for the other: one of them had to give way.
  if (["40P01", "40001"].includes(code))
    return new PorticoError("UNAVAILABLE", { retryAfter: 1, detail: "Two changes met. Try again." });
  // The organization went while the request was under way, and the session with it.
  if (code === "23503" && name.endsWith("_organization_id_fkey"))
    return new PorticoError("UNAUTHENTICATED", { detail: "The organization has been deleted." });
  const field = constraints[name];
  if (!field) return undefined;
  // A foreign key, a check, a unique index.
  if (code === "23503" || code === "23514")
    return new PorticoError("INVALID_REQUEST", { errors: [field], detail: "See `errors`." });
  if (code === "23505") return new PorticoError("CONFLICT", { errors: [field], detail: "See `errors`." });
  return undefined;
}
