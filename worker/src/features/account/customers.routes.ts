import { createRoute } from "@hono/zod-openapi";
import { readAsEmployee } from "../../access.ts";
import { changeAsEmployee } from "../../changes.ts";
import { PorticoError } from "../../errors.ts";
import { newRouter } from "../../router.ts";
import { id, idParam } from "../../wire/common.ts";
import { changeProblems, json, problems } from "../../wire/problems.ts";
import { AccountSessionPage } from "./account.schemas.ts";
import { listCustomerSessions } from "./sessions.queries.ts";
import { endCustomerSessions, sessionPage } from "./sessions.service.ts";

/** Where a customer is signed in, for employees. */
export const customerSessionRoutes = newRouter();
const common = { tags: ["Dashboard: customers"], security: [{ accessToken: [] }] };
const path = "/dashboard/customers/{id}/sessions";

const listRoute = createRoute({
  ...common,
  method: "get",
  path,
  operationId: "listCustomerSessions",
  summary: "Where a customer is signed in",
  description:
    "The live sessions, the last used first; a hundred at most. None for an employee who is a customer too: theirs are their own.",
  request: { params: idParam },
  responses: {
    200: json(AccountSessionPage, "All of them: `nextCursor` is null."),
    ...problems("UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND"),
  },
});
customerSessionRoutes.openapi(listRoute, async (c) => {
  const { body } = await readAsEmployee(c, listCustomerSessions, c.req.valid("param"));
  if (body === null) throw new PorticoError("NOT_FOUND");
  return c.json(sessionPage(body), 200);
});

const endRoute = createRoute({
  ...common,
  method: "delete",
  path: `${path}/{sessionId}`,
  operationId: "endCustomerSession",
  summary: "End one session of a customer",
  description: "From its next request on it is signed out. Succeeds also where it has ended already.",
  request: {
    params: idParam.extend({ sessionId: id.openapi({ param: { name: "sessionId", in: "path" } }) }),
  },
  responses: { 204: { description: "Ended." }, ...problems(...changeProblems) },
});
customerSessionRoutes.openapi(endRoute, async (c) => {
  const { id, sessionId } = c.req.valid("param");
  await changeAsEmployee(c, { action: "endCustomerSession" }, (db, me) =>
    endCustomerSessions(db, me, id, sessionId),
  );
  return c.body(null, 204);
});

const endAllRoute = createRoute({
  ...common,
  method: "delete",
  path,
  operationId: "endCustomerSessions",
  summary: "End every session of a customer",
  request: { params: idParam },
  responses: {
    204: { description: "The customer is signed out everywhere." },
    ...problems(...changeProblems),
  },
});
customerSessionRoutes.openapi(endAllRoute, async (c) => {
  const { id } = c.req.valid("param");
  await changeAsEmployee(c, { action: "endCustomerSessions" }, (db, me) => endCustomerSessions(db, me, id));
  return c.body(null, 204);
});
