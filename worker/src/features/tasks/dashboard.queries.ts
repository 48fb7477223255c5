import { and, eq, sql } from "drizzle-orm";
import type { Employee, TenantDb } from "../../db/client.ts";
import { columnsOf, type BatchSpec } from "../../db/batch.ts";
import {
  changeItem,
  createdItem,
  deleteItem,
  externalRead,
  itemRead,
  type ItemSpec,
} from "../../db/items.ts";
import { orElse, pageRead, type PageSpec } from "../../db/page.ts";
import { placeholder } from "../../db/read.ts";
import { tasks } from "../../db/schema/tasks.ts";
import { taskRecordJson } from "../../db/wire.ts";
import { newId } from "../../lib/ids.ts";

const item: ItemSpec = { entity: "task", from: sql`portal.tasks t`, alias: "t", json: taskRecordJson };

/** As the indices have it: those without a date are due last. */
const due = sql`least(t.due_at, 'infinity'::timestamptz)`;

const of = (customer: boolean): PageSpec => ({
  from: item.from,
  json: item.json,
  where: sql`t.organization_id = me.organization_id
    ${customer ? sql`and t.customer_id = ${placeholder("customerId")}::uuid` : sql``}
    and ${due} <= ${orElse("dueUntil", "timestamptz", "infinity")}
    and (${placeholder("statuses")} is null or t.status = any (string_to_array(${placeholder("statuses")}, ',')))`,
  sort: due,
  id: sql`t.id`,
  direction: "asc",
  beginning: orElse("dueAfter", "timestamptz", "-infinity"),
});

/** A page of the organization's tasks, or of one customer's: due soonest first. */
export const listTaskRecords = {
  all: pageRead("list_task_records", of(false)),
  customer: pageRead("list_task_records_of_customer", of(true)),
};

/** One task of the organization. */
export const getTaskRecord = itemRead(item);

/** The one task that has an external id, as a list. */
export const findTaskRecord = externalRead(item);

/** What employees say of a task. */
type Values = Partial<
  Pick<typeof tasks.$inferInsert, "externalId" | "title" | "description" | "status" | "priority" | "dueAt">
>;

const done = sql`now()`;

/** Makes a task for a customer of this organization; the foreign key refuses any other. */
export async function createTask(
  db: TenantDb,
  me: Employee,
  values: Values & { customerId: string; title: string },
) {
  const id = newId();
  const organizationId = me.organization_id;
  const completedAt = values.status === "DONE" ? (done as never) : null;
  await db.insert(tasks).values({ ...values, organizationId, id, completedAt });
  return createdItem(db, item, organizationId, id);
}

/** Changes a task. Becoming done keeps the time of the first completion, and leaving it forgets it. */
export function updateTask(db: TenantDb, me: Employee, id: string, values: Values, etags: string[] | null) {
  return changeItem(db, item, me.organization_id, id, etags, () =>
    db
      .update(tasks)
      .set({
        ...values,
        ...(values.status && {
          completedAt: values.status === "DONE" ? sql`coalesce(${tasks.completedAt}, now())` : null,
        }),
        updatedAt: sql`now()`,
      })
      .where(and(eq(tasks.organizationId, me.organization_id), eq(tasks.id, id))),
  );
}

/** Deletes a task. */
export const deleteTask = (db: TenantDb, me: Employee, id: string, etags: string[] | null) =>
  deleteItem(db, item, me.organization_id, id, etags);

/** Many tasks at once. */
export const taskBatch: BatchSpec = {
  item,
  table: "tasks",
  columns: columnsOf(tasks, [
    "externalId",
    "customerId",
    "title",
    "description",
    "status",
    "priority",
    "dueAt",
  ]),
  computed: { completed_at: sql`case when p.status = 'DONE' then coalesce(p.completed_at, now()) end` },
};
