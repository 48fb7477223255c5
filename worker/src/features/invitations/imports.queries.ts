import { and, eq, sql } from "drizzle-orm";
import type { TenantDb } from "../../db/client.ts";
import { itemRead, type ItemSpec } from "../../db/items.ts";
import { listOf } from "../../db/lists.ts";
import { pageRead } from "../../db/page.ts";
import { placeholder } from "../../db/read.ts";
import { customers } from "../../db/schema/customers.ts";
import { importRows, imports } from "../../db/schema/imports.ts";
import { invitations } from "../../db/schema/invitations.ts";
import { importJson, invitationStatus } from "../../db/wire.ts";
import type { FileRow } from "./imports.csv.ts";
import { importReasons, type ImportReason } from "./imports.reasons.ts";

/** Imports as employees see them. */
export const importItem: ItemSpec = {
  entity: "import",
  from: sql`portal.imports l`,
  alias: "l",
  json: importJson,
};

/** A page of the organization's imports, the newest first. */
export const listInvitationImports = pageRead("list_invitation_imports", {
  from: importItem.from,
  json: importJson,
  where: sql`l.organization_id = me.organization_id`,
  sort: sql`l.created_at`,
  id: sql`l.id`,
  direction: "desc",
});

/** One import. */
export const getInvitationImport = itemRead(importItem);

const message = sql.raw(
  `case r.reason ${Object.entries(importReasons)
    .map(([code, [, text]]) => `when '${code}' then '${text.replaceAll("'", "''")}'`)
    .join(" ")} end`,
);

/** A page of an import's rows, in the order of the file. */
export const listInvitationImportRows = pageRead("list_invitation_import_rows", {
  from: sql`portal.import_rows r`,
  json: sql`json_build_object('line', r.line, 'email', r.email, 'name', r.name, 'state', r.state,
    'reason', r.reason, 'message', ${message})`,
  where: sql`r.organization_id = me.organization_id and r.import_id = ${placeholder("id")}::uuid
    and (${placeholder("states")} is null or r.state = any (string_to_array(${placeholder("states")}, ',')))`,
  sort: sql`r.created_at`,
  id: sql`r.id`,
  direction: "asc",
});

/** What a row is to become: the reason decides. */
export interface Outcome {
  id: string;
  reason: ImportReason | null;
  invitationId?: string;
}

const stateOf = ({ reason, invitationId }: Omit<Outcome, "id">) =>
  reason ? importReasons[reason][0] : invitationId ? "INVITED" : "READY";

/** Keeps a list with all its rows, in two statements. */
export async function insertImport(
  db: TenantDb,
  organizationId: string,
  { id, createdBy }: { id: string; createdBy: string | null },
  rows: FileRow[],
): Promise<void> {
  await db.insert(imports).values({ organizationId, id, createdBy, total: rows.length });
  const values = rows.map((row) => ({ ...row, state: stateOf(row) }));
  await db.execute(sql`
    insert into portal.import_rows
      (organization_id, import_id, id, line, email, name, external_id, phone, locale, state, reason)
    select ${organizationId}::uuid, ${id}::uuid, r.id, r.line, r.email, r.name, r."externalId", r.phone, r.locale, r.state, r.reason
      from json_to_recordset(${JSON.stringify(values)}::json) as r (id uuid, line integer, email text, name text,
        "externalId" text, phone text, locale text, state text, reason text)`);
}

/** Brings the counts up to date with the rows; a run that has none left to do is done. Answers its lease. */
export async function settleImport(db: TenantDb, organizationId: string, id: string): Promise<string | null> {
  const rows = await db.execute(sql`
    update portal.imports l set ready = n.ready, invalid = n.invalid, skipped = n.skipped, invited = n.invited,
           updated_at = now(), failures = 0,
           status = case when l.status = 'RUNNING' and n.ready = 0 then 'DONE' else l.status end,
           finished_at = case when l.status = 'RUNNING' and n.ready = 0 then now() end,
           leased_until = case when n.ready > 0 then l.leased_until end
      from (select count(*) filter (where r.state = 'READY') as ready,
                   count(*) filter (where r.state = 'INVALID') as invalid,
                   count(*) filter (where r.state = 'SKIPPED') as skipped,
                   count(*) filter (where r.state = 'INVITED') as invited
              from portal.import_rows r
             where r.organization_id = ${organizationId}::uuid and r.import_id = ${id}::uuid) n
     where l.organization_id = ${organizationId}::uuid and l.id = ${id}::uuid
    returning l.leased_until::text as lease`);
  return (rows[0]?.lease as string | null | undefined) ?? null;
}

const is = (organizationId: string, id: string) =>
  and(eq(imports.organizationId, organizationId), eq(imports.id, id));

/** Begins to run a preview, on behalf of whoever confirms it. */
export async function startImport(
  db: TenantDb,
  organizationId: string,
  id: string,
  by: { userId: string | null; requestId: string },
): Promise<void> {
  await db
    .update(imports)
    .set({
      status: "RUNNING",
      confirmedAt: sql`now()`,
      confirmedBy: by.userId,
      requestId: by.requestId,
      updatedAt: sql`now()`,
    })
    .where(and(is(organizationId, id), eq(imports.status, "PREVIEW")));
}

/** Ends an import before its end. */
export async function stopImport(db: TenantDb, organizationId: string, id: string): Promise<void> {
  await db
    .update(imports)
    .set({ status: "CANCELLED", finishedAt: sql`now()`, leasedUntil: null, updatedAt: sql`now()` })
    .where(is(organizationId, id));
}

/** How often a part is tried again, each time after twice as many minutes. */
const patience = 7;

/** Has a part that has failed tried again later; after so many tries, the import has failed. */
export async function postponeImport(db: TenantDb, organizationId: string, id: string): Promise<void> {
  const isOver = sql`failures + 1 >= ${sql.raw(String(patience))}`;
  await db.execute(sql`
    update portal.imports set failures = failures + 1, updated_at = now(),
           status = case when ${isOver} then 'FAILED' else status end,
           finished_at = case when ${isOver} then now() end,
           leased_until = case when not (${isOver}) then now() + power(2, failures) * interval '1 minute' end
     where organization_id = ${organizationId}::uuid and id = ${id}::uuid and status = 'RUNNING'
       and (leased_until is null or leased_until <= now())`);
}

/** A runner's hold on an import: until when, who invites, and under which request. */
export interface Lease {
  until: string;
  confirmedBy: string | null;
  requestId: string;
}

/**
 * Takes a running import that nobody holds, or goes on holding it: for a minute, which one part never takes. The row
 * stays locked until the transaction ends, so that two runners and a cancellation take turns.
 */
export async function leaseImport(
  db: TenantDb,
  organizationId: string,
  id: string,
  held: string | null,
): Promise<Lease | undefined> {
  const rows = await db.execute(sql`
    update portal.imports l set leased_until = clock_timestamp() + interval '1 minute'
     where l.organization_id = ${organizationId}::uuid and l.id = ${id}::uuid and l.status = 'RUNNING'
       and (l.leased_until = ${held}::text::timestamptz or l.leased_until is null or l.leased_until <= now())
    returning l.leased_until::text as until, l.confirmed_by as "confirmedBy", l.request_id as "requestId"`);
  return rows[0] as unknown as Lease | undefined;
}

/** A row that is to be invited. */
export type ReadyRow = Pick<
  typeof importRows.$inferSelect,
  "id" | "name" | "externalId" | "phone" | "locale"
> & { email: string };

/** The next rows of an import that are to be invited. */
export async function nextRows(
  db: TenantDb,
  organizationId: string,
  id: string,
  limit: number,
): Promise<ReadyRow[]> {
  const { email, name, externalId, phone, locale } = importRows;
  const rows = await db
    .select({ id: importRows.id, email, name, externalId, phone, locale })
    .from(importRows)
    .where(
      and(
        eq(importRows.organizationId, organizationId),
        eq(importRows.importId, id),
        eq(importRows.state, "READY"),
      ),
    )
    .orderBy(importRows.line)
    .limit(limit);
  return rows as ReadyRow[];
}

/** Keeps what became of rows. */
export async function settleRows(db: TenantDb, organizationId: string, outcomes: Outcome[]): Promise<void> {
  const values = outcomes.map((outcome) => ({ ...outcome, state: stateOf(outcome) }));
  await db.execute(sql`
    update portal.import_rows r set state = o.state, reason = o.reason, invitation_id = o."invitationId"
      from json_to_recordset(${JSON.stringify(values)}::json) as o (id uuid, state text, reason text, "invitationId" uuid)
     where r.organization_id = ${organizationId}::uuid and r.id = o.id`);
}

/** Which of these addresses have an account. */
export async function findAccounts(db: TenantDb, organizationId: string, emails: string[]) {
  const rows = await db.execute(sql`select u.email from portal.users u
    where u.organization_id = ${organizationId}::uuid and u.email = any (array${listOf(emails)})`);
  return new Set(rows.map((row) => row.email as string));
}

/** The invitations of these addresses that nobody has accepted or revoked; `isStale` where a new one may replace it. */
export async function findInvited(db: TenantDb, organizationId: string, emails: string[]) {
  const rows = await db.execute(sql`
    select v.id, v.email, v.customer_id as "customerId", v.role = 'CUSTOMER' and ${invitationStatus} <> 'PENDING' as "isStale" from portal.invitations v
     where v.organization_id = ${organizationId}::uuid and v.email = any (array${listOf(emails)})
       and v.accepted_at is null and v.revoked_at is null`);
  return rows as unknown as { id: string; email: string; customerId: string | null; isStale: boolean }[];
}

/** What makes a customer record, and an invitation. */
export type NewCustomer = typeof customers.$inferInsert;
export type NewInvitation = typeof invitations.$inferInsert;

/** Makes customer records. */
export async function insertCustomers(db: TenantDb, values: NewCustomer[]): Promise<void> {
  if (values.length > 0) await db.insert(customers).values(values);
}

/** Makes invitations, or renews those whose ids are there and still open; answers which ids it was. */
export async function putInvitations(db: TenantDb, values: NewInvitation[]): Promise<Set<string>> {
  if (values.length === 0) return new Set();
  const fresh = (column: string) => sql.raw(`excluded.${column}`);
  const rows = await db
    .insert(invitations)
    .values(values)
    .onConflictDoUpdate({
      target: [invitations.organizationId, invitations.id],
      set: {
        name: fresh("name"),
        customerId: fresh("customer_id"),
        invitedBy: fresh("invited_by"),
        invitedByKey: null,
        secretHash: fresh("secret_hash"),
        supersededHashes: sql`(${invitations.secretHash} || ${invitations.supersededHashes})[1:50]`,
        expiresAt: fresh("expires_at"),
        sentAt: sql`now()`,
        updatedAt: sql`now()`,
      },
      setWhere: sql`${invitations.acceptedAt} is null and ${invitations.revokedAt} is null`,
    })
    .returning({ id: invitations.id });
  return new Set(rows.map((row) => row.id));
}
