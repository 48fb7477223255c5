import type { TenantDb } from "../../db/client.ts";
import { findAccounts, findInvited } from "./imports.queries.ts";
import type { ImportReason } from "./imports.reasons.ts";
import { findCustomersOf, type KnownCustomer } from "./invitations.queries.ts";

/** A row is not invited for a reason, or as a customer: one that is there, or a new one (null). */
export type Verdict = { reason: ImportReason } | { customer: KnownCustomer | null; renews: string | null };

interface Row {
  email: string;
  externalId: string | null;
}

/**
 * Judges rows by what the organization has now: in the preview, and again when they are sent. The external id decides
 * which customer it is, else the address, if exactly one record without another external id has it.
 */
export async function judgeRows(
  db: TenantDb,
  organizationId: string,
  rows: Row[],
): Promise<(row: Row) => Verdict> {
  const emails = rows.map((row) => row.email);
  const externalIds = rows.flatMap((row) => row.externalId ?? []);
  // Invitations before accounts: one that is accepted in between is seen as one or the other.
  const invited = await findInvited(db, organizationId, emails);
  const accounts = await findAccounts(db, organizationId, emails);
  const ids = invited.flatMap((open) => open.customerId ?? []);
  const customers = await findCustomersOf(db, organizationId, { emails, externalIds, ids });
  const invitedByEmail = new Map(invited.map((open) => [open.email, open]));
  const customersById = new Map(customers.map((customer) => [customer.id, customer]));
  const customersByExternalId = new Map(customers.map((customer) => [customer.externalId, customer]));
  const customersByEmail = new Map<string | null, KnownCustomer[]>();
  for (const customer of customers)
    customersByEmail.set(customer.email, [...(customersByEmail.get(customer.email) ?? []), customer]);

  return ({ email, externalId }) => {
    const open = invitedByEmail.get(email);
    if (accounts.has(email)) return { reason: "HAS_ACCOUNT" };
    if (open && !open.isStale) return { reason: "ALREADY_INVITED" };
    const named = externalId === null ? undefined : customersByExternalId.get(externalId);
    if (named?.email && named.email !== email) return { reason: "EXTERNAL_ID_TAKEN" };
    const alike = (customersByEmail.get(email) ?? []).filter(
      (one) => !one.hasUser && (externalId === null || one.externalId === null),
    );
    const customer = named ?? customersById.get(open?.customerId ?? "") ?? alike[0] ?? null;
    if (customer?.hasUser) return { reason: "HAS_ACCOUNT" };
    if (customer?.isInvited) return { reason: "ALREADY_INVITED" };
    if (customer === alike[0] && alike.length > 1) return { reason: "SEVERAL_CUSTOMERS" };
    return { customer, renews: open?.id ?? null };
  };
}
