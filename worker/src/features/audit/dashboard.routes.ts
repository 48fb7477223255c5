import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { jsonText, pageValues, readAsEmployee } from "../../access.ts";
import { actorKinds } from "../../lib/roles.ts";
import { newRouter } from "../../router.ts";
import { id, idParam, instant, pageOf, pageQuery } from "../../wire/common.ts";
import { AuditEntry } from "../../wire/entities.ts";
import { json, problems, readProblems } from "../../wire/problems.ts";
import { openToKeys } from "../../wire/security.ts";
import { auditFilters, getAuditEntry, listAuditEntries } from "./dashboard.queries.ts";

/** What has been changed, and by whom. It only grows: nobody changes an entry or deletes one. */
export const auditRoutes = newRouter();
const tags = ["Dashboard: audit log"];
const path = "/dashboard/audit-log";
const one = `${path}/{id}`;
const name = z.string().regex(/^[A-Za-z]{1,60}$/, { error: "must be a name such as updateTask" });

const listRoute = createRoute({
  ...openToKeys("get", path),
  method: "get",
  path,
  tags,
  operationId: "listAuditEntries",
  summary: "Who changed what",
  description: "For administrators and owners. Newest first.",
  request: {
    query: z.object({
      actorId: id.optional().openapi({ description: "Only what this employee, customer or key did." }),
      actorKind: z
        .enum(actorKinds)
        .optional()
        .openapi({ description: "Only what employees, customers, keys or Portico itself did." }),
      entity: name.optional().openapi({ description: "Only this kind of record.", example: "customer" }),
      entityId: id.optional().openapi({ description: "Only what was done to this record." }),
      action: name.optional().openapi({ description: "Only this operation.", example: "deleteCustomer" }),
      from: instant.optional().openapi({ description: "Only from this instant on." }),
      to: instant.optional().openapi({ description: "Only before this instant." }),
      ...pageQuery,
    }),
  },
  responses: {
    200: json(pageOf(AuditEntry, "AuditEntryPage"), "A page."),
    ...problems("INVALID_REQUEST", ...readProblems),
  },
});
auditRoutes.openapi(listRoute, async (c) => {
  const { limit, cursor, ...asked } = c.req.valid("query");
  const list = listAuditEntries[auditFilters.find((filter) => asked[filter]) ?? "all"];
  const none = {
    actorId: null,
    actorKind: null,
    entity: null,
    entityId: null,
    action: null,
    from: null,
    to: null,
  };
  const values = { ...none, ...asked, ...pageValues({ limit, cursor }) };
  return jsonText(c, await readAsEmployee(c, list, values, "ADMIN")) as never;
});

const getRoute = createRoute({
  ...openToKeys("get", one),
  method: "get",
  path: one,
  tags,
  operationId: "getAuditEntry",
  summary: "One entry of the audit log",
  description: "For administrators and owners.",
  request: { params: idParam },
  responses: {
    200: json(AuditEntry, "The entry."),
    ...problems(...readProblems, "NOT_FOUND"),
  },
});
auditRoutes.openapi(
  getRoute,
  async (c) => jsonText(c, await readAsEmployee(c, getAuditEntry, c.req.valid("param"), "ADMIN")) as never,
);
