import { sql, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { FieldError } from "../errors.ts";
import type { Employee, TenantDb } from "./client.ts";
import { etagOf, type ItemSpec } from "./items.ts";
import { listOf } from "./lists.ts";

/** A table whose rows many are written at once, by their fields' names. */
export interface BatchSpec {
  item: ItemSpec;
  /** The table's name. */
  table: string;
  /** The column of each field that is written. With `customerId` among them, records are a customer's and stay it. */
  columns: Record<string, string>;
  /** Columns that follow from others, as an expression of the row `p` that is to be. */
  computed?: Record<string, SQL>;
  /** Whether PostgreSQL's own checks will take the row `p`, and what to say where they will not. */
  fits?: { where: SQL; error: FieldError };
  /** What a new record has beyond what its row says. */
  made?: (me: Employee) => Record<string, unknown>;
  /** Finds out at once what else may be wrong with rows; what is answered is asked for each. */
  check?: (db: TenantDb, me: Employee, rows: Asked[]) => Promise<Check>;
  /** Locks what is locked before the records are. */
  lock?: (db: TenantDb, me: Employee, names: Names) => Promise<unknown>;
  /** What follows from changes of records. */
  updated?: (db: TenantDb, me: Employee, rows: Written[]) => Promise<unknown>;
  /** What goes before records that are deleted, while they are still there. */
  deleting?: (db: TenantDb, me: Employee, ids: string[]) => Promise<unknown>;
}

/** What is wrong with values for a record that is so far like this, in its wire shape, or is not yet. */
export type Check = (values: Record<string, unknown>, before: string | null) => FieldError | undefined;

/** What a batch names its records by. */
export interface Names {
  ids: string[];
  externalIds: string[];
}

/** What a row asks for, by its place in the batch. */
export interface Asked {
  index: number;
  id: string | null;
  externalId: string | null;
  /** The fields that it says. */
  values: Record<string, unknown>;
}

/** A record to be made or changed. */
export interface Written {
  id: string;
  values: Record<string, unknown>;
}

/** What there is to a row now. */
export interface Plan {
  index: number;
  /** The record that has its id, and the one that has its external id. */
  byId: string | null;
  byExternalId: string | null;
  /** The record that it names in its wire shape, and that state's ETag. */
  before: string | null;
  etag: string | null;
  /** Its external id, and whose it is. */
  externalId: string | null;
  customerId: string | null;
  /** Whether the row differs from the record, and whether the record would fit. */
  differs: boolean;
  fits: boolean;
}

const columnNames = (columns: string[], alias?: string) =>
  sql.raw(columns.map((column) => (alias ? `${alias}.${column}` : column)).join(", "));

/** Rows as one parameter, their values under the names of their columns. */
function parameterOf({ columns }: BatchSpec, rows: { values: Record<string, unknown> }[]) {
  const renamed = ({ values, ...row }: { values: Record<string, unknown> }) => {
    const said = Object.entries(values).flatMap(([name, value]) =>
      columns[name] && value !== undefined ? [[columns[name], value]] : [],
    );
    return { ...row, values: Object.fromEntries(said) as object };
  };
  return JSON.stringify(rows.map(renamed));
}

/**
 * The ids that a batch names in a table, each once. A join, not a list: while PostgreSQL's statistics know nothing of
 * an organization yet, it reads all of it, and then each name must not be compared with each row.
 */
export const idsOf = (table: string, me: Employee, { ids, externalIds }: Names) => sql`(
  select json_array_elements_text(${JSON.stringify(ids)}::json)::uuid as id
  union select n.id from ${sql.raw(`portal.${table}`)} n
    join json_array_elements_text(${JSON.stringify(externalIds)}::json) e(name) on e.name = n.external_id
   where n.organization_id = ${me.organization_id}::uuid)`;

/** The customers whom a batch names. */
export interface Customers {
  ids: Set<string>;
  byExternalId: Map<string | null, string>;
}

/**
 * Keeps everybody else from changing what a batch names until it is done, and tells which customers there are. One
 * batch of a kind at a time in an organization, so that two cannot each hold what the other waits for. What others
 * change, they change one at a time, and everybody in the same order: accounts, customers, the records of customers.
 */
export async function lockBatch(
  db: TenantDb,
  me: Employee,
  spec: BatchSpec,
  names: Names,
  ofCustomers: Names,
): Promise<Customers> {
  const { from, alias } = spec.item;
  const turn = `${spec.table} ${me.organization_id}`;
  await db.execute(sql`select pg_advisory_xact_lock(hashtextextended(${turn}, 0))`);
  await spec.lock?.(db, me, names);
  // Nobody deletes a customer who is about to get a record.
  const rows = spec.columns.customerId
    ? await db.execute(sql`select c.id, c.external_id
        from portal.customers c join ${idsOf("customers", me, ofCustomers)} i on i.id = c.id
       where c.organization_id = ${me.organization_id}::uuid order by c.id for key share of c`)
    : [];
  const row = sql.raw(alias);
  await db.execute(sql`select 1 from ${from} join ${idsOf(spec.table, me, names)} i on i.id = ${row}.id
    where ${row}.organization_id = ${me.organization_id}::uuid order by ${row}.id for update of ${row}`);
  const customers = rows as unknown as { id: string; external_id: string | null }[];
  return {
    ids: new Set(customers.map(({ id }) => id)),
    byExternalId: new Map(customers.map(({ id, external_id: externalId }) => [externalId, id])),
  };
}

/** What there is to each row of a batch, in one statement. */
export async function planBatch(db: TenantDb, me: Employee, spec: BatchSpec, rows: Asked[]): Promise<Plan[]> {
  const { alias, json } = spec.item;
  const table = sql.raw(`portal.${spec.table}`);
  const row = sql.raw(alias);
  const columns = Object.values(spec.columns);
  const organization = sql`${me.organization_id}::uuid`;
  return (await db.execute(sql`
    select r.index, i.id as "byId", e.id as "byExternalId",
           case when ${row}.id is not null then ${json}::text end as before, ${etagOf(alias)} as etag,
           ${row}.external_id as "externalId", ${spec.columns.customerId ? sql`${row}.customer_id` : sql`null`} as "customerId",
           (${columnNames(columns, alias)}) is distinct from (${columnNames(columns, "p")}) as differs,
           (${spec.fits?.where ?? sql`true`}) is not false as fits
      from json_to_recordset(${parameterOf(spec, rows)}::json)
             as r(index integer, id uuid, "externalId" text, "values" jsonb)
      left join ${table} i on i.organization_id = ${organization} and i.id = r.id
      left join ${table} e on e.organization_id = ${organization} and e.external_id = r."externalId"
      left join ${table} ${row} on ${row}.organization_id = ${organization}
        and ${row}.id = case when r.id is null then e.id else i.id end
      cross join lateral jsonb_populate_record(${row}, r."values") p
     order by r.index`)) as unknown as Plan[];
}

/** The columns that are written, and what is written into them of the row `p` that is to be. */
function writing({ columns, computed = {} }: BatchSpec) {
  const names = [...new Set([...Object.values(columns), ...Object.keys(computed)])];
  return {
    names: columnNames(names),
    values: sql.join(
      names.map((name) => computed[name] ?? sql.raw(`p.${name}`)),
      sql`, `,
    ),
  };
}

/** Makes records. */
export async function insertBatch(
  db: TenantDb,
  me: Employee,
  spec: BatchSpec,
  rows: Written[],
): Promise<void> {
  const { names, values } = writing(spec);
  const table = sql.raw(`portal.${spec.table}`);
  await db.execute(sql`
    insert into ${table} (organization_id, id, ${names})
    select ${me.organization_id}::uuid, r.id, ${values}
      from json_to_recordset(${parameterOf(spec, rows)}::json) as r(id uuid, "values" jsonb),
           jsonb_populate_record(null::${table}, r."values") p`);
}

/** Changes records: what a row does not say stays. */
export async function updateBatch(
  db: TenantDb,
  me: Employee,
  spec: BatchSpec,
  rows: Written[],
): Promise<void> {
  const { names, values } = writing(spec);
  const row = sql.raw(spec.item.alias);
  await db.execute(sql`
    update ${spec.item.from} set (${names}, updated_at) = (
        select ${values}, now() from jsonb_populate_record(${row}, r."values") p)
      from json_to_recordset(${parameterOf(spec, rows)}::json) as r(id uuid, "values" jsonb)
     where ${row}.organization_id = ${me.organization_id}::uuid and ${row}.id = r.id`);
  await spec.updated?.(db, me, rows);
}

/** Deletes records. */
export async function deleteBatch(db: TenantDb, me: Employee, spec: BatchSpec, ids: string[]): Promise<void> {
  const row = sql.raw(spec.item.alias);
  await spec.deleting?.(db, me, ids);
  await db.execute(sql`delete from ${spec.item.from}
    where ${row}.organization_id = ${me.organization_id}::uuid and ${row}.id = any (array${listOf(ids, "uuid")})`);
}

/** The columns of fields, as the schema names them. */
export const columnsOf = <Table extends PgTable, Name extends keyof Table & string>(
  table: Table,
  names: Name[],
) => Object.fromEntries(names.map((name) => [name, (table[name] as { name: string }).name]));
