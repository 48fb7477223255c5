import { createRoute } from "@hono/zod-openapi";
import * as z from "zod";
import { jsonText, pageValues, readAsCustomer } from "../../access.ts";
import { newRouter } from "../../router.ts";
import { idParam, pageOf, pageQuery } from "../../wire/common.ts";
import { Note } from "../../wire/entities.ts";
import { json, problems } from "../../wire/problems.ts";
import { getNote, listNotes } from "./notes.queries.ts";

export const noteRoutes = newRouter();
const security = [{ accessToken: [] }];
const tags = ["Notes"];

const listRoute = createRoute({
  method: "get",
  path: "/portal/notes",
  operationId: "listNotes",
  tags,
  security,
  summary: "The notes shared with the customer",
  description: "Newest first. Internal notes never appear.",
  request: { query: z.object(pageQuery) },
  responses: {
    200: json(pageOf(Note, "NotePage"), "A page."),
    ...problems("INVALID_REQUEST", "UNAUTHENTICATED", "CUSTOMER_REQUIRED"),
  },
});
noteRoutes.openapi(listRoute, async (c) => {
  return jsonText(c, await readAsCustomer(c, listNotes, pageValues(c.req.valid("query")))) as never;
});

const getRoute = createRoute({
  method: "get",
  path: "/portal/notes/{id}",
  operationId: "getNote",
  tags,
  security,
  summary: "One note",
  description: "An internal note is not found, exactly as one that does not exist.",
  request: { params: idParam },
  responses: {
    200: json(Note, "The note."),
    ...problems("UNAUTHENTICATED", "CUSTOMER_REQUIRED", "NOT_FOUND"),
  },
});
noteRoutes.openapi(
  getRoute,
  async (c) => jsonText(c, await readAsCustomer(c, getNote, c.req.valid("param"))) as never,
);
