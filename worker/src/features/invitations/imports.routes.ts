import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { jsonText, pageValues, readAsEmployee } from "../../access.ts";
import { changeAsEmployee, changeResponse, createAsEmployee, ifMatch, itemResponse } from "../../changes.ts";
import { newRouter } from "../../router.ts";
import { idParam, oneOrMore, pageOf, pageQuery } from "../../wire/common.ts";
import { json, problems } from "../../wire/problems.ts";
import { recordOperations } from "../../wire/records.ts";
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
  deleteInvitationImport,
} from "./imports.service.ts";

/** Inviting many customers at once, by a list. */
export const invitationImportRoutes = newRouter();
const path = "/dashboard/invitation-imports";
const tag = "Dashboard: invitations";
const imports = recordOperations({ path, tag, record: InvitationImport, page: "InvitationImportPage" });

const listRoute = imports.list(
  {
    operationId: "listInvitationImports",
    summary: "Lists of people to invite",
    description: "Newest first.",
  },
  {},
);
invitationImportRoutes.openapi(
  listRoute,
  async (c) =>
    jsonText(c, await readAsEmployee(c, listInvitationImports, pageValues(c.req.valid("query")))) as never,
);

const getRoute = imports.get({ operationId: "getInvitationImport", summary: "How far an import is" });
invitationImportRoutes.openapi(
  getRoute,
  async (c) => itemResponse(c, await readAsEmployee(c, getInvitationImport, c.req.valid("param"))) as never,
);

const rowsRoute = createRoute({
  method: "get",
  path: `${path}/{id}/rows`,
  operationId: "listInvitationImportRows",
  tags: [tag],
  security: [{ accessToken: [] }],
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

const createImportRoute = imports.create(
  {
    operationId: "createInvitationImport",
    summary: "Preview a list of customers to invite",
    description:
      "Reads a CSV file of up to 5,000 rows (the body has at most 2 MiB) and says what would become of each. A row is the customer with its external id, else the one with its address that nobody signs in as yet, else a new one. Nothing is sent before `confirmInvitationImport`.",
    fails: ["REGISTRATION_CLOSED"],
  },
  CreateInvitationImportInput,
);
invitationImportRoutes.openapi(
  createImportRoute,
  async (c) =>
    (await createAsEmployee(c, { action: "createInvitationImport" }, (db, me) =>
      createInvitationImport(db, me, c.req.valid("json")),
    )) as never,
);

const confirmRoute = imports.step(
  "confirm",
  {
    operationId: "confirmInvitationImport",
    summary: "Invite everybody who is ready",
    description:
      "Goes on behind this answer; `getInvitationImport` tells how far. Doing it twice is doing it once.",
    fails: ["CONFLICT"],
  },
  202,
);
invitationImportRoutes.openapi(confirmRoute, async (c) => {
  const { id } = c.req.valid("param");
  const change = await changeAsEmployee(c, { action: "confirmInvitationImport" }, (db, me) =>
    confirmInvitationImport(c, db, me, id, ifMatch(c)),
  );
  c.executionCtx.waitUntil(runImport(c.var.env, c.var.organizationId!, id));
  return changeResponse(c, change, 202) as never;
});

const cancelRoute = imports.step("cancel", {
  operationId: "cancelInvitationImport",
  summary: "Stop an import",
  description: "Whoever is invited already stays invited. Doing it twice is doing it once.",
  fails: ["CONFLICT"],
});
invitationImportRoutes.openapi(cancelRoute, async (c) => {
  const { id } = c.req.valid("param");
  const change = await changeAsEmployee(c, { action: "cancelInvitationImport" }, (db, me) =>
    cancelInvitationImport(db, me, id, ifMatch(c)),
  );
  return changeResponse(c, change) as never;
});

const deleteRoute = imports.delete({
  operationId: "deleteInvitationImport",
  summary: "Delete an import",
  description:
    "With all its rows. Whoever is invited stays invited; one that runs has to be cancelled first.",
  fails: ["CONFLICT"],
});
invitationImportRoutes.openapi(deleteRoute, async (c) => {
  const { id } = c.req.valid("param");
  await changeAsEmployee(c, { action: "deleteInvitationImport" }, (db, me) =>
    deleteInvitationImport(db, me, id, ifMatch(c)),
  );
  return c.body(null, 204);
});
