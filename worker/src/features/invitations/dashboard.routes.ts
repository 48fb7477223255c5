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
import { getInvitation, listInvitations } from "./invitations.queries.ts";
import { CreateInvitationInput, Invitation, invitationStatus } from "./invitations.schemas.ts";
import { createInvitation, resendInvitation, revokeInvitation } from "./invitations.service.ts";

/** Invitations, for employees. */
export const invitationRecordRoutes = newRouter();
const security = [{ accessToken: [] }];
const tags = ["Dashboard: invitations"];

const listRoute = createRoute({
  method: "get",
  path: "/dashboard/invitations",
  operationId: "listInvitations",
  tags,
  security,
  summary: "The organization's invitations",
  description: "The newest first.",
  request: { query: z.object({ status: oneOrMore(invitationStatus, "Only these."), ...pageQuery }) },
  responses: {
    200: json(pageOf(Invitation, "InvitationPage"), "A page."),
    ...problems("INVALID_REQUEST", "UNAUTHENTICATED", "FORBIDDEN"),
  },
});
invitationRecordRoutes.openapi(listRoute, async (c) => {
  const query = c.req.valid("query");
  const values = { ...pageValues(query), statuses: query.status?.join(",") ?? null };
  return jsonText(c, await readAsEmployee(c, listInvitations, values)) as never;
});

const getRoute = createRoute({
  method: "get",
  path: "/dashboard/invitations/{id}",
  operationId: "getInvitation",
  tags,
  security,
  summary: "One invitation",
  request: { params: idParam },
  responses: {
    200: item(Invitation, "The invitation."),
    ...problems("UNAUTHENTICATED", "FORBIDDEN", "NOT_FOUND"),
  },
});
invitationRecordRoutes.openapi(
  getRoute,
  async (c) => itemResponse(c, await readAsEmployee(c, getInvitation, c.req.valid("param"))) as never,
);

const postRoute = createRoute({
  method: "post",
  path: "/dashboard/invitations",
  operationId: "createInvitation",
  tags,
  security,
  summary: "Invite somebody by mail",
  description:
    "The link is good for seven days. An address that is invited already stays one invitation: it is renewed as the request says, and mailed again. An address gets at most ten such mails an hour.",
  request: { ...body(CreateInvitationInput), headers: createHeaders },
  responses: {
    201: item(Invitation, "The invitation; its mail is on the way."),
    ...problems(...createProblems, "CONFLICT", "RATE_LIMITED"),
  },
});
invitationRecordRoutes.openapi(
  postRoute,
  async (c) =>
    (await createAsEmployee(c, { action: "createInvitation" }, (db, me) =>
      createInvitation(c, db, me, c.req.valid("json")),
    )) as never,
);

const resendRoute = createRoute({
  method: "post",
  path: "/dashboard/invitations/{id}/resend",
  operationId: "resendInvitation",
  tags,
  security,
  summary: "Mail an invitation again",
  description: "A new link, good for another seven days; the links of before say that they were replaced.",
  request: { params: idParam, headers: changeHeaders },
  responses: {
    200: item(Invitation, "The invitation as it is now."),
    ...problems(...changeProblems, "CONFLICT", "RATE_LIMITED"),
  },
});
invitationRecordRoutes.openapi(resendRoute, async (c) => {
  const { id } = c.req.valid("param");
  const change = await changeAsEmployee(c, { action: "resendInvitation" }, (db, me) =>
    resendInvitation(c, db, me, id, ifMatch(c)),
  );
  return changeResponse(c, change) as never;
});

const revokeRoute = createRoute({
  method: "post",
  path: "/dashboard/invitations/{id}/revoke",
  operationId: "revokeInvitation",
  tags,
  security,
  summary: "Take an invitation back",
  description: "Its link says so from now on. Doing it twice is doing it once.",
  request: { params: idParam, headers: changeHeaders },
  responses: {
    200: item(Invitation, "The invitation as it is now."),
    ...problems(...changeProblems, "CONFLICT"),
  },
});
invitationRecordRoutes.openapi(revokeRoute, async (c) => {
  const { id } = c.req.valid("param");
  const change = await changeAsEmployee(c, { action: "revokeInvitation" }, (db, me) =>
    revokeInvitation(db, me, id, ifMatch(c)),
  );
  return changeResponse(c, change) as never;
});
