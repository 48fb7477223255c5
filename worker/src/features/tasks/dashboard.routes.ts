import { createRoute, z } from "@hono/zod-openapi";
import { jsonText, pageValues, readAsEmployee } from "../../access.ts";
import { changeAsEmployee, changeResponse, createAsEmployee, ifMatch, itemResponse } from "../../changes.ts";
import { newRouter } from "../../router.ts";
import { id, idParam, oneOrMore, pageOf, pageQuery } from "../../wire/common.ts";
import { TaskRecord, taskStatus } from "../../wire/entities.ts";
import {
  body,
  changeHeaders,
  createHeaders,
  item,
  json,
  problems,
  changeProblems,
  createProblems,
} from "../../wire/problems.ts";
import { createTask, deleteTask, getTaskRecord, listTaskRecords, updateTask } from "./dashboard.queries.ts";
import { CreateTaskInput, UpdateTaskInput } from "./tasks.schemas.ts";

/** Every customer's tasks, for employees. */
export const taskRecordRoutes = newRouter();
const security = [{ accessToken: [] }];
const tags = ["Dashboard: tasks"];

const listRoute = createRoute({
  method: "get",
  path: "/dashboard/tasks",
  operationId: "listTaskRecords",
  tags,
  security,
  summary: "Every customer's tasks",
  description: "Due soonest first, those without a date last.",
  request: {
    query: z.object({
      customerId: id.optional().openapi({ description: "Only this customer's." }),
      status: oneOrMore(taskStatus, "Only these."),
      ...pageQuery,
    }),
  },
  responses: {
    200: json(pageOf(TaskRecord, "TaskRecordPage"), "A page."),
    ...problems("INVALID_REQUEST", "UNAUTHENTICATED", "FORBIDDEN"),
  },
});
taskRecordRoutes.openapi(listRoute, async (c) => {
  const { customerId, ...query } = c.req.valid("query");
  const list = listTaskRecords[customerId ? "customer" : "all"];
  const values = { ...pageValues(query), customerId, statuses: query.status?.join(",") ?? null };
  return jsonText(c, await readAsEmployee(c, list, values)) as never;
});

const getRoute = createRoute({
  method: "get",
  path: "/dashboard/tasks/{id}",
  operationId: "getTaskRecord",
  tags,
  security,
  summary: "One task",
  request: { params: idParam },
  responses: { 200: item(TaskRecord, "The task."), ...problems("UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND") },
});
taskRecordRoutes.openapi(
  getRoute,
  async (c) => itemResponse(c, await readAsEmployee(c, getTaskRecord, c.req.valid("param"))) as never,
);

const postRoute = createRoute({
  method: "post",
  path: "/dashboard/tasks",
  operationId: "createTask",
  tags,
  security,
  summary: "Ask something of a customer",
  request: { ...body(CreateTaskInput), headers: createHeaders },
  responses: { 201: item(TaskRecord, "The task."), ...problems(...createProblems) },
});
taskRecordRoutes.openapi(
  postRoute,
  async (c) =>
    (await createAsEmployee(c, { action: "createTask" }, (db, me) =>
      createTask(db, me, c.req.valid("json")),
    )) as never,
);

const patchRoute = createRoute({
  method: "patch",
  path: "/dashboard/tasks/{id}",
  operationId: "updateTask",
  tags,
  security,
  summary: "Change a task",
  request: { params: idParam, ...body(UpdateTaskInput), headers: changeHeaders },
  responses: { 200: item(TaskRecord, "The task as it is now."), ...problems(...changeProblems) },
});
taskRecordRoutes.openapi(patchRoute, async (c) => {
  const { id } = c.req.valid("param");
  const change = await changeAsEmployee(c, { action: "updateTask" }, (db, me) =>
    updateTask(db, me, id, c.req.valid("json"), ifMatch(c)),
  );
  return changeResponse(c, change) as never;
});

const deleteRoute = createRoute({
  method: "delete",
  path: "/dashboard/tasks/{id}",
  operationId: "deleteTask",
  tags,
  security,
  summary: "Delete a task",
  request: { params: idParam, headers: changeHeaders },
  responses: { 204: { description: "Deleted." }, ...problems(...changeProblems) },
});
taskRecordRoutes.openapi(deleteRoute, async (c) => {
  const { id } = c.req.valid("param");
  await changeAsEmployee(c, { action: "deleteTask" }, (db, me) => deleteTask(db, me, id, ifMatch(c)));
  return c.body(null, 204);
});
