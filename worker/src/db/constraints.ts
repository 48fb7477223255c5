import { PorticoError } from "../errors.ts";

/** What a request did wrong when PostgreSQL refuses it by one of these constraints: the field, and what to do. */
const constraints: Record<string, { path: string; message: string }> = {
  tasks_organization_id_customer_id_fkey: {
    path: "customerId",
    message: "is no customer of this organization",
  },
  users_email: { path: "email", message: "belongs to another account of this organization" },
  users_customer: { path: "customerId", message: "has somebody who signs in as it already" },
};

/** The refusal of a foreign key (23503) or of a unique index (23505), as a problem with the field's name. */
export function violationOf(error: Error): PorticoError | undefined {
  const { code, constraint_name: name = "" } = (error.cause ?? error) as {
    code?: string;
    constraint_name?: string;
  };
  const field = constraints[name];
  if (!field) return undefined;
  if (code === "23503")
    return new PorticoError("INVALID_REQUEST", { errors: [field], detail: "See `errors`." });
  if (code === "23505") return new PorticoError("CONFLICT", { errors: [field], detail: "See `errors`." });
  return undefined;
}
