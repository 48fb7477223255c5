import { sql, type SQL } from "drizzle-orm";
import type { Change } from "../../db/audit.ts";
import type { TenantDb } from "../../db/client.ts";
import { pageRead, type PageSpec } from "../../db/page.ts";
import { placeholder, read } from "../../db/read.ts";
import { taskJson } from "../../db/wire.ts";

const mine = sql`t.organization_id = me.organization_id and t.customer_id = me.customer_id`;

/** By due date, those without one last. */
const due: PageSpec = {
  from: sql`portal.tasks t`,
  json: taskJson,
  where: sql`${mine} and (${placeholder("statuses")} is null
    or t.status = any (string_to_array(${placeholder("statuses")}, ',')))`,
  sort: sql`least(t.due_at, 'infinity'::timestamptz)`,
  id: sql`t.id`,
  direction: "asc",
};

/** Only what is done, the latest first. */
const done: PageSpec = {
  ...due,
  where: sql`${mine} and t.status = 'DONE'`,
  sort: sql`t.completed_at`,
  direction: "desc",
};

/** A page of the customer's tasks, by due date or by completion. */
export const listTasks = {
  due: pageRead("list_tasks", due),
  done: pageRead("list_done_tasks", done),
};

/** One task of the customer. */
export const getTask = read(
  "get_task",
  sql`select ${taskJson} from portal.tasks t where ${mine} and t.id = ${placeholder("id")}::uuid`,
);

/** The task as it is now, and what changed, if anything. */
interface Done {
  body: string | null;
  change?: Change;
}

type Owner = { organization_id: string; customer_id: string };

async function readTask(db: TenantDb, me: Owner, id: string): Promise<{ body: string | null }> {
  const rows = await db.execute(sql`
    select ${taskJson}::text as body from portal.tasks t
     where t.organization_id = ${me.organization_id}::uuid and t.customer_id = ${me.customer_id}::uuid and t.id = ${id}::uuid`);
  return { body: (rows[0]?.body as string | undefined) ?? null };
}

/** Changes a task unless it is so already: one statement, which tells what it was and what it has become. */
async function changeTask(db: TenantDb, me: Owner, id: string, set: SQL, unless: SQL): Promise<Done> {
  const facts = (alias: string) => sql.raw(`json_build_object('status', ${alias}.status)`);
  const rows = await db.execute(sql`
    with old as materialized (
      select t.* from portal.tasks t
       where t.organization_id = ${me.organization_id}::uuid and t.customer_id = ${me.customer_id}::uuid
         and t.id = ${id}::uuid and not ${unless} for update)
    update portal.tasks t set ${set}, updated_at = now() from old
     where t.organization_id = old.organization_id and t.id = old.id
    returning ${taskJson}::text as body, ${facts("old")}::text as before, ${facts("t")}::text as after`);
  const [row] = rows as unknown as { body: string; before: string; after: string }[];
  if (!row) return readTask(db, me, id);
  const { body, before, after } = row;
  return { body, change: { entity: "task", id, before, after } };
}

const isDone = sql`(t.status = 'DONE')`;

/** Marks a task done; one that is done keeps its time. */
export const completeTask = (db: TenantDb, me: Owner, id: string) =>
  changeTask(db, me, id, sql`status = 'DONE', completed_at = now()`, isDone);

/** Opens a done task again; one that is open stays as it is. */
export const reopenTask = (db: TenantDb, me: Owner, id: string) =>
  changeTask(db, me, id, sql`status = 'OPEN', completed_at = null`, sql`not ${isDone}`);
