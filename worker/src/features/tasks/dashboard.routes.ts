import { jsonText, pageValues, readAsEmployee } from "../../access.ts";
import { upsertAsEmployee } from "../../batch.ts";
import { changeAsEmployee, changeResponse, createAsEmployee, ifMatch, itemResponse } from "../../changes.ts";
import { newRouter } from "../../router.ts";
import { externalId, id, instant, oneOrMore } from "../../wire/common.ts";
import { TaskRecord, taskStatus } from "../../wire/entities.ts";
import { recordOperations } from "../../wire/records.ts";
import {
  createTask,
  deleteTask,
  findTaskRecord,
  getTaskRecord,
  listTaskRecords,
  taskBatch,
  updateTask,
} from "./dashboard.queries.ts";
import { CreateTaskInput, UpdateTaskInput, UpsertTaskRow } from "./tasks.schemas.ts";

/** Every customer's tasks, for employees. */
export const taskRecordRoutes = newRouter();
const tasks = recordOperations({
  path: "/dashboard/tasks",
  tag: "Dashboard: tasks",
  record: TaskRecord,
  page: "TaskRecordPage",
});

const listRoute = tasks.list(
  {
    operationId: "listTaskRecords",
    summary: "Every customer's tasks",
    description: "Due soonest first, those without a date last.",
  },
  {
    externalId: externalId.optional().openapi({
      description: "Only the one that has this external id; other filters do not count then.",
    }),
    customerId: id.optional().openapi({ description: "Only this customer's." }),
    status: oneOrMore(taskStatus, "Only these."),
    dueAfter: instant
      .optional()
      .openapi({ description: "Only those that are due after this instant, or at no time." }),
    dueUntil: instant.optional().openapi({ description: "Only those that are due until this instant." }),
  },
);
taskRecordRoutes.openapi(listRoute, async (c) => {
  const { customerId, dueAfter = null, dueUntil = null, ...query } = c.req.valid("query");
  const { externalId } = query;
  if (externalId !== undefined)
    return jsonText(c, await readAsEmployee(c, findTaskRecord, { externalId })) as never;
  const list = listTaskRecords[customerId ? "customer" : "all"];
  const statuses = query.status?.join(",") ?? null;
  const values = { ...pageValues(query), customerId, dueAfter, dueUntil, statuses };
  return jsonText(c, await readAsEmployee(c, list, values)) as never;
});

const getRoute = tasks.get({ operationId: "getTaskRecord", summary: "One task" });
taskRecordRoutes.openapi(
  getRoute,
  async (c) => itemResponse(c, await readAsEmployee(c, getTaskRecord, c.req.valid("param"))) as never,
);

const createTaskRoute = tasks.create(
  { operationId: "createTask", summary: "Ask something of a customer" },
  CreateTaskInput,
);
taskRecordRoutes.openapi(
  createTaskRoute,
  async (c) =>
    (await createAsEmployee(c, { action: "createTask" }, (db, me) =>
      createTask(db, me, c.req.valid("json")),
    )) as never,
);

const updateRoute = tasks.update({ operationId: "updateTask", summary: "Change a task" }, UpdateTaskInput);
taskRecordRoutes.openapi(updateRoute, async (c) => {
  const { id } = c.req.valid("param");
  const change = await changeAsEmployee(c, { action: "updateTask" }, (db, me) =>
    updateTask(db, me, id, c.req.valid("json"), ifMatch(c)),
  );
  return changeResponse(c, change) as never;
});

const deleteRoute = tasks.delete({ operationId: "deleteTask", summary: "Delete a task" });
taskRecordRoutes.openapi(deleteRoute, async (c) => {
  const { id } = c.req.valid("param");
  await changeAsEmployee(c, { action: "deleteTask" }, (db, me) => deleteTask(db, me, id, ifMatch(c)));
  return c.body(null, 204);
});

const batchRoute = tasks.batch(
  {
    operationId: "upsertTasks",
    summary: "Make, change and delete many tasks",
    description:
      "A row that fails fails alone, and the answer is 200. A second row about one record fails. At most 4 MiB.",
  },
  UpsertTaskRow,
);
taskRecordRoutes.openapi(batchRoute, async (c) => {
  const batch = { action: "upsertTasks", spec: taskBatch, create: CreateTaskInput };
  return (await upsertAsEmployee(c, batch, c.req.valid("json"))) as never;
});
