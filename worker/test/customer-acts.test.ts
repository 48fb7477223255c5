import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { newPassword, proofOf } from "./accounts.ts";
import { codeFor, createTenant, password, signIn, signInEmployee, unique, type Tenant } from "./harness.ts";
import { Visitor } from "./http.ts";
import { invite } from "./invitations.ts";

interface Entry {
  action: string;
  entity: string;
  entityId: string;
  actor: { id: string; name: string; kind: string };
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}

let tenant: Tenant;
let owner: Visitor;

before(async () => {
  tenant = await createTenant();
  owner = await signInEmployee(await tenant.addEmployee("OWNER"));
});

const log = async (query: string) => {
  const answer = await owner.get(`/dashboard/audit-log?limit=100&${query}`);
  assert.equal(answer.status, 200, answer.text);
  return answer.json<{ items: Entry[] }>().items.reverse();
};

describe("what customers do is in the audit log", () => {
  test("a task that is done and opened again, each once", async () => {
    const person = await tenant.addCustomer({ name: "Ada Okafor" });
    const visitor = await signIn(person);
    const id = await tenant.add("tasks", person.customerId, { status: "IN_PROGRESS" });
    for (const step of ["complete", "complete", "reopen", "reopen"])
      assert.equal((await visitor.post(`/portal/tasks/${id}/${step}`)).status, 200);
    const entries = await log(`actorKind=CUSTOMER&entityId=${id}`);
    assert.deepEqual(
      entries.map(({ action, entity, before, after }) => [action, entity, before, after]),
      [
        ["completeTask", "task", { status: "IN_PROGRESS" }, { status: "DONE" }],
        ["reopenTask", "task", { status: "DONE" }, { status: "OPEN" }],
      ],
    );
    assert.deepEqual(entries[0]!.actor, { id: person.userId, name: "Ada Okafor", kind: "CUSTOMER" });
    const employees = await log(`actorKind=EMPLOYEE&entityId=${id}`);
    assert.deepEqual(employees, []);
  });

  test("of sixteen at once that complete a task, one did", async () => {
    const person = await tenant.addCustomer();
    const visitor = await signIn(person);
    const id = await tenant.add("tasks", person.customerId);
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => visitor.post(`/portal/tasks/${id}/complete`)),
    );
    assert.deepEqual(new Set(answers.map(({ text }) => text)).size, 1);
    assert.equal((await log(`entityId=${id}`)).length, 1);
  });

  test("the profile, only what differs", async () => {
    const person = await tenant.addCustomer({ name: "Before" });
    const visitor = await signIn(person);
    for (let i = 0; i < 2; i++)
      assert.equal(
        (await visitor.send("PUT", "/portal/me", { body: { name: "After", phone: "+49 30 1" } })).status,
        200,
      );
    assert.deepEqual(
      (await log(`entityId=${person.customerId}`)).map(({ action, before, after }) => [
        action,
        before,
        after,
      ]),
      [["updateMe", { name: "Before", phone: null }, { name: "After", phone: "+49 30 1" }]],
    );
  });

  test("becoming a customer: by an invitation and by registering, known before or not", async () => {
    const known = await tenant.addCustomer({ signsIn: false });
    const { token, invitation } = await invite(owner, { email: `${unique()}@people.example` });
    const accepted = await new Visitor(tenant.origin).post("/portal/invitations/accept", {
      token,
      name: "Invited",
      password,
    });
    const { user } = accepted.json<{ user: { id: string } }>();
    const [joined] = await log(`actorId=${user.id}`);
    assert.deepEqual(
      [joined?.action, joined?.entityId, joined?.actor.kind, joined?.after],
      ["acceptInvitation", (invitation as { id: string }).id, "CUSTOMER", { status: "ACCEPTED" }],
    );
    for (const email of [known.email, `${unique()}@people.example`]) {
      const visitor = new Visitor(tenant.origin);
      const who = { organization: tenant.slug, email };
      await visitor.post("/portal/auth/register", { ...who, password, name: "Robin" });
      const answer = await visitor.post("/portal/auth/register/verify", {
        ...who,
        code: await codeFor(email),
      });
      const { customer, user } = answer.json<{ customer: { id: string }; user: { id: string } }>();
      const [entry] = await log(`entityId=${customer.id}`);
      const account = { userId: user.id, email };
      const isKnown = email === known.email;
      assert.deepEqual(
        [entry?.action, entry?.entity, entry?.before, entry?.after, entry?.actor.id],
        [
          "verifyRegistration",
          "customer",
          isKnown ? { account: null } : null,
          isKnown ? { account } : { name: "Robin", email, account },
          user.id,
        ],
      );
    }
  });

  test("another password and address, without a secret", async () => {
    const person = await tenant.addCustomer();
    const visitor = await signIn(person);
    const email = `${unique()}@people.example`;
    await visitor.post("/portal/me/password", { currentPassword: password, newPassword });
    await visitor.post("/portal/me/email", { email, password: newPassword });
    const { code } = await proofOf(tenant, email);
    assert.equal((await visitor.post("/portal/me/email/confirm", { code })).status, 200);
    const entries = await log(`entity=customer&entityId=${person.customerId}`);
    assert.deepEqual(
      entries.map(({ action, before, after }) => [action, before, after]),
      [
        ["changePassword", null, null],
        ["confirmEmail", { email: person.email }, { email }],
      ],
    );
    assert.doesNotMatch(JSON.stringify(entries), /argon2|password hash|\b\d{6}\b/);
  });

  test("what is refused leaves no entry", async () => {
    const person = await tenant.addCustomer();
    const other = await tenant.addCustomer();
    const visitor = await signIn(person);
    const id = await tenant.add("tasks", other.customerId);
    assert.equal((await visitor.post(`/portal/tasks/${id}/complete`)).status, 404);
    visitor.origin = "https://evil.example";
    const own = await tenant.add("tasks", person.customerId);
    assert.equal((await visitor.post(`/portal/tasks/${own}/complete`)).status, 403);
    for (const entity of [id, own]) assert.deepEqual(await log(`entityId=${entity}`), []);
  });
});
