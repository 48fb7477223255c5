import { sql, type SQL } from "drizzle-orm";
import { PorticoError } from "../errors.ts";
import type { AuditEntity, Change } from "./audit.ts";
import type { TenantDb } from "./client.ts";
import { listOf } from "./lists.ts";
import { placeholder, read } from "./read.ts";

/** A table whose rows employees read and change: its name with its alias, and its wire shape. */
export interface ItemSpec {
  entity: AuditEntity;
  /** With its alias, as `portal.tasks t`. */
  from: SQL;
  /** The alias alone. */
  alias: string;
  json: SQL;
}

/** A row in its wire shape, and the ETag of this state of it (RFC 9110, section 8.8.3). */
export interface Item {
  body: string | null;
  etag: string | null;
}

/** The ETag of the alias' row: when it was last changed. */
export const etagOf = (alias: string) =>
  sql`'"' || (extract(epoch from ${sql.raw(alias)}.updated_at) * 1000000)::bigint || '"'`;

/** One row of the organization; placeholder `id`. */
export function itemRead({ entity, from, alias, json }: ItemSpec) {
  const row = sql.raw(alias);
  return read(
    `get_${entity}_record`,
    sql`select ${json}, ${etagOf(alias)} from ${from}
       where ${row}.organization_id = me.organization_id and ${row}.id = ${placeholder("id")}::uuid`,
  );
}

/** The one row that has an external id, as the page of a list; placeholder `externalId`. */
export function externalRead({ entity, from, alias, json }: ItemSpec) {
  const row = sql.raw(alias);
  return read(
    `find_${entity}_by_external_id`,
    sql`select json_build_object('items', coalesce(json_agg(${json}), '[]'), 'nextCursor', null) from ${from}
       where ${row}.organization_id = me.organization_id and ${row}.external_id is not null
         and ${row}.external_id = ${placeholder("externalId")}`,
  );
}

/** One row inside of a transaction. */
export async function readItem(
  db: TenantDb,
  { from, alias, json }: ItemSpec,
  organizationId: string,
  id: string,
): Promise<Item> {
  const row = sql.raw(alias);
  const rows = await db.execute(sql`select ${json}::text as body, ${etagOf(alias)} as etag from ${from}
    where ${row}.organization_id = ${organizationId}::uuid and ${row}.id = ${id}::uuid`);
  return (rows[0] as unknown as Item | undefined) ?? { body: null, etag: null };
}

/** Several rows inside of a transaction: those that are there, by their ids. */
export async function readItems(
  db: TenantDb,
  { from, alias, json }: ItemSpec,
  organizationId: string,
  ids: string[],
): Promise<Map<string, Item>> {
  const row = sql.raw(alias);
  const rows =
    await db.execute(sql`select ${row}.id, ${json}::text as body, ${etagOf(alias)} as etag from ${from}
    where ${row}.organization_id = ${organizationId}::uuid and ${row}.id = any (array${listOf(ids, "uuid")})`);
  return new Map(rows.map(({ id, ...item }) => [id as string, item as unknown as Item]));
}

/** A change together with the state that it led to, which the response carries. */
export type ItemChange = Change & { etag: string | null };

/**
 * Changes one row: locks it, compares its ETag where the request named some, lets `work` do it, and tells what it was
 * before and after. 404 where there is no such row, 412 where somebody else has changed it meanwhile.
 */
export async function changeItem(
  db: TenantDb,
  spec: ItemSpec,
  organizationId: string,
  id: string,
  etags: string[] | null,
  work: (before: string) => Promise<unknown>,
): Promise<ItemChange> {
  const row = sql.raw(spec.alias);
  // The lock first: what is read after it is what it is now.
  await db.execute(sql`select 1 from ${spec.from}
    where ${row}.organization_id = ${organizationId}::uuid and ${row}.id = ${id}::uuid for update`);
  const before = await readItem(db, spec, organizationId, id);
  if (before.body === null || before.etag === null) throw new PorticoError("NOT_FOUND");
  if (etags && !etags.includes(before.etag))
    throw new PorticoError("PRECONDITION_FAILED", { detail: "Read it again, and change what is there now." });
  await work(before.body);
  const after = await readItem(db, spec, organizationId, id);
  return { entity: spec.entity, id, before: before.body, after: after.body, etag: after.etag };
}

/** Deletes one row, as `changeItem` changes it; `first` does what must be done while it is still there. */
export async function deleteItem(
  db: TenantDb,
  spec: ItemSpec,
  organizationId: string,
  id: string,
  etags: string[] | null,
  first: (before: string) => Promise<unknown> = async () => {},
): Promise<ItemChange> {
  const row = sql.raw(spec.alias);
  return changeItem(db, spec, organizationId, id, etags, async (before) => {
    await first(before);
    await db.execute(sql`delete from ${spec.from}
      where ${row}.organization_id = ${organizationId}::uuid and ${row}.id = ${id}::uuid`);
  });
}

/** Tells what creating a row made. */
export async function createdItem(
  db: TenantDb,
  spec: ItemSpec,
  organizationId: string,
  id: string,
): Promise<ItemChange> {
  const { body, etag } = await readItem(db, spec, organizationId, id);
  return { entity: spec.entity, id, before: null, after: body, etag };
}
