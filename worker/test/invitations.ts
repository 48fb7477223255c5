import assert from "node:assert/strict";
import { mailsTo, password, unique, type Tenant } from "./harness.ts";
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

/** The fields that an answer names. */
export const pathsOf = (answer: Answer) =>
  answer.json<{ errors: { path: string }[] }>().errors.map(({ path }) => path);

/** What an organization's owner does, and what there is to see of it. */
export function invitationsOf(place: () => { tenant: Tenant; owner: Visitor }) {
  const stateOf = () =>
    place().tenant.sql(async (tx) => {
      const counts: Record<string, unknown> = {};
      for (const table of ["users", "customers", "sessions", "throttles", "outbox", "audit_log"])
        [counts[table]] = (await tx`select count(*)::int as n from portal.${tx(table)}`).map((row) => row.n);
      counts.invitations = (await tx`select v::text as row from portal.invitations v order by id`).map(
        (row) => row.row,
      );
      return counts;
    });
  const update = (id: string, columns: Record<string, unknown>) =>
    place().tenant.sql((tx) => tx`update portal.invitations set ${tx(columns)} where id = ${id}`);
  const get = async (id: string) =>
    (await place().owner.get(`/dashboard/invitations/${id}`)).json<Invitation>();
  const resend = (id: string, by = place().owner) => by.post(`/dashboard/invitations/${id}/resend`);
  const revoke = (id: string, by = place().owner) => by.post(`/dashboard/invitations/${id}/revoke`);
  const usersOf = (email: string) =>
    place().tenant.sql(
      (tx) => tx`select id, role, customer_id, email_verified_at from portal.users where email = ${email}`,
    );
  return { stateOf, update, get, resend, revoke, usersOf };
}
