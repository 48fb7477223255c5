import type * as z from "zod";
import { jsonText } from "./access.ts";
import { changeAsEmployee, changeOnce } from "./changes.ts";
import type { AppContext } from "./context.ts";
import type { Change } from "./db/audit.ts";
import {
  deleteBatch,
  insertBatch,
  lockBatch,
  planBatch,
  updateBatch,
  type Asked,
  type BatchSpec,
  type Check,
  type Customers,
  type Plan,
} from "./db/batch.ts";
import type { Employee, TenantDb } from "./db/client.ts";
import { hasMet } from "./db/constraints.ts";
import { readItems } from "./db/items.ts";
import type { FieldError } from "./errors.ts";
import { newId } from "./lib/ids.ts";
import { fieldErrors } from "./router.ts";
import type { BatchResult } from "./wire/batch.ts";

/** A kind of record of which many are written at once. */
interface Batch {
  /** The operation's id. */
  action: string;
  spec: BatchSpec;
  /** What a new record must say, with what it is where it does not. */
  create: z.ZodObject;
}

/** A row as its schema has read it. */
type Row = Record<string, unknown> & {
  id?: string | undefined;
  externalId?: string | null | undefined;
  customerId?: string | undefined;
  customerExternalId?: string | undefined;
  deleted?: boolean | undefined;
};

/** The body of a request, its rows each read or refused. */
interface Input {
  items: z.ZodSafeParseResult<Row>[];
  dryRun: boolean;
}

type Answer = z.output<typeof BatchResult>;
type Result = Answer["results"][number];

/** What is to be done about one row. */
type Decision = Pick<Result, "status" | "id" | "errors"> & { values?: Record<string, unknown> };

/** What rows are judged by: their customers, what else may be wrong, and what earlier rows have named. */
interface Judge {
  batch: Batch;
  customers: Customers;
  check: Check | undefined;
  named: Set<string>;
}

const failed = (path: string, message: string): Decision => ({
  status: "FAILED",
  id: null,
  errors: [{ path, message }],
});

/** Whose the record of a row is to be; the two ways of saying it must agree. */
function customerOf({ customerId, customerExternalId }: Row, { ids, byExternalId }: Customers) {
  if (customerId === undefined && customerExternalId === undefined) return {};
  const found = customerExternalId === undefined ? customerId : byExternalId.get(customerExternalId);
  if (found !== undefined && ids.has(found) && found === (customerId ?? found)) return { found };
  const path = customerExternalId === undefined ? "customerId" : "customerExternalId";
  return { error: { path, message: "is no customer of this organization" } };
}

/** What is wrong with the fields of a row, or what they become. */
function readValues(
  row: Row,
  plan: Plan,
  { batch, customers, check }: Judge,
): FieldError[] | Record<string, unknown> {
  const { id: _, customerId: _1, customerExternalId: _2, deleted: _3, ...said } = row;
  const { spec, create } = batch;
  const { found, error } = spec.columns.customerId ? customerOf(row, customers) : {};
  if (error) return [error];
  const isNew = plan.before === null;
  if (!isNew && found !== undefined && found !== plan.customerId)
    return [{ path: "customerId", message: "is another's than the record's, which stays whose it is" }];
  if (!plan.fits) return [spec.fits!.error];
  const wrong = check?.(said, plan.before);
  if (wrong) return [wrong];
  if (!isNew) return said;
  return completed(create, found === undefined ? said : { ...said, customerId: found });
}

/** A new record of what a row says: what it does not say is as it is by default, or is missing. */
function completed(
  create: z.ZodObject,
  said: Record<string, unknown>,
): FieldError[] | Record<string, unknown> {
  const values = { ...said };
  const errors: FieldError[] = [];
  for (const [name, field] of Object.entries(create.shape as Record<string, z.ZodType>)) {
    if (said[name] !== undefined) continue;
    const read = field.safeParse(undefined);
    if (read.success) values[name] = read.data;
    else errors.push(...fieldErrors(read.error).map(({ message }) => ({ path: name, message })));
  }
  return errors.length > 0 ? errors : values;
}

/** Decides about one row, by what there is and by the rows before it. */
function decide(row: Row, plan: Plan, judge: Judge): Decision {
  const { spec } = judge.batch;
  if (row.id !== undefined && plan.byId === null)
    return failed("id", `is no ${spec.item.entity} of this organization`);
  const id = row.id === undefined ? plan.byExternalId : plan.byId;
  if (!row.deleted && plan.byExternalId !== null && plan.byExternalId !== id)
    return failed("externalId", `belongs to another ${spec.item.entity} of this organization`);
  if (row.deleted && row.id === undefined && !row.externalId)
    return failed("deleted", "needs the `id` or `externalId` of what is to go");
  const values = row.deleted ? {} : readValues(row, plan, judge);
  if (Array.isArray(values)) return { status: "FAILED", id, errors: values };
  const names = [id, plan.externalId, row.externalId].flatMap((name) => name ?? []);
  if (names.some((name) => judge.named.has(name)))
    return failed(row.id === undefined ? "externalId" : "id", "is what an earlier row is about");
  for (const name of names) judge.named.add(name);
  if (row.deleted) return { status: id === null ? "UNCHANGED" : "DELETED", id };
  if (id === null) return { status: "CREATED", id: newId(), values };
  return plan.differs ? { status: "UPDATED", id, values } : { status: "UNCHANGED", id };
}

/** Writes what has been decided, a statement for each kind of change, and tells what it has done to each record. */
async function write(
  db: TenantDb,
  me: Employee,
  spec: BatchSpec,
  decisions: Decision[],
  plans: Map<string, Plan>,
) {
  const of = (status: Result["status"]) =>
    decisions.flatMap((made) =>
      made.status === status ? [{ id: made.id!, values: made.values ?? {} }] : [],
    );
  const [created, updated, deleted] = [of("CREATED"), of("UPDATED"), of("DELETED")];
  const { entity } = spec.item;
  if (deleted.length > 0)
    await deleteBatch(
      db,
      me,
      spec,
      deleted.map(({ id }) => id),
    );
  if (updated.length > 0) await updateBatch(db, me, spec, updated);
  const more = spec.made?.(me);
  if (created.length > 0)
    await insertBatch(
      db,
      me,
      spec,
      created.map(({ id, values }) => ({ id, values: { ...values, ...more } })),
    );
  const kept = [...created, ...updated].map(({ id }) => id);
  const after = kept.length > 0 ? await readItems(db, spec.item, me.organization_id, kept) : new Map();
  const changes = [...created, ...updated, ...deleted].map(({ id }): Change => ({
    entity,
    id,
    before: plans.get(id)?.before ?? null,
    after: after.get(id)?.body ?? null,
  }));
  return { after, changes };
}

/** Does what the rows say, or finds out what that would be. */
async function upsert(db: TenantDb, me: Employee, batch: Batch, { items, dryRun }: Input) {
  const { spec } = batch;
  const rows = new Map(items.flatMap((item, index) => (item.success ? [[index, item.data] as const] : [])));
  const asked = [...rows].map(([index, row]): Asked => {
    const { id = null, externalId, ...values } = row;
    return {
      index,
      id,
      externalId: externalId ?? null,
      values: externalId === undefined ? values : { ...values, externalId },
    };
  });
  const all = (name: "id" | "externalId" | "customerId" | "customerExternalId") =>
    [...rows.values()].flatMap((row) => row[name] ?? []);
  const customers = await lockBatch(
    db,
    me,
    spec,
    { ids: all("id"), externalIds: all("externalId") },
    { ids: all("customerId"), externalIds: all("customerExternalId") },
  );
  const plans = new Map((await planBatch(db, me, spec, asked)).map((plan) => [plan.index, plan]));
  const judge = { batch, customers, check: await spec.check?.(db, me, asked), named: new Set<string>() };
  const decisions = items.map((item, index): Decision =>
    item.success
      ? decide(item.data, plans.get(index)!, judge)
      : { status: "FAILED", id: null, errors: fieldErrors(item.error) },
  );
  const planned = new Map(
    decisions.flatMap(({ id }, index) => (id && plans.has(index) ? [[id, plans.get(index)!]] : [])),
  );
  const { after, changes } = dryRun
    ? { after: new Map(), changes: [] }
    : await write(db, me, spec, decisions, planned);
  const results = decisions.map(({ status, id, errors }, index): Result => {
    const [row, plan] = [rows.get(index), plans.get(index)];
    const isKnown = status === "CREATED" && dryRun ? null : id;
    const etag = status === "UNCHANGED" ? plan!.etag : (after.get(id)?.etag ?? null);
    const externalId = row?.externalId === undefined ? (plan?.externalId ?? null) : row.externalId;
    return { index, status, id: isKnown, externalId, etag, ...(errors && { errors }) };
  });
  return { changes, answer: { results, counts: countOf(results) } };
}

function countOf(results: Result[]): Answer["counts"] {
  const counts = { created: 0, updated: 0, unchanged: 0, deleted: 0, failed: 0 };
  for (const { status } of results) counts[status.toLowerCase() as keyof typeof counts] += 1;
  return counts;
}

/**
 * Makes, changes and deletes many records in one transaction, each row for itself. Where somebody else has taken a
 * name between the look and the write, all of it is done again: then it is seen.
 */
export async function upsertAsEmployee(c: AppContext, batch: Batch, input: Input): Promise<Response> {
  const attempt = async () => {
    if (!input.dryRun)
      return changeOnce(c, batch, async (db, me) => {
        const { changes, answer } = await upsert(db, me, batch, input);
        return { changes, answer: { body: JSON.stringify(answer), etag: null } };
      });
    let body = "";
    await changeAsEmployee(c, batch, async (db, me) => {
      body = JSON.stringify((await upsert(db, me, batch, input)).answer);
      return [];
    });
    return { body };
  };
  for (let attempts = 1; ; attempts++) {
    try {
      return jsonText(c, await attempt());
    } catch (error) {
      if (attempts === 3 || !hasMet(error)) throw error;
    }
  }
}
