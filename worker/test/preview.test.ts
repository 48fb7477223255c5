import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { auditOf, sessionIdOf } from "./accounts.ts";
import { createTenant, inDays, newId, signInEmployee, type Person, type Tenant } from "./harness.ts";
import { Visitor } from "./http.ts";
import { invite } from "./invitations.ts";
import { mintToken, readToken } from "./tokens.ts";
import { assertProblem } from "./walk.ts";

interface Preview {
  accessToken: string;
  expiresIn: number;
  customer: { id: string };
  user: { id: string; role: string } | null;
  organization: { id: string };
}

let tenant: Tenant;
let person: Person;
let employee: Person;
let clerk: Visitor;

before(async () => {
  tenant = await createTenant();
  [person, employee] = [await tenant.addCustomer(), await tenant.addEmployee()];
  clerk = await signInEmployee(employee);
});

const ask = (of: Person, by = clerk) => by.post(`/dashboard/customers/${of.customerId}/preview`);
const preview = async (of: Person, by = clerk) => {
  const answer = await ask(of, by);
  assert.equal(answer.status, 201, answer.text);
  assert.equal(answer.headers["set-cookie"], undefined);
  const visitor = new Visitor();
  const made = answer.json<Preview>();
  visitor.accessToken = made.accessToken;
  return { visitor, made };
};
const sessions = () =>
  tenant.sql((tx) => tx`select id, audience, rotated_at, counter from portal.sessions order by id`);

describe("a preview of the portal", () => {
  test("shows what the customer sees, and nothing that is internal", async () => {
    const other = await tenant.addCustomer();
    const [shared, internal] = [
      await tenant.add("notes", person.customerId),
      await tenant.add("notes", person.customerId, { visibility: "INTERNAL" }),
    ];
    const task = await tenant.add("tasks", person.customerId);
    const theirs = await tenant.add("tasks", other.customerId);
    const { visitor, made } = await preview(person);
    assert.deepEqual(
      [made.customer.id, made.user?.id, made.organization.id, made.expiresIn],
      [person.customerId, person.userId, tenant.id, 300],
    );
    const notes = (await visitor.get("/portal/notes")).json<{ items: { id: string }[] }>().items;
    assert.deepEqual(
      notes.map(({ id }) => id),
      [shared],
    );
    assertProblem(await visitor.get(`/portal/notes/${internal}`), 404, "NOT_FOUND");
    assert.equal((await visitor.get(`/portal/tasks/${task}`)).status, 200);
    assertProblem(await visitor.get(`/portal/tasks/${theirs}`), 404, "NOT_FOUND");
    const overview = (await visitor.get("/portal/dashboard")).json<{ counts: object }>();
    assert.deepEqual(overview.counts, { upcomingAppointments: 0, openTasks: 1, notes: 1 });
    const me = (await visitor.get("/portal/me")).json<{ user: { id: string } }>();
    assert.equal(me.user.id, person.userId);
  });

  test("needs no account, and shows an employee's to nobody", async () => {
    const without = await tenant.addCustomer({ signsIn: false });
    const boss = await tenant.addEmployee("OWNER");
    const record = await tenant.addCustomer({ signsIn: false });
    await tenant.sql(
      (tx) => tx`update portal.users set customer_id = ${record.customerId} where id = ${boss.userId}`,
    );
    for (const { customerId } of [without, record]) {
      const { visitor, made } = await preview({ ...without, customerId });
      assert.equal(made.user, null);
      const me = await visitor.get("/portal/me");
      assert.deepEqual([me.status, me.json().user], [200, null]);
      assert.equal(me.json<Preview>().customer.id, customerId);
      assert.equal((await visitor.get("/portal/dashboard")).status, 200);
      assert.deepEqual((await visitor.get("/portal/me/sessions")).json().items, []);
    }
  });

  test("is in the audit log, makes no session, and leaves no trace of having been used", async () => {
    const before = await sessions();
    const someone = await tenant.addCustomer();
    const { visitor } = await preview(someone);
    assert.equal((await visitor.get("/portal/me")).status, 200);
    assert.deepEqual(await sessions(), before);
    const shown = (await clerk.get(`/dashboard/customers/${someone.customerId}`)).json<{
      account: { lastSeenAt: string | null };
    }>();
    assert.equal(shown.account.lastSeenAt, null);
    assert.deepEqual(
      (await auditOf(tenant, someone.customerId)).map(({ action, actor_id }) => [action, actor_id]),
      [["previewPortal", employee.userId]],
    );
  });

  test("changes nothing, in whatever way it is tried", async () => {
    const task = await tenant.add("tasks", person.customerId);
    const { visitor } = await preview(person);
    for (const [method, path, body] of [
      ["POST", `/portal/tasks/${task}/complete`, undefined],
      ["POST", `/portal/tasks/${newId()}/complete`, undefined],
      ["PUT", "/portal/me", { name: "Somebody" }],
      ["PUT", "/portal/me", {}],
      ["POST", "/portal/me/password", { currentPassword: "x", newPassword: "a new password" }],
      ["DELETE", "/portal/me/sessions", undefined],
      ["DELETE", "/portal/nothing/here", undefined],
    ] as const) {
      const answer = await visitor.send(method, path, { body });
      if (path.includes("nothing")) assertProblem(answer, 404, "NOT_FOUND");
      else assertProblem(answer, 403, "READ_ONLY");
    }
    // What takes no session, or another side's, takes no preview.
    const { token } = await invite(await signInEmployee(await tenant.addEmployee("OWNER")), {
      email: employee.email.replace("@", "-2@"),
    });
    assertProblem(await visitor.post("/portal/invitations/accept", { token }), 403, "READ_ONLY");
    assertProblem(await visitor.post("/portal/auth/refresh", {}), 401, "SESSION_EXPIRED");
    for (const path of ["/dashboard/me", "/dashboard/customers", "/dashboard/home"])
      assertProblem(await visitor.get(path), 401, "UNAUTHENTICATED");
    assertProblem(await ask(person, visitor), 401, "UNAUTHENTICATED");
    const [row] = await tenant.sql((tx) => tx`select status from portal.tasks where id = ${task}`);
    assert.equal(row!.status, "OPEN");
  });

  test("ends with the employee's session, account and role, and with the customer", async () => {
    const [gone, demoted, out] = [
      await tenant.addEmployee(),
      await tenant.addEmployee(),
      await tenant.addEmployee(),
    ];
    const record = await tenant.addCustomer({ signsIn: false });
    const ends: [Person, (visitor: Visitor) => Promise<unknown>][] = [
      [
        gone,
        () => tenant.sql((tx) => tx`update portal.users set disabled_at = now() where id = ${gone.userId}`),
      ],
      [
        demoted,
        () =>
          tenant.sql(
            (tx) => tx`update portal.users set role = 'CUSTOMER', customer_id = ${record.customerId}
              where id = ${demoted.userId}`,
          ),
      ],
      [out, (visitor) => visitor.post("/dashboard/auth/logout", { organization: tenant.slug })],
    ];
    for (const [who, end] of ends) {
      const session = await signInEmployee(who);
      const { visitor } = await preview(person, session);
      assert.equal((await visitor.get("/portal/me")).status, 200);
      await end(session);
      assertProblem(await visitor.get("/portal/me"), 401, "UNAUTHENTICATED");
    }
    const short = await tenant.addCustomer();
    const { visitor } = await preview(short);
    assert.equal((await clerk.delete(`/dashboard/customers/${short.customerId}`)).status, 204);
    assertProblem(await visitor.get("/portal/me"), 401, "UNAUTHENTICATED");
  });

  test("lives no longer than five minutes, nor than the session it hangs on", async () => {
    const { made } = await preview(person);
    const { claims } = readToken(made.accessToken);
    assert.deepEqual(
      [claims.aud, claims.customer, claims.sub, Number(claims.exp) - Number(claims.iat)],
      ["preview", person.customerId, employee.userId, 300],
    );
    const late = await signInEmployee(await tenant.addEmployee());
    const id = sessionIdOf(late);
    await tenant.sql(
      (tx) => tx`update portal.sessions set expires_at = ${inDays(60 / 86400)} where id = ${id}`,
    );
    const { made: brief } = await preview(person, late);
    assert.ok(brief.expiresIn > 50 && brief.expiresIn <= 60, String(brief.expiresIn));
  });

  test("is of no other organization's customer, and of none that is not there", async () => {
    const stranger = await (await createTenant()).addCustomer();
    for (const whom of [stranger, { ...person, customerId: newId() }])
      assertProblem(await ask(whom), 404, "NOT_FOUND");
    const { visitor } = await preview(person);
    // Even a token that we had signed would open nothing beyond the employee's organization.
    visitor.accessToken = await mintToken(visitor, { customer: stranger.customerId });
    assertProblem(await visitor.get("/portal/me"), 401, "UNAUTHENTICATED");
    visitor.accessToken = await mintToken(clerk, { aud: "preview" });
    assertProblem(await visitor.get("/portal/me"), 401, "UNAUTHENTICATED");
  });
});
