import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { addSession, auditOf, isLive } from "./accounts.ts";
import { createTenant, inDays, newId, signIn, signInEmployee, type Person, type Tenant } from "./harness.ts";
import type { Visitor } from "./http.ts";
import { assertProblem } from "./walk.ts";

interface Record {
  id: string;
  name: string;
  invitation: { id: string; status: string; expiresAt: string } | null;
  nextAppointment: { id: string; startsAt: string; timeZone: string; title: string } | null;
  openTasks: number;
}
interface Page {
  items: Record[];
  nextCursor: string | null;
}

let tenant: Tenant;
let boss: Person;
let clerk: Visitor;
const states = ["ACTIVE", "INVITED", "EXPIRED", "NONE", "DISABLED"] as const;

/** Twelve customers, in turn of each state. */
before(async () => {
  tenant = await createTenant();
  boss = await tenant.addEmployee("OWNER");
  clerk = await signInEmployee(await tenant.addEmployee());
  for (let n = 0; n < 12; n++) {
    const state = states[n % 5]!;
    const name = `${state} ${String(n).padStart(2, "0")}`;
    const signsIn = state === "ACTIVE" || state === "DISABLED";
    const { customerId, userId } = await tenant.addCustomer({ name, signsIn });
    await tenant.sql(async (tx) => {
      if (state === "DISABLED") await tx`update portal.users set disabled_at = now() where id = ${userId}`;
      if (state === "INVITED" || state === "EXPIRED")
        await tx`insert into portal.invitations ${tx(invitation(customerId, state === "INVITED" ? 1 : -1))}`;
    });
  }
});

const invitation = (customer_id: string, days: number, values: object = {}) => ({
  organization_id: tenant.id,
  id: newId(),
  email: `${newId()}@people.example`,
  name: "Invited",
  role: "CUSTOMER",
  customer_id,
  invited_by: boss.userId,
  secret_hash: "none",
  expires_at: inDays(days),
  ...values,
});

const list = async (query: string, limit = 2) => {
  const names: string[] = [];
  let cursor = "";
  do {
    const answer = await clerk.get(`/dashboard/customers?limit=${limit}${query}${cursor}`);
    assert.equal(answer.status, 200, answer.text);
    const page = answer.json<Page>();
    names.push(...page.items.map(({ name }) => name));
    cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : "";
  } while (cursor);
  return names;
};

describe("customers by their account", () => {
  for (const state of states)
    test(state, async () => {
      const expected = (await list("")).filter((name) => name.startsWith(state));
      assert.ok(expected.length >= 2);
      for (const q of ["", `&q=${state.toLowerCase()}`])
        assert.deepEqual(await list(`&account=${state}${q}`), expected, q);
    });

  test("several at once are those of each", async () => {
    const some = (await list("")).filter((name) => /^(?:NONE|EXPIRED)/.test(name));
    assert.deepEqual(await list("&account=EXPIRED,NONE"), some);
  });

  test("an invitation of somebody who may no longer invite is none", async () => {
    const { customerId } = await tenant.addCustomer({ name: "Zoe", signsIn: false });
    const gone = await tenant.addEmployee();
    const row = invitation(customerId, 1, { invited_by: gone.userId });
    await tenant.sql((tx) => tx`insert into portal.invitations ${tx(row)}`);
    assert.ok((await list("&account=INVITED")).includes("Zoe"));
    await tenant.sql((tx) => tx`update portal.users set disabled_at = now() where id = ${gone.userId}`);
    assert.ok(!(await list("&account=INVITED,EXPIRED")).includes("Zoe"));
    assert.ok((await list("&account=NONE")).includes("Zoe"));
  });
});

describe("a customer in the list and by itself", () => {
  test("has the next appointment, the open tasks and the latest invitation", async () => {
    const { customerId } = await tenant.addCustomer({ name: "Whole Person", signsIn: false });
    const other = await tenant.addCustomer({ name: "Other Person", signsIn: false });
    const at = (days: number, values = {}) => ({
      starts_at: inDays(days),
      ends_at: inDays(days + 0.1),
      ...values,
    });
    const add = (values: object) => tenant.add("appointments", customerId, values as never);
    await add(at(-1));
    await add(at(1, { status: "CANCELLED" }));
    const next = await add(at(2, { status: "REQUESTED", title: "Next" }));
    await add(at(3));
    for (const status of ["OPEN", "IN_PROGRESS"]) await tenant.add("tasks", customerId, { status });
    await tenant.add("tasks", customerId, { status: "DONE", completed_at: new Date() });
    const old = invitation(customerId, -9, { revoked_at: new Date(), created_at: inDays(-16) });
    const latest = invitation(customerId, 5);
    await tenant.sql((tx) => tx`insert into portal.invitations ${tx(old)}`);
    await tenant.sql((tx) => tx`insert into portal.invitations ${tx(latest)}`);
    const one = (await clerk.get(`/dashboard/customers/${customerId}`)).json<Record>();
    assert.equal(one.openTasks, 2);
    assert.deepEqual([one.nextAppointment?.id, one.nextAppointment?.title], [next, "Next"]);
    assert.equal(one.nextAppointment?.timeZone, "Europe/Berlin");
    assert.deepEqual([one.invitation?.id, one.invitation?.status], [latest.id, "PENDING"]);
    const page = (await clerk.get("/dashboard/customers?q=person")).json<Page>().items;
    assert.deepEqual(
      page.find(({ id }) => id === customerId),
      one,
    );
    const none = page.find(({ id }) => id === other.customerId)!;
    assert.deepEqual([none.openTasks, none.nextAppointment, none.invitation], [0, null, null]);
  });
});

describe("a customer's sessions", () => {
  const path = (person: Person, id = "") =>
    `/dashboard/customers/${person.customerId}/sessions${id && `/${id}`}`;
  const ids = async (person: Person) =>
    (await clerk.get(path(person))).json<{ items: { id: string }[] }>().items.map(({ id }) => id);

  test("are listed, and end one by one and all at once, with their next request", async () => {
    const person = await tenant.addCustomer();
    const [one, two] = [await signIn(person), await signIn(person)];
    const items = (await clerk.get(path(person))).json<{ items: object[] }>().items;
    assert.equal(items.length, 2);
    const own = (await one.get("/portal/me/sessions")).json<{
      items: { id: string; isCurrent: boolean }[];
    }>();
    const mine = own.items.find(({ isCurrent }) => isCurrent)!.id;
    assert.deepEqual(Object.keys(items[0]!).sort(), Object.keys(own.items[0]!).sort());
    assert.equal((await clerk.delete(path(person, mine))).status, 204);
    assert.deepEqual([await isLive(one), await isLive(two)], [false, true]);
    assert.equal((await clerk.delete(path(person, mine))).status, 204, "twice is once");
    assert.equal((await clerk.delete(path(person))).status, 204);
    assert.equal(await isLive(two), false);
    assert.deepEqual(await ids(person), []);
    const entries = await auditOf(tenant, mine);
    assert.deepEqual(
      entries.map(({ action, entity, before }) => [action, entity, before]),
      [["endCustomerSession", "session", { customerId: person.customerId }]],
    );
  });

  test("of somebody else are not found, whoever that is", async () => {
    const [person, other] = [await tenant.addCustomer(), await tenant.addCustomer()];
    const theirs = await addSession(tenant, other.userId);
    const bosses = await addSession(tenant, boss.userId, { audience: "dashboard" });
    for (const id of [theirs, bosses, newId()])
      assertProblem(await clerk.delete(path(person, id)), 404, "NOT_FOUND");
    assert.deepEqual(await ids(other), [theirs]);
    const nobody = { ...person, customerId: newId() };
    for (const answer of [await clerk.get(path(nobody)), await clerk.delete(path(nobody))])
      assertProblem(answer, 404, "NOT_FOUND");
    const without = await tenant.addCustomer({ signsIn: false });
    assert.deepEqual(await ids(without), []);
    assert.equal((await clerk.delete(path(without))).status, 204);
  });

  test("of an employee who is a customer too are the employee's own", async () => {
    const { customerId } = await tenant.addCustomer({ signsIn: false });
    const owner = await tenant.addEmployee("OWNER");
    await tenant.sql(
      (tx) => tx`update portal.users set customer_id = ${customerId} where id = ${owner.userId}`,
    );
    const both = { ...owner, customerId };
    const session = await addSession(tenant, owner.userId);
    assert.deepEqual(await ids(both), []);
    assertProblem(await clerk.delete(path(both, session)), 404, "NOT_FOUND");
    assert.equal((await clerk.delete(path(both))).status, 204);
    const [row] = await tenant.sql((tx) => tx`select revoked_at from portal.sessions where id = ${session}`);
    assert.equal(row!.revoked_at, null);
  });
});
