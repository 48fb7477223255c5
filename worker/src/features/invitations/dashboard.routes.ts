import { jsonText, pageValues, readAsEmployee } from "../../access.ts";
import { changeAsEmployee, changeResponse, createAsEmployee, ifMatch, itemResponse } from "../../changes.ts";
import { newRouter } from "../../router.ts";
import { oneOrMore } from "../../wire/common.ts";
import { Invitation, invitationStatus } from "../../wire/entities.ts";
import { recordOperations } from "../../wire/records.ts";
import { getInvitation, listInvitations } from "./invitations.queries.ts";
import { CreateInvitationInput } from "./invitations.schemas.ts";
import { createInvitation, resendInvitation, revokeInvitation } from "./invitations.service.ts";

/** Invitations, for employees. */
export const invitationRecordRoutes = newRouter();
const invitations = recordOperations({
  path: "/dashboard/invitations",
  tag: "Dashboard: invitations",
  record: Invitation,
  page: "InvitationPage",
});

const listRoute = invitations.list(
  { operationId: "listInvitations", summary: "The organization's invitations", description: "Newest first." },
  { status: oneOrMore(invitationStatus, "Only these.") },
);
invitationRecordRoutes.openapi(listRoute, async (c) => {
  const query = c.req.valid("query");
  const values = { ...pageValues(query), statuses: query.status?.join(",") ?? null };
  return jsonText(c, await readAsEmployee(c, listInvitations, values)) as never;
});

const getRoute = invitations.get({ operationId: "getInvitation", summary: "One invitation" });
invitationRecordRoutes.openapi(
  getRoute,
  async (c) => itemResponse(c, await readAsEmployee(c, getInvitation, c.req.valid("param"))) as never,
);

const createInvitationRoute = invitations.create(
  {
    operationId: "createInvitation",
    summary: "Invite somebody by mail",
    description:
      "The link is good for seven days. An address that is invited already stays one invitation: it is renewed as the request says, and mailed again. An address gets at most ten such mails an hour.",
    fails: ["REGISTRATION_CLOSED", "CONFLICT", "RATE_LIMITED"],
  },
  CreateInvitationInput,
);
invitationRecordRoutes.openapi(
  createInvitationRoute,
  async (c) =>
    (await createAsEmployee(c, { action: "createInvitation" }, (db, me) =>
      createInvitation(c, db, me, c.req.valid("json")),
    )) as never,
);

const resendRoute = invitations.step("resend", {
  operationId: "resendInvitation",
  summary: "Mail an invitation again",
  description: "A new link, good for another seven days; the links of before say that they were replaced.",
  fails: ["REGISTRATION_CLOSED", "CONFLICT", "RATE_LIMITED"],
});
invitationRecordRoutes.openapi(resendRoute, async (c) => {
  const { id } = c.req.valid("param");
  const change = await changeAsEmployee(c, { action: "resendInvitation" }, (db, me) =>
    resendInvitation(c, db, me, id, ifMatch(c)),
  );
  return changeResponse(c, change) as never;
});

const revokeRoute = invitations.step("revoke", {
  operationId: "revokeInvitation",
  summary: "Take an invitation back",
  description: "Its link says so from now on. Doing it twice is doing it once.",
  fails: ["CONFLICT"],
});
invitationRecordRoutes.openapi(revokeRoute, async (c) => {
  const { id } = c.req.valid("param");
  const change = await changeAsEmployee(c, { action: "revokeInvitation" }, (db, me) =>
    revokeInvitation(db, me, id, ifMatch(c)),
  );
  return changeResponse(c, change) as never;
});
