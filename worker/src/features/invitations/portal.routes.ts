import { createRoute } from "@hono/zod-openapi";
import { jsonText } from "../../access.ts";
import { newRouter } from "../../router.ts";
import { authProblems, signInAnswer } from "../../sessions/open.ts";
import { Session } from "../../wire/entities.ts";
import { body, json, problems } from "../../wire/problems.ts";
import { acceptInvitation, previewInvitation } from "./accept.service.ts";
import { AcceptInvitationInput, InvitationPreview, PreviewInvitationInput } from "./invitations.schemas.ts";

/** What the link of an invitation leads to. Both are POST: a mail scanner that opens links sends none. */
export const invitationRoutes = newRouter();
const tags = ["Invitations"];
const perhapsSignedIn: Record<string, string[]>[] = [{ accessToken: [] }, {}];
const ended = [
  "REGISTRATION_CLOSED",
  "OTHER_ORGANIZATION",
  "INVITATION_ACCEPTED",
  "INVITATION_EXPIRED",
  "INVITATION_REVOKED",
  "INVITATION_SUPERSEDED",
] as const;

const previewRoute = createRoute({
  method: "post",
  path: "/portal/invitations/preview",
  operationId: "previewInvitation",
  tags,
  summary: "Who invites whom to what",
  description: "Changes nothing, however often it is asked.",
  request: body(PreviewInvitationInput),
  responses: {
    200: json(InvitationPreview, "The invitation, open."),
    ...problems(...authProblems, ...ended),
  },
});
invitationRoutes.openapi(
  previewRoute,
  async (c) => jsonText(c, { body: await previewInvitation(c, c.req.valid("json")) }) as never,
);

const acceptRoute = createRoute({
  method: "post",
  path: "/portal/invitations/accept",
  operationId: "acceptInvitation",
  tags,
  security: perhapsSignedIn,
  summary: "Accept an invitation",
  description:
    "With `name` and `password`: makes the account. Where the address has one already: with its access token and neither. Signs in at the portal, or at the dashboard where the role is an employee's. Works once.",
  request: body(AcceptInvitationInput),
  responses: {
    201: json(Session, "Accepted, and signed in."),
    ...problems(
      ...authProblems,
      ...ended,
      "UNAUTHENTICATED",
      "READ_ONLY",
      "INVITATION_FOR_ANOTHER",
      "ACCOUNT_EXISTS",
      "CONFLICT",
    ),
  },
});
invitationRoutes.openapi(acceptRoute, async (c) => {
  const { audience, session } = await acceptInvitation(c, c.req.valid("json"));
  return c.json((await signInAnswer(c, audience, session)) as never, 201);
});
