import assert from "node:assert/strict";
import { mailsTo, password, unique } from "./harness.ts";
import { Visitor, type Answer } from "./http.ts";

/** An invitation as the dashboard tells it. */
export interface Invitation {
  id: string;
  email: string;
  name: string;
  role: string;
  customerId: string | null;
  status: string;
  expiresAt: string;
  sentAt: string;
  createdAt: string;
  invitedBy: { id: string; name: string } | null;
}

/** An address that nobody has. */
export const newAddress = () => `${unique()}@invited.example`;

/** What an employee sends. */
export const create = (by: Visitor, input: object, headers = {}) =>
  by.post("/dashboard/invitations", input, { headers });

/** The token in the link of the newest mail to an address. */
export async function tokenFor(email: string): Promise<string> {
  const [mail] = await mailsTo(email.toLowerCase());
  const token = /#portal-invitation=([\w.-]+)/.exec(mail?.text ?? "")?.[1];
  assert.ok(token, `no invitation was mailed to ${email}`);
  return token;
}

/** Invites an address; answers the invitation and the token of its mail. */
export async function invite(by: Visitor, input: { email: string } & Record<string, unknown>) {
  const answer = await create(by, input);
  assert.equal(answer.status, 201, answer.text);
  return { invitation: answer.json<Invitation>(), token: await tokenFor(input.email) };
}

/** What the link's page asks. */
export const preview = (token: string, visitor = new Visitor(), more = {}): Promise<Answer> =>
  visitor.post("/portal/invitations/preview", { token, ...more });

/** What a newcomer types. */
export const accept = (token: string, visitor = new Visitor(), more: object = {}): Promise<Answer> =>
  visitor.post("/portal/invitations/accept", { token, name: "Typed Name", password, ...more });

/** What somebody who is signed in presses. */
export const acceptSignedIn = (token: string, visitor: Visitor): Promise<Answer> =>
  visitor.post("/portal/invitations/accept", { token });
