import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { jsonText, pageValues, readAsCustomer } from "../../access.ts";
import { changeAsCustomer } from "../../changes.ts";
import { newRouter } from "../../router.ts";
import { idParam, oneOrMore, pageOf, pageQuery } from "../../wire/common.ts";
import { Task, taskStatus } from "../../wire/entities.ts";
import { json, problems } from "../../wire/problems.ts";
import { completeTask, getTask, listTasks, reopenTask } from "./tasks.queries.ts";

export const taskRoutes = newRouter();
const security = [{ accessToken: [] }];
const tags = ["Tasks"];

const listRoute = createRoute({
  method: "get",
  path: "/portal/tasks",
  operationId: "listTasks",
  tags,
  security,
  summary: "The customer's tasks",
  description:
    "Due soonest first, those without a date last; with `status=DONE` alone, completed latest first.",
  request: { query: z.object({ status: oneOrMore(taskStatus, "Only these."), ...pageQuery }) },
  responses: {
    200: json(pageOf(Task, "TaskPage"), "A page."),
    ...problems("INVALID_REQUEST", "UNAUTHENTICATED", "CUSTOMER_REQUIRED"),
  },
});
taskRoutes.openapi(listRoute, async (c) => {
  const query = c.req.valid("query");
  const order = query.status?.join() === "DONE" ? listTasks.done : listTasks.due;
  const values = { ...pageValues(query), statuses: query.status?.join(",") ?? null };
  return jsonText(c, await readAsCustomer(c, order, values)) as never;
});

const getRoute = createRoute({
  method: "get",
  path: "/portal/tasks/{id}",
  operationId: "getTask",
  tags,
  security,
  summary: "One task",
  description: "Another customer's task is not found, exactly as one that does not exist.",
  request: { params: idParam },
  responses: {
    200: json(Task, "The task."),
    ...problems("UNAUTHENTICATED", "CUSTOMER_REQUIRED", "NOT_FOUND"),
  },
});
taskRoutes.openapi(
  getRoute,
  async (c) => jsonText(c, await readAsCustomer(c, getTask, c.req.valid("param"))) as never,
);

const writeErrors = [
  "UNAUTHENTICATED",
  "ORIGIN_NOT_ALLOWED",
  "CUSTOMER_REQUIRED",
  "READ_ONLY",
  "NOT_FOUND",
] as const;

const completeRoute = createRoute({
  method: "post",
  path: "/portal/tasks/{id}/complete",
  operationId: "completeTask",
  tags,
  security,
  summary: "Mark a task done",
  description: "Doing it twice is doing it once: the first completion's time stays.",
  request: { params: idParam },
  responses: { 200: json(Task, "The task, done."), ...problems(...writeErrors) },
});
taskRoutes.openapi(
  completeRoute,
  async (c) =>
    jsonText(
      c,
      await changeAsCustomer(c, "completeTask", (db, me) => completeTask(db, me, c.req.valid("param").id)),
    ) as never,
);

const reopenRoute = createRoute({
  method: "post",
  path: "/portal/tasks/{id}/reopen",
  operationId: "reopenTask",
  tags,
  security,
  summary: "Open a done task again",
  description: "A task that is not done stays as it is.",
  request: { params: idParam },
  responses: { 200: json(Task, "The task, open."), ...problems(...writeErrors) },
});
taskRoutes.openapi(
  reopenRoute,
  async (c) =>
    jsonText(
      c,
      await changeAsCustomer(c, "reopenTask", (db, me) => reopenTask(db, me, c.req.valid("param").id)),
    ) as never,
);
