import { and, eq, ne, sql } from "drizzle-orm";
import type { TenantDb } from "../../db/client.ts";
import { pageRead, type PageSpec } from "../../db/page.ts";
import { placeholder, read } from "../../db/read.ts";
import { tasks } from "../../db/schema/tasks.ts";
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

type Owner = { organization_id: string; customer_id: string };

async function readTask(db: TenantDb, me: Owner, id: string): Promise<{ body: string | null }> {
  const rows = await db.execute(sql`
    select ${taskJson}::text as body from portal.tasks t
     where t.organization_id = ${me.organization_id}::uuid and t.customer_id = ${me.customer_id}::uuid and t.id = ${id}::uuid`);
  return { body: (rows[0]?.body as string | undefined) ?? null };
}

const owned = (me: Owner, id: string) =>
  and(eq(tasks.organizationId, me.organization_id), eq(tasks.customerId, me.customer_id), eq(tasks.id, id));

/** Marks a task done; one that is done keeps its time. */
export async function completeTask(db: TenantDb, me: Owner, id: string) {
  await db
    .update(tasks)
    .set({ status: "DONE", completedAt: sql`now()`, updatedAt: sql`now()` })
    .where(and(owned(me, id), ne(tasks.status, "DONE")));
  return readTask(db, me, id);
}

/** Opens a done task again; one that is open stays as it is. */
export async function reopenTask(db: TenantDb, me: Owner, id: string) {
  await db
    .update(tasks)
    .set({ status: "OPEN", completedAt: null, updatedAt: sql`now()` })
    .where(and(owned(me, id), eq(tasks.status, "DONE")));
  return readTask(db, me, id);
}
