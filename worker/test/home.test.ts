import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createTenant, inDays, newId, signIn, signInEmployee, type Person, type Tenant } from "./harness.ts";
import type { Visitor } from "./http.ts";
import { invite } from "./invitations.ts";
import { assertProblem } from "./walk.ts";

interface Item {
  id: string;
  title?: string;
}
interface Counted {
  count: number;
  items: Item[];
}
interface Home {
  appointments: Item[];
  overdueTasks: Counted;
  invitations: { pending: number; expired: number; items: Item[] };
  failedMails: Counted;
  activities: {
    action: string;
    entityId: string;
    title: string | null;
    customer: { id: string; name: string } | null;
    actor: { kind: string };
  }[];
  counts: { customers: number; customersWithAccount: number };
  setup: { steps: { id: string; done: boolean }[]; dismissedAt: string | null };
}

const homeOf = async (visitor: Visitor) => {
  const answer = await visitor.get("/dashboard/home");
  assert.equal(answer.status, 200, answer.text);
  return answer.json<Home>();
};
const ids = (items: Item[]) => items.map(({ id }) => id);

describe("the first page", () => {
  let tenant: Tenant;
  let person: Person;
  let clerk: Visitor;

  before(async () => {
    // A day there begins ten or eleven hours before it does here.
    tenant = await createTenant({ time_zone: "Pacific/Auckland" });
    person = await tenant.addCustomer({ name: "Ada" });
    clerk = await signInEmployee(await tenant.addEmployee());
  });

  test("of an organization that has just begun is empty", async () => {
    const visitor = await signInEmployee(await (await createTenant()).addEmployee("OWNER"));
    const { setup, ...home } = await homeOf(visitor);
    assert.deepEqual(home, {
      appointments: [],
      overdueTasks: { count: 0, items: [] },
      invitations: { pending: 0, expired: 0, items: [] },
      failedMails: { count: 0, items: [] },
      activities: [],
      counts: { customers: 0, customersWithAccount: 0 },
    });
    assert.equal(setup.dismissedAt, null);
  });

  test("has today's appointments of the organization's own day, in order, without the cancelled", async () => {
    const [{ begins } = { begins: new Date() }] = await tenant.sql(
      (tx) => tx<{ begins: Date }[]>`select date_trunc('day', now() at time zone 'Pacific/Auckland')
        at time zone 'Pacific/Auckland' as begins`,
    );
    const at = (hours: number, values: object = {}) => {
      const [starts_at, ends_at] = [hours, hours + 0.5].map(
        (h) => new Date(begins.getTime() + h * 3_600_000),
      );
      return tenant.add("appointments", person.customerId, { starts_at, ends_at, ...values });
    };
    const last = await at(23.5);
    const first = await at(0);
    const midday = await at(12, { status: "REQUESTED" });
    await at(12, { status: "CANCELLED" });
    await at(-0.5);
    await at(24);
    assert.deepEqual(ids((await homeOf(clerk)).appointments), [first, midday, last]);
  });

  test("has overdue tasks, the longest overdue first, and how many there are", async () => {
    const add = (days: number | null, values = {}) =>
      tenant.add("tasks", person.customerId, { due_at: days === null ? null : inDays(days), ...values });
    const overdue: string[] = [];
    for (let n = 12; n > 0; n--) overdue.push(await add(-n));
    await add(1);
    await add(null);
    await add(-20, { status: "DONE", completed_at: new Date() });
    const { overdueTasks } = await homeOf(clerk);
    assert.equal(overdueTasks.count, 12);
    assert.deepEqual(ids(overdueTasks.items), overdue.slice(0, 10));
  });

  test("has invitations that wait, those that have expired, and mails that failed lately", async () => {
    const waiting: string[] = [];
    for (let n = 0; n < 6; n++)
      waiting.push((await invite(clerk, { email: `${newId()}@people.example` })).invitation.id);
    const [expired, revoked] = [
      (await invite(clerk, { email: `${newId()}@people.example` })).invitation.id,
      (await invite(clerk, { email: `${newId()}@people.example` })).invitation.id,
    ];
    await tenant.sql((tx) => tx`update portal.invitations set expires_at = now() where id = ${expired}`);
    assert.equal((await clerk.post(`/dashboard/invitations/${revoked}/revoke`)).status, 200);
    const failed = { failed_at: new Date(), last_error: "REFUSED The provider refuses it." };
    const mail = await tenant.addMail(failed);
    await tenant.addMail({ ...failed, created_at: inDays(-31) });
    await tenant.addMail({ sent_at: new Date() });
    const { invitations, failedMails } = await homeOf(clerk);
    assert.deepEqual([invitations.pending, invitations.expired], [6, 1]);
    assert.deepEqual(ids(invitations.items), waiting.slice(0, 5));
    assert.deepEqual([failedMails.count, ids(failedMails.items)], [1, [mail]]);
  });

  test("tells an employee what a customer did, without where from", async () => {
    const visitor = await signIn(person);
    const task = await tenant.add("tasks", person.customerId, { title: "Fill it in" });
    assert.equal((await visitor.post(`/portal/tasks/${task}/complete`)).status, 200);
    const [latest] = (await homeOf(clerk)).activities;
    assert.deepEqual(
      [latest?.action, latest?.entityId, latest?.title, latest?.customer, latest?.actor.kind],
      ["completeTask", task, "Fill it in", { id: person.customerId, name: "Ada" }, "CUSTOMER"],
    );
    assert.doesNotMatch(JSON.stringify(latest), /network|userAgent/);
    assert.equal((await clerk.delete(`/dashboard/tasks/${task}`)).status, 204);
    assert.equal((await homeOf(clerk)).activities[0]?.title, null);
    assert.equal((await clerk.delete(`/dashboard/customers/${person.customerId}`)).status, 204);
    assert.equal((await homeOf(clerk)).activities[0]?.customer, null);
  });
});

describe("the first run", () => {
  test("is done step by step by what is there, and put away and brought back", async () => {
    const tenant = await createTenant({ allowed_origins: [] });
    const boss = await tenant.addEmployee("OWNER");
    const owner = await signInEmployee(boss);
    const own = await tenant.addCustomer({ signsIn: false });
    await tenant.sql(
      (tx) => tx`update portal.users set customer_id = ${own.customerId} where id = ${boss.userId}`,
    );
    const done = async () =>
      (await homeOf(owner)).setup.steps.filter((step) => step.done).map(({ id }) => id);
    assert.deepEqual(await done(), [], "the owner's own customer record is none");
    const settings = (body: object) => owner.patch("/dashboard/organization", body);
    await settings({ branding: { accentColor: "#0f6b5c" } });
    assert.deepEqual(await done(), ["LOOK"]);
    const { id } = (await owner.post("/dashboard/customers", { name: "First" })).json<Item>();
    assert.deepEqual(await done(), ["LOOK", "CUSTOMER"]);
    await settings({ allowedOrigins: [tenant.origin] });
    assert.deepEqual(await done(), ["LOOK", "CUSTOMER"], "a website is not yet a page of it");
    await settings({ portalUrl: `${tenant.origin}/portal` });
    assert.deepEqual(await done(), ["LOOK", "CUSTOMER", "WEBSITE"]);
    await invite(owner, { email: `${newId()}@people.example`, role: "EMPLOYEE" });
    assert.deepEqual(await done(), ["LOOK", "CUSTOMER", "WEBSITE"], "a colleague is no customer");
    await invite(owner, { email: `${newId()}@people.example`, customerId: id });
    assert.deepEqual(await done(), ["LOOK", "CUSTOMER", "WEBSITE", "INVITATION"]);
    await tenant.sql(
      (tx) => tx`update portal.organizations set embed_seen_at = now() where id = ${tenant.id}`,
    );
    assert.equal((await done()).length, 5);

    const put = (await settings({ setupDismissed: true })).json<{ setupDismissedAt: string | null }>();
    assert.ok(put.setupDismissedAt);
    assert.equal((await homeOf(owner)).setup.dismissedAt, put.setupDismissedAt);
    await settings({ setupDismissed: true });
    assert.equal((await homeOf(owner)).setup.dismissedAt, put.setupDismissedAt, "since the first time");
    await settings({ name: "Another name" });
    assert.equal((await homeOf(owner)).setup.dismissedAt, put.setupDismissedAt, "only what is said changes");
    await settings({ setupDismissed: false });
    assert.equal((await homeOf(owner)).setup.dismissedAt, null);
    assertProblem(await settings({ setupDismissed: "yes" }), 400, "INVALID_REQUEST");
  });
});
