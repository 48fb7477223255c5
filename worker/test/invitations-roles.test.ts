import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createTenant, password, signInEmployee, type Person, type Tenant } from "./harness.ts";
import { Visitor } from "./http.ts";
import { accept, create, invite, newAddress, preview, tokenFor, type Invitation } from "./invitations.ts";
import { assertProblem } from "./walk.ts";

const roles = ["CUSTOMER", "EMPLOYEE", "ADMIN", "OWNER"] as const;
type Role = (typeof roles)[number];
const may: Record<string, readonly Role[]> = {
  EMPLOYEE: ["CUSTOMER"],
  ADMIN: ["CUSTOMER", "EMPLOYEE", "ADMIN"],
  OWNER: roles,
};

let tenant: Tenant;
const people: Record<string, Person> = {};
const visitors: Record<string, Visitor> = {};

before(async () => {
  tenant = await createTenant();
  for (const role of Object.keys(may)) {
    people[role] = await tenant.addEmployee(role);
    visitors[role] = await signInEmployee(people[role]);
  }
});

const get = async (id: string) =>
  (await visitors.OWNER!.get(`/dashboard/invitations/${id}`)).json<Invitation>();
const step = (by: Visitor, id: string, name: string) => by.post(`/dashboard/invitations/${id}/${name}`);

for (const [inviter, allowed] of Object.entries(may))
  for (const role of roles) {
    const is = allowed.includes(role);
    test(`${inviter} ${is ? "invites" : "may not invite"} to ${role}, nor resends or revokes it`, async () => {
      const email = newAddress();
      const answer = await create(visitors[inviter]!, { email, role });
      if (is) {
        assert.equal(answer.status, 201, answer.text);
        const visitor = new Visitor();
        const accepted = await accept(await tokenFor(email), visitor);
        assert.equal(accepted.json<{ user: { role: string } }>().user.role, role);
        const audience = role === "CUSTOMER" ? "portal" : "dashboard";
        assert.deepEqual([...visitor.cookies.keys()], [`__Host-portico.${audience}.${tenant.slug}`]);
        const signedIn = await new Visitor().login(email, password, tenant.slug, audience);
        assert.equal(signedIn.status, 200, signedIn.text);
        return;
      }
      assertProblem(answer, 403, "FORBIDDEN");
      const { invitation, token } = await invite(visitors.OWNER!, { email, role });
      for (const name of ["resend", "revoke"])
        assertProblem(await step(visitors[inviter]!, invitation.id, name), 403, "FORBIDDEN");
      // Nor by inviting the same address to less.
      assertProblem(await create(visitors[inviter]!, { email }), 403, "FORBIDDEN");
      assert.equal((await preview(token)).status, 200, "it is as it was");
    });
  }

describe("whoever invited", () => {
  const losses: [string, string, object][] = [
    ["is disabled", "CUSTOMER", { disabled_at: new Date() }],
    ["is disabled", "ADMIN", { disabled_at: new Date() }],
    ["is demoted below it", "ADMIN", { role: "EMPLOYEE" }],
    ["is demoted below it", "OWNER", { role: "ADMIN" }],
  ];
  for (const [what, role, columns] of losses)
    test(`${what} since: an invitation to ${role} gives nothing, until somebody who may sends it again`, async () => {
      const inviter = await tenant.addEmployee("OWNER");
      const email = newAddress();
      const { invitation, token } = await invite(await signInEmployee(inviter), { email, role });
      await tenant.sql((tx) => tx`update portal.users set ${tx(columns)} where id = ${inviter.userId}`);
      assertProblem(await preview(token), 410, "INVITATION_REVOKED");
      assertProblem(await accept(token), 410, "INVITATION_REVOKED");
      const users = await tenant.sql((tx) => tx`select 1 from portal.users where email = ${email}`);
      assert.equal(users.length, 0);
      assert.equal((await get(invitation.id)).status, "REVOKED");
      const again = await step(visitors.OWNER!, invitation.id, "resend");
      assert.equal(again.json<Invitation>().status, "PENDING");
      assert.equal(again.json<Invitation>().invitedBy?.id, people.OWNER!.userId);
      assert.equal((await accept(await tokenFor(email))).status, 201);
    });

  test("is demoted, but not below it: the invitation is good", async () => {
    const inviter = await tenant.addEmployee("OWNER");
    const { token } = await invite(await signInEmployee(inviter), { email: newAddress() });
    await tenant.sql((tx) => tx`update portal.users set role = 'EMPLOYEE' where id = ${inviter.userId}`);
    assert.equal((await accept(token)).status, 201);
  });

  test("is deleted since: nobody stands for it", async () => {
    const inviter = await tenant.addEmployee("OWNER");
    const { token, invitation } = await invite(await signInEmployee(inviter), { email: newAddress() });
    await tenant.sql((tx) => tx`delete from portal.users where id = ${inviter.userId}`);
    assertProblem(await accept(token), 410, "INVITATION_REVOKED");
    assert.equal((await get(invitation.id)).invitedBy, null);
  });
});
