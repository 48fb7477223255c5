import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import {
  raceRounds,
  createTenant,
  newId,
  signInEmployee,
  unique,
  type Person,
  type Tenant,
} from "./harness.ts";
import { type Visitor } from "./http.ts";
import { assertProblem } from "./walk.ts";

let tenant: Tenant;
let customer: Person;
let boss: Person;
let owner: Visitor;

before(async () => {
  tenant = await createTenant();
  customer = await tenant.addCustomer();
  boss = await tenant.addEmployee("OWNER");
  owner = await signInEmployee(boss);
});

const createTask = (visitor: Visitor, title: string, key?: string) =>
  visitor.post(
    "/dashboard/tasks",
    { customerId: customer.customerId, title },
    { headers: { "Idempotency-Key": key } },
  );
const tasksCalled = async (title: string) =>
  tenant.sql(async (tx) => (await tx`select id from portal.tasks where title = ${title}`).length);
const auditOf = (id: string) =>
  tenant.sql((tx) => tx`select * from portal.audit_log where entity_id = ${id} order by at, id`);

describe("Idempotency-Key", () => {
  test("the same key and body give the first answer again, and one record", async () => {
    const [title, key] = [`once ${unique()}`, unique()];
    const first = await createTask(owner, title, key);
    assert.equal(first.status, 201);
    const again = await createTask(owner, title, key);
    assert.equal(again.status, 201);
    assert.equal(again.text, first.text);
    assert.equal(again.headers.etag, first.headers.etag);
    assert.equal(again.headers["idempotency-replayed"], "true");
    assert.equal(first.headers["idempotency-replayed"], undefined);
    assert.equal(await tasksCalled(title), 1);
    assert.equal((await auditOf(first.json<{ id: string }>().id)).length, 1);
  });

  test("64 at once make one record, many times", { timeout: 600_000 }, async () => {
    for (let round = 0; round < raceRounds; round++) {
      const [title, key] = [`race ${unique()}`, unique()];
      const answers = await Promise.all(Array.from({ length: 64 }, () => createTask(owner, title, key)));
      assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201]);
      assert.equal(new Set(answers.map(({ text }) => text)).size, 1);
      assert.equal(await tasksCalled(title), 1);
    }
  });

  test("another body under the key is refused, and makes nothing", async () => {
    const key = unique();
    const other = `other ${unique()}`;
    await createTask(owner, "one", key);
    assertProblem(await createTask(owner, other, key), 422, "IDEMPOTENCY_KEY_REUSED");
    assert.equal(await tasksCalled(other), 0);
  });

  test("the same key of another user is another key", async () => {
    const [title, key] = [`each ${unique()}`, unique()];
    await createTask(owner, title, key);
    const answer = await createTask(await signInEmployee(await tenant.addEmployee()), title, key);
    assert.equal(answer.status, 201);
    assert.equal(answer.headers["idempotency-replayed"], undefined);
    assert.equal(await tasksCalled(title), 2);
  });

  test("a create that failed leaves its key free", async () => {
    const key = unique();
    const send = (customerId: string) =>
      owner.post("/dashboard/tasks", { customerId, title: "again" }, { headers: { "Idempotency-Key": key } });
    assertProblem(await send(newId()), 400, "INVALID_REQUEST");
    assert.equal((await send(customer.customerId)).status, 201);
  });

  test("a key that cannot be is refused", async () => {
    for (const key of ["", "a b", "x".repeat(256)])
      assertProblem(await createTask(owner, "never", key), 400, "INVALID_REQUEST");
  });
});

describe("If-Match", () => {
  test("a change of a state that is gone is refused", async () => {
    const made = await createTask(owner, "shared");
    const { id } = made.json<{ id: string }>();
    const etag = String(made.headers.etag);
    assert.equal((await owner.get(`/dashboard/tasks/${id}`)).headers.etag, etag);
    const change = (title: string, header?: string) =>
      owner.patch(`/dashboard/tasks/${id}`, { title }, { headers: { "If-Match": header } });
    const first = await change("first", etag);
    assert.equal(first.status, 200);
    assert.notEqual(first.headers.etag, etag);
    assertProblem(await change("second", etag), 412, "PRECONDITION_FAILED");
    assert.equal((await owner.get(`/dashboard/tasks/${id}`)).json().title, "first");
    assert.equal((await change("third", `"x", ${first.headers.etag}`)).status, 200);
    assert.equal((await change("fourth")).status, 200);
    assert.equal((await change("fifth", "*")).status, 200);
    const gone = await owner.delete(`/dashboard/tasks/${id}`, { headers: { "If-Match": etag } });
    assertProblem(gone, 412, "PRECONDITION_FAILED");
  });

  test("of many at once on one state, one wins", async () => {
    const made = await createTask(owner, "contested");
    const { id } = made.json<{ id: string }>();
    const headers = { "If-Match": String(made.headers.etag) };
    const answers = await Promise.all(
      Array.from({ length: 16 }, (_, n) =>
        owner.patch(`/dashboard/tasks/${id}`, { title: `by ${n}` }, { headers }),
      ),
    );
    assert.equal(answers.filter(({ status }) => status === 200).length, 1);
    assert.equal(answers.filter(({ status }) => status === 412).length, 15);
  });
});

describe("the audit log's entries", () => {
  test("say who, what, when, from where, before and after", async () => {
    const { id } = (await createTask(owner, "audited")).json<{ id: string }>();
    const answer = await owner.patch(
      `/dashboard/tasks/${id}`,
      { title: "renamed" },
      { headers: { "User-Agent": "Tester/1" } },
    );
    await owner.patch(`/dashboard/tasks/${id}`, { title: "renamed" });
    await owner.delete(`/dashboard/tasks/${id}`);
    const [made, renamed, deleted, ...more] = await auditOf(id);
    assert.equal(more.length, 0, "what changed nothing leaves no entry");
    assert.deepEqual([made!.action, made!.before, made!.after.title], ["createTask", null, "audited"]);
    assert.deepEqual([renamed!.before, renamed!.after], [{ title: "audited" }, { title: "renamed" }]);
    assert.deepEqual([deleted!.action, deleted!.after], ["deleteTask", null]);
    const { entity, actor_id, actor_name, network, user_agent, request_id } = renamed!;
    assert.deepEqual(
      { entity, actor_id, actor_name, network, user_agent, request_id },
      {
        entity: "task",
        actor_id: boss.userId,
        actor_name: "Erin Employee",
        network: owner.network,
        user_agent: "Tester/1",
        request_id: answer.headers["x-request-id"],
      },
    );
  });

  test("a change that fails leaves neither", async () => {
    const { id } = (await createTask(owner, "whole")).json<{ id: string }>();
    const answer = await owner.patch(`/dashboard/tasks/${id}`, { title: "half", status: "GONE" });
    assertProblem(answer, 400, "INVALID_REQUEST");
    assert.equal((await auditOf(id)).length, 1);
  });
});

describe("signing in at the dashboard", () => {
  test("a customer is sent to the portal, after the password fits and not before", async () => {
    const { email } = customer;
    const body = { email, password: "correct horse battery staple", organization: tenant.slug };
    assertProblem(await owner.copy().post("/dashboard/auth/login", body), 403, "EMPLOYEE_REQUIRED");
    const wrong = { ...body, password: "wrong" };
    assertProblem(await owner.copy().post("/dashboard/auth/login", wrong), 401, "INVALID_CREDENTIALS");
  });
});
