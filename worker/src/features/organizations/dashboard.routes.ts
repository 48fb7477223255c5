import { createRoute } from "@hono/zod-openapi";
import { readAsEmployee, tenantOf } from "../../access.ts";
import { changeAsEmployee, changeResponse, ifMatch, itemResponse } from "../../changes.ts";
import { newRouter } from "../../router.ts";
import { OrganizationRecord } from "../../wire/entities.ts";
import { openToKeys } from "../../wire/security.ts";
import { body, changeHeaders, changeProblems, item, problems, readProblems } from "../../wire/problems.ts";
import { deleteOrganization, getOrganizationRecord, updateOrganization } from "./dashboard.queries.ts";
import { DeleteOrganizationQuery, UpdateOrganizationInput } from "./organizations.schemas.ts";

/** The organization's own settings, for its employees. */
export const organizationRoutes = newRouter();
const path = "/dashboard/organization";
const common = { path, tags: ["Dashboard: organization"], security: [{ accessToken: [] }] };

const getRoute = createRoute({
  ...common,
  ...openToKeys("get", path),
  method: "get",
  operationId: "getOrganizationRecord",
  summary: "The organization",
  description: "With what only its employees see: where the portal may be embedded, and where mails lead.",
  responses: {
    200: item(OrganizationRecord, "The organization."),
    ...problems(...readProblems),
  },
});
organizationRoutes.openapi(getRoute, async (c) => {
  const { organizationId: id } = tenantOf(c);
  return itemResponse(c, await readAsEmployee(c, getOrganizationRecord, { id })) as never;
});

const updateRoute = createRoute({
  ...common,
  method: "patch",
  operationId: "updateOrganization",
  summary: "Change the organization",
  description: "For administrators and owners. Its slug stays what it is: addresses and cookies hold it.",
  request: { ...body(UpdateOrganizationInput), headers: changeHeaders },
  responses: {
    200: item(OrganizationRecord, "The organization as it is now."),
    ...problems(...changeProblems),
  },
});
organizationRoutes.openapi(updateRoute, async (c) => {
  const request = { action: "updateOrganization", least: "ADMIN" } as const;
  const change = await changeAsEmployee(c, request, (db, me) =>
    updateOrganization(db, me, c.req.valid("json"), ifMatch(c)),
  );
  return changeResponse(c, change) as never;
});

const deleteRoute = createRoute({
  ...common,
  method: "delete",
  operationId: "deleteOrganization",
  summary: "Delete the organization",
  description:
    "For owners. Everything of it goes at once and for good: employees, customers and their records, sessions, mails that were not sent, the audit log.",
  request: { query: DeleteOrganizationQuery, headers: changeHeaders },
  responses: { 204: { description: "Deleted." }, ...problems(...changeProblems) },
});
organizationRoutes.openapi(deleteRoute, async (c) => {
  const { slug } = c.req.valid("query");
  await changeAsEmployee(c, { action: "deleteOrganization", least: "OWNER" }, async (db, me) => {
    await deleteOrganization(db, me, slug, ifMatch(c));
    // Its audit log is gone too.
    return [];
  });
  return c.body(null, 204);
});
