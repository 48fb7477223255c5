import { createRoute, z } from "@hono/zod-openapi";
import { jsonText, pageValues, readAsEmployee } from "../../access.ts";
import { changeAsEmployee, changeResponse, createAsEmployee, ifMatch, itemResponse } from "../../changes.ts";
import { newRouter } from "../../router.ts";
import { idParam, oneOrMore, pageOf, pageQuery } from "../../wire/common.ts";
import {
  body,
  changeHeaders,
  changeProblems,
  createHeaders,
  createProblems,
  item,
  json,
  problems,
} from "../../wire/problems.ts";
import { getInvitationImport, listInvitationImportRows, listInvitationImports } from "./imports.queries.ts";
import { runImport } from "./imports.runner.ts";
import {
  CreateInvitationImportInput,
  importRowState,
  InvitationImport,
  InvitationImportRow,
} from "./imports.schemas.ts";
import {
  cancelInvitationImport,
  confirmInvitationImport,
  createInvitationImport,
} from "./imports.service.ts";

/** Inviting many customers at once, by a list. */
export const invitationImportRoutes = newRouter();
const security = [{ accessToken: [] }];
const tags = ["Dashboard: invitations"];

const listRoute = createRoute({
  method: "get",
  path: "/dashboard/invitation-imports",
  operationId: "listInvitationImports",
  tags,
  security,
  summary: "Lists of people to invite",
  description: "The newest first.",
  request: { query: z.object(pageQuery) },
  responses: {
    200: json(pageOf(InvitationImport, "InvitationImportPage"), "A page."),
    ...problems("INVALID_REQUEST", "UNAUTHENTICATED", "FORBIDDEN"),
  },
});
invitationImportRoutes.openapi(
  listRoute,
  async (c) =>
    jsonText(c, await readAsEmployee(c, listInvitationImports, pageValues(c.req.valid("query")))) as never,
);

const getRoute = createRoute({
  method: "get",
  path: "/dashboard/invitation-imports/{id}",
  operationId: "getInvitationImport",
  tags,
  security,
  summary: "How far an import is",
  request: { params: idParam },
  responses: {
    200: item(InvitationImport, "The import as it is now."),
    ...problems("UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND"),
  },
});
invitationImportRoutes.openapi(
  getRoute,
  async (c) => itemResponse(c, await readAsEmployee(c, getInvitationImport, c.req.valid("param"))) as never,
);

const rowsRoute = createRoute({
  method: "get",
  path: "/dashboard/invitation-imports/{id}/rows",
  operationId: "listInvitationImportRows",
  tags,
  security,
  summary: "What becomes of each row",
  description: "In the order of the file.",
  request: {
    params: idParam,
    query: z.object({ state: oneOrMore(importRowState, "Only these."), ...pageQuery }),
  },
  responses: {
    200: json(pageOf(InvitationImportRow, "InvitationImportRowPage"), "A page."),
    ...problems("INVALID_REQUEST", "UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND"),
  },
});
invitationImportRoutes.openapi(rowsRoute, async (c) => {
  const query = c.req.valid("query");
  const { id } = c.req.valid("param");
  // Of an import that is not there, no page either.
  jsonText(c, await readAsEmployee(c, getInvitationImport, { id }));
  const values = { ...pageValues(query), id, states: query.state?.join(",") ?? null };
  return jsonText(c, await readAsEmployee(c, listInvitationImportRows, values)) as never;
});

const postRoute = createRoute({
  method: "post",
  path: "/dashboard/invitation-imports",
  operationId: "createInvitationImport",
  tags,
  security,
  summary: "Preview a list of customers to invite",
  description:
    "Reads a CSV file of up to 5,000 rows (the body has at most 2 MiB) and says what would become of each. A row is the customer with its external id, else the one with its address that nobody signs in as yet, else a new one. Nothing is sent before `confirmInvitationImport`.",
  request: { ...body(CreateInvitationImportInput), headers: createHeaders },
  responses: { 201: item(InvitationImport, "The preview."), ...problems(...createProblems) },
});
invitationImportRoutes.openapi(
  postRoute,
  async (c) =>
    (await createAsEmployee(c, { action: "createInvitationImport" }, (db, me) =>
      createInvitationImport(db, me, c.req.valid("json")),
    )) as never,
);

const confirmRoute = createRoute({
  method: "post",
  path: "/dashboard/invitation-imports/{id}/confirm",
  operationId: "confirmInvitationImport",
  tags,
  security,
  summary: "Invite everybody who is ready",
  description:
    "Goes on behind this answer; `getInvitationImport` tells how far. Doing it twice is doing it once.",
  request: { params: idParam, headers: changeHeaders },
  responses: {
    202: item(InvitationImport, "It runs."),
    ...problems(...changeProblems, "CONFLICT"),
  },
});
invitationImportRoutes.openapi(confirmRoute, async (c) => {
  const { id } = c.req.valid("param");
  const change = await changeAsEmployee(c, { action: "confirmInvitationImport" }, (db, me) =>
    confirmInvitationImport(c, db, me, id, ifMatch(c)),
  );
  c.executionCtx.waitUntil(runImport(c.var.env, c.var.organizationId!, id));
  return changeResponse(c, change, 202) as never;
});

const cancelRoute = createRoute({
  method: "post",
  path: "/dashboard/invitation-imports/{id}/cancel",
  operationId: "cancelInvitationImport",
  tags,
  security,
  summary: "Stop an import",
  description: "Whoever is invited already stays invited. Doing it twice is doing it once.",
  request: { params: idParam, headers: changeHeaders },
  responses: {
    200: item(InvitationImport, "It has stopped."),
    ...problems(...changeProblems, "CONFLICT"),
  },
});
invitationImportRoutes.openapi(cancelRoute, async (c) => {
  const { id } = c.req.valid("param");
  const change = await changeAsEmployee(c, { action: "cancelInvitationImport" }, (db, me) =>
    cancelInvitationImport(db, me, id, ifMatch(c)),
  );
  return changeResponse(c, change) as never;
});
