import { holdOrganization, type KnownOrganization } from "../../db/accounts.ts";
import { recordChanges, type Change } from "../../db/audit.ts";
import { openDatabase, type Database, type TenantDb } from "../../db/client.ts";
import { readItems } from "../../db/items.ts";
import { putMails, type Mail } from "../../db/outbox.ts";
import type { Env } from "../../env.ts";
import { newId } from "../../lib/ids.ts";
import {
  insertCustomers,
  leaseImport,
  nextRows,
  postponeImport,
  putInvitations,
  settleImport,
  settleRows,
  stopImport,
  type Lease,
  type NewCustomer,
  type NewInvitation,
  type Outcome,
  type ReadyRow,
} from "./imports.queries.ts";
import { reasonOf } from "../../db/reason.ts";
import { judgeRows, type Verdict } from "./imports.rules.ts";
import { newLink, renewalBy, writeInvitation } from "./invitations.mail.ts";
import { customerItem, findInviter, invitationItem, standInName } from "./invitations.queries.ts";

/** Rows a transaction: enough that trips do not count, few enough that nobody waits long for the organization. */
const partSize = 250;

type Deployment = Pick<Env, "hyperdrive" | "publicUrl">;

/** Runs an import to its end, a part at a time; stops where somebody else runs it, or it is cancelled. */
export async function runImport(env: Deployment, organizationId: string, id: string): Promise<void> {
  const db = openDatabase(env.hyperdrive);
  try {
    await run(db, env, organizationId, id);
  } finally {
    await db.close();
  }
}

/** Continues every import whose runner was interrupted, in any organization. */
export async function continueImports(env: Deployment, db: Database): Promise<void> {
  for (const found of await db.lookUp<{ organization_id: string; id: string }>("interrupted_imports"))
    // One that fails must not keep the others from going on.
    await run(db, env, found.organization_id, found.id).catch(async (error: unknown) => {
      console.error(JSON.stringify({ import: found.id, error: String(reasonOf(error)) }));
      const organizationId = found.organization_id;
      await db.withTenant({ organizationId }, (tx) => postponeImport(tx, organizationId, found.id));
    });
}

async function run(db: Database, env: Deployment, organizationId: string, id: string): Promise<void> {
  let held: string | null = null;
  do held = await db.withTenant({ organizationId }, (tx) => runPart(tx, env, organizationId, id, held));
  while (held !== null);
}

/** Invites the next part, in one transaction; answers the lease to go on with, or null where there is no more to do. */
async function runPart(
  db: TenantDb,
  env: Deployment,
  organizationId: string,
  id: string,
  held: string | null,
): Promise<string | null> {
  const lease = await leaseImport(db, organizationId, id, held);
  if (!lease) return null;
  // Whatever else invites waits, so that what is judged is still so when it is written.
  const organization = (await holdOrganization(db, organizationId))!;
  const inviter = await findInviter(db, organizationId, lease.confirmedBy);
  if (!inviter || organization.registration === "OFF") {
    await stopImport(db, organizationId, id);
    return null;
  }
  const rows = await nextRows(db, organizationId, id, partSize);
  const judge = await judgeRows(db, organizationId, rows);
  const refused: Outcome[] = [];
  const invitees: Invitee[] = [];
  for (const row of rows) {
    const verdict = judge(row);
    if ("reason" in verdict) refused.push({ id: row.id, reason: verdict.reason });
    else invitees.push(await prepare(env, organization, inviter, row, verdict));
  }
  const { outcomes, changes } = await invite(db, organizationId, invitees);
  await settleRows(db, organizationId, [...refused, ...outcomes]);
  await recordChanges(db, authorOf(organizationId, inviter.id, lease), changes);
  return settleImport(db, organizationId, id);
}

/** The run is whose who confirmed it; where from is in the entry of the confirmation, under the same request. */
const authorOf = (organizationId: string, userId: string, { requestId }: Lease) => ({
  organizationId,
  kind: "EMPLOYEE" as const,
  userId,
  action: "confirmInvitationImport",
  network: null,
  userAgent: null,
  requestId,
});

/** A row on its way to be invited. */
interface Invitee {
  rowId: string;
  newCustomer: NewCustomer | null;
  invitation: NewInvitation;
  mail: Mail;
}

async function prepare(
  { publicUrl }: Deployment,
  organization: KnownOrganization,
  inviter: { id: string; name: string },
  row: ReadyRow,
  { customer, renews }: Exclude<Verdict, { reason: unknown }>,
): Promise<Invitee> {
  const { email, externalId, phone } = row;
  const organizationId = organization.id;
  const id = renews ?? newId();
  const link = await newLink(organizationId, id);
  const name = row.name ?? customer?.name ?? standInName(email);
  const { id: customerId, locale } = customer ?? { id: newId(), locale: row.locale };
  const invited = { email, name, role: "CUSTOMER", locale } as const;
  return {
    rowId: row.id,
    newCustomer: customer ? null : { organizationId, id: customerId, email, name, externalId, phone, locale },
    invitation: {
      organizationId,
      id,
      customerId,
      email,
      name,
      role: "CUSTOMER",
      ...renewalBy({ user_id: inviter.id }, link),
    },
    mail: writeInvitation(publicUrl, organization, inviter.name, invited, link),
  };
}

/** Makes what is missing: customer records, invitations and mails, a statement each. */
async function invite(
  db: TenantDb,
  organizationId: string,
  invitees: Invitee[],
): Promise<{ outcomes: Outcome[]; changes: Change[] }> {
  const customers = invitees.flatMap(({ newCustomer }) => newCustomer ?? []);
  const invitationIds = invitees.map(({ invitation }) => invitation.id);
  const before = await readItems(db, invitationItem, organizationId, invitationIds);
  await insertCustomers(db, customers);
  const put = await putInvitations(
    db,
    invitees.map(({ invitation }) => invitation),
  );
  await putMails(
    db,
    organizationId,
    invitees.flatMap(({ invitation, mail }) => (put.has(invitation.id) ? mail : [])),
  );
  const made = await readItems(
    db,
    customerItem,
    organizationId,
    customers.map(({ id }) => id),
  );
  const after = await readItems(db, invitationItem, organizationId, [...put]);
  return {
    outcomes: invitees.map(({ rowId, invitation: { id } }) =>
      put.has(id)
        ? { id: rowId, reason: null, invitationId: id }
        : { id: rowId, reason: "HAS_ACCOUNT" as const },
    ),
    changes: [
      ...[...made].map(([id, { body }]) => ({ entity: "customer" as const, id, before: null, after: body })),
      ...[...after].map(([id, { body }]) => ({
        entity: "invitation" as const,
        id,
        before: before.get(id)?.body ?? null,
        after: body,
      })),
    ],
  };
}
