import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { entriesOfRecord, type Entry } from "./audit.ts";
import { createTenant, inDays, newId, signInEmployee, type Person, type Tenant } from "./harness.ts";
import type { Visitor } from "./http.ts";
import { addKey, systemWith, usesOf } from "./keys.ts";
import { assertProblem } from "./walk.ts";

const path = "/dashboard/api-keys";

interface ApiKey {
  id: string;
  name: string;
  scopes: string[];
  lastFour: string;
  status: string;
  secret?: string | null;
  createdBy: { id: string; name: string } | null;
  lastUsedAt: string | null;
  updatedAt: string;
}

let tenant: Tenant;
let boss: Person;
let owner: Visitor;
let customer: Person;

before(async () => {
  tenant = await createTenant();
  boss = await tenant.addEmployee("ADMIN");
  owner = await signInEmployee(boss);
  customer = await tenant.addCustomer();
});

const make = async (input: object = {}, headers = {}) => {
  const body = { name: "CRM", scopes: ["customers:read", "tasks:write"], ...input };
  const answer = await owner.post(path, body, { headers });
  assert.equal(answer.status, 201, answer.text);
  return { answer, key: answer.json<ApiKey & { secret: string }>() };
};
const get = async (id: string) => (await owner.get(`${path}/${id}`)).json<ApiKey>();
const entriesOf = (id: string): Promise<Entry[]> => entriesOfRecord(owner, id);

describe("making a key", () => {
  test("tells the secret once, which is good at once; only its hash is kept", async () => {
    const { answer, key } = await make({ expiresAt: inDays(1).toISOString() });
    const { secret, ...record } = key;
    assert.match(secret, /^sk_[0-9a-f]{32}_[0-9a-f]{32}_[\w-]{43}$/);
    assert.equal(key.lastFour, secret.slice(-4));
    assert.equal(key.status, "ACTIVE");
    assert.deepEqual(key.createdBy, { id: boss.userId, name: "Erin Employee" });
    assert.match(String(answer.headers["cache-control"]), /no-store/);
    assert.deepEqual(await get(key.id), record, "the same without the secret");
    const system = systemWith(secret);
    assert.equal((await system.get("/dashboard/customers")).status, 200);
    const list = (await owner.get(path)).text;
    const log = (await owner.get(`/dashboard/audit-log?entityId=${key.id}`)).text;
    const secretPart = secret.slice(-43);
    const tables = ["api_keys", "audit_log", "idempotency_keys"].map((table) =>
      tenant.sql(async (tx) => JSON.stringify(await tx`select t::text from portal.${tx(table)} t`)),
    );
    for (const text of [list, log, ...(await Promise.all(tables))]) {
      assert.ok(!text.includes(secretPart), text);
    }
    const [{ hash }] = (await tenant.sql(
      (tx) => tx`select secret_hash as hash from portal.api_keys where id = ${key.id}`,
    )) as unknown as [{ hash: string }];
    assert.ok(!list.includes(hash) && !log.includes(hash), "the hash is told to nobody");
  });

  test("repeated under its Idempotency-Key: one key, and no secret a second time", async () => {
    const headers = { "Idempotency-Key": newId() };
    const { key } = await make({}, headers);
    const again = await make({}, headers);
    assert.equal(again.answer.headers["idempotency-replayed"], "true");
    assert.deepEqual(again.key, { ...key, secret: null });
    const kept = await tenant.sql(async (tx) =>
      JSON.stringify(await tx`select answer from portal.idempotency_keys`),
    );
    assert.ok(kept.includes(key.id) && !kept.includes(key.secret.slice(-43)));
  });

  test("what cannot be is refused by its field", async () => {
    const wrong: [object, string][] = [
      [{ scopes: [] }, "scopes"],
      [{ scopes: ["api-keys:write"] }, "scopes.0"],
      [{ scopes: ["audit-log:write"] }, "scopes.0"],
      [{ scopes: ["tasks:read", "tasks:read"] }, "scopes"],
      [{ expiresAt: inDays(-1).toISOString() }, "expiresAt"],
      [{ name: "" }, "name"],
      [{ secret: "x" }, "secret"],
      [{ quota: 1e9 }, "quota"],
    ];
    for (const [input, field] of wrong) {
      const answer = await owner.post(path, { name: "CRM", scopes: ["tasks:read"], ...input });
      assertProblem(answer, 400, "INVALID_REQUEST");
      assert.deepEqual(
        answer.json<{ errors: { path: string }[] }>().errors.map((error) => error.path),
        [field],
      );
    }
  });

  test("fifty may live; of many at once none is too many", async () => {
    const other = await createTenant();
    const admin = await signInEmployee(await other.addEmployee("ADMIN"));
    for (let n = 0; n < 44; n++) await addKey(other, []);
    await addKey(other, [], { revoked_at: new Date() });
    await addKey(other, [], { expires_at: inDays(-1) });
    const body = { name: "One more", scopes: ["tasks:read"] };
    const answers = await Promise.all(Array.from({ length: 16 }, () => admin.post(path, body)));
    const statuses = answers.map(({ status }) => status).sort();
    assert.deepEqual(statuses, [...Array<number>(6).fill(201), ...Array<number>(10).fill(409)]);
  });
});

describe("naming and revoking", () => {
  test("another name, with the ETag of what is there", async () => {
    const { key, answer } = await make();
    const headers = { "If-Match": answer.headers.etag! };
    const renamed = await owner.patch(`${path}/${key.id}`, { name: "ERP" }, { headers });
    assert.equal(renamed.json<ApiKey>().name, "ERP");
    const late = await owner.patch(`${path}/${key.id}`, { name: "Late" }, { headers });
    assertProblem(late, 412, "PRECONDITION_FAILED");
    const more = await owner.patch(`${path}/${key.id}`, { scopes: ["notes:read"] });
    assertProblem(more, 400, "INVALID_REQUEST");
  });

  test("a revoked key is refused from the next request on; its name may still change, its end not", async () => {
    const { key } = await make();
    const system = systemWith(key.secret);
    assert.equal((await system.get("/dashboard/customers")).status, 200);
    const revoked = (await owner.post(`${path}/${key.id}/revoke`)).json<ApiKey>();
    assert.equal(revoked.status, "REVOKED");
    assertProblem(await system.get("/dashboard/customers"), 401, "UNAUTHENTICATED");
    const task = { customerId: customer.customerId, title: "Late" };
    assertProblem(await system.post("/dashboard/tasks", task), 401, "UNAUTHENTICATED");
    const { updatedAt } = (await owner.post(`${path}/${key.id}/revoke`)).json<ApiKey>();
    assert.equal(updatedAt, revoked.updatedAt, "twice is once");
  });

  test("64 revokes at once: one entry in the audit log, and the key is dead", async () => {
    const { key } = await make();
    const answers = await Promise.all(
      Array.from({ length: 64 }, () => owner.post(`${path}/${key.id}/revoke`)),
    );
    for (const answer of answers) assert.equal(answer.json<ApiKey>().status, "REVOKED", answer.text);
    const entries = await entriesOf(key.id);
    assert.deepEqual(
      entries.map(({ action }) => action),
      ["revokeApiKey", "createApiKey"],
    );
    assertProblem(await systemWith(key.secret).get("/dashboard/tasks"), 401, "UNAUTHENTICATED");
  });

  test("an expired key is refused, and says so in the list", async () => {
    const { key } = await make({ expiresAt: inDays(1).toISOString() });
    await tenant.sql((tx) => tx`update portal.api_keys set expires_at = now() where id = ${key.id}`);
    assertProblem(await systemWith(key.secret).get("/dashboard/tasks"), 401, "UNAUTHENTICATED");
    assert.equal((await get(key.id)).status, "EXPIRED");
  });
});

describe("a key acts as itself", () => {
  test("the audit log names it; nothing is written by a person who was not there", async () => {
    const { id, system } = await addKey(tenant, ["tasks:write", "notes:write"]);
    const { customerId } = customer;
    const task = (await system.post("/dashboard/tasks", { customerId, title: "By a key" })).json<{
      id: string;
    }>();
    const [entry] = await entriesOf(task.id);
    assert.deepEqual(entry!.actor, { id, name: "A system", kind: "KEY" });
    const note = await system.post("/dashboard/notes", { customerId, title: "By a key", body: "Words." });
    assert.equal(note.json<{ author: unknown }>().author, null);
    const mine = (await owner.get(`/dashboard/audit-log?actorId=${id}`)).json<{ items: Entry[] }>().items;
    assert.deepEqual(
      mine.map(({ action }) => action),
      ["createNote", "createTask"],
    );
  });

  test("its Idempotency-Keys are its own: another key's or an employee's are others", async () => {
    const [one, two] = [await addKey(tenant, ["customers:write"]), await addKey(tenant, ["customers:write"])];
    const headers = { "Idempotency-Key": newId() };
    const create = async (visitor: Visitor) => {
      const answer = await visitor.post("/dashboard/customers", { name: "Once" }, { headers });
      return [answer.json<{ id: string }>().id, answer.headers["idempotency-replayed"]] as const;
    };
    const first = await create(one.system);
    assert.deepEqual(await create(one.system), [first[0], "true"]);
    for (const visitor of [two.system, owner]) assert.equal((await create(visitor))[1], undefined);
  });

  test("its last use is known, and of a request without the right secret nothing is", async () => {
    const key = await addKey(tenant, ["tasks:read"]);
    const wrong = systemWith(`${key.token.slice(0, -1)}${key.token.endsWith("A") ? "B" : "A"}`);
    assertProblem(await wrong.get("/dashboard/tasks"), 401, "UNAUTHENTICATED");
    assert.deepEqual(await usesOf(tenant, key.id), { count: 0, usedAt: null });
    assert.equal((await get(key.id)).lastUsedAt, null);
    await key.system.get("/dashboard/tasks");
    const { lastUsedAt } = await get(key.id);
    assert.ok(Math.abs(Date.parse(lastUsedAt!) - Date.now()) < 60_000);
  });
});
