import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { createSessionClient } from "../src/core.ts";
import { createHttp, dashboardApi, dashboardOf, etagOf } from "../src/dashboard.ts";
import { dashboardOperations } from "../src/generated/dashboard.ts";
import { isPortalError } from "../src/index.ts";
import type { PortalClient } from "../src/index.ts";

interface Sent {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: unknown;
}

/** A network that answers what it is told, in turn. */
function network(...answers: (() => Response)[]) {
  const sent: Sent[] = [];
  const fetch = (async (url: string, init: RequestInit) => {
    const body = init.body ? JSON.parse(String(init.body)) : undefined;
    sent.push({ method: init.method!, url, headers: init.headers as Record<string, string>, body });
    return answers[Math.min(sent.length, answers.length) - 1]!();
  }) as typeof globalThis.fetch;
  return { fetch, sent };
}

/** The dashboard on such a network. */
function wired(...answers: (() => Response)[]) {
  const { fetch, sent } = network(...answers);
  return { api: dashboardApi(createHttp({ apiUrl: "https://portal.test", fetch })), sent };
}

const json =
  (value: unknown, init: ResponseInit = {}) =>
  () =>
    Response.json(value, init);

test("every operation of the dashboard is a function, but those of the session", () => {
  const { paths } = JSON.parse(
    readFileSync(new URL("../../../worker/openapi.json", import.meta.url), "utf8"),
  ) as { paths: Record<string, Record<string, { operationId: string }>> };
  const wanted = Object.entries(paths)
    .filter(([path]) => path.startsWith("/dashboard/") && !/^\/dashboard\/(auth|me)(\/|$)/.test(path))
    .flatMap(([, methods]) => Object.values(methods).map(({ operationId }) => operationId));
  assert.deepEqual(Object.keys(dashboardOperations), wanted);
});

test("ids come first, then the query or the body, then options", async () => {
  const { api, sent } = wired(json({ id: "t1" }));
  await api.listTaskRecords({ status: "OPEN,IN_PROGRESS", limit: 5 });
  await api.updateTask("t1", { title: "New" }, { ifMatch: '"7"' });
  await api.deleteTask("t1");
  await api.getOrganizationRecord();
  assert.deepEqual(
    sent.map(({ method, url, body }) => [method, url, body]),
    [
      ["GET", "https://portal.test/dashboard/tasks?status=OPEN%2CIN_PROGRESS&limit=5", undefined],
      ["PATCH", "https://portal.test/dashboard/tasks/t1", { title: "New" }],
      ["DELETE", "https://portal.test/dashboard/tasks/t1", undefined],
      ["GET", "https://portal.test/dashboard/organization", undefined],
    ],
  );
  assert.equal(sent[1]!.headers["If-Match"], '"7"');
});

test("on behalf of who is signed in, with what the call says beside the token", async () => {
  const { fetch, sent } = network(
    json({ accessToken: "token", expiresIn: 300, user: { id: "u1" }, organization: { slug: "northwind" } }),
    json({ id: "t1" }),
  );
  const options = {
    apiUrl: "https://portal.test",
    organization: "northwind",
    audience: "dashboard",
  } as const;
  const api = dashboardOf(createSessionClient({ ...options, fetch }));
  await api.updateTask("t1", { title: "New" }, { ifMatch: '"7"' });
  await api.createCustomer({ name: "Ada" }, { idempotencyKey: "mine" });
  const [, update, create] = sent.map(({ headers }) => headers);
  assert.deepEqual([update!.Authorization, update!["If-Match"]], ["Bearer token", '"7"']);
  assert.deepEqual([create!.Authorization, create!["Idempotency-Key"]], ["Bearer token", "mine"]);
});

test("what cannot be an id reaches no other path", async () => {
  const { api, sent } = wired(json({}));
  for (const id of ["", "..", "a/b", "a?b"])
    await assert.rejects(api.getCustomer(id), (error) => isPortalError(error, "NOT_FOUND"));
  assert.equal(sent.length, 0);
});

test("a creation is sent again under the same key, a change is not sent again", async () => {
  const busy = json({ code: "UNAVAILABLE" }, { status: 503, headers: { "Retry-After": "0" } });
  const { api, sent } = wired(busy, json({ id: "c1" }, { status: 201 }));
  assert.equal((await api.createCustomer({ name: "Ada" })).id, "c1");
  const keys = sent.map(({ headers }) => headers["Idempotency-Key"]);
  assert.equal(keys.length, 2);
  assert.ok(keys[0] && keys[0] === keys[1]);
  await api.createCustomer({ name: "Ben" }, { idempotencyKey: "mine" });
  assert.equal(sent.at(-1)!.headers["Idempotency-Key"], "mine");
  const change = wired(busy);
  await assert.rejects(change.api.updateCustomer("c1", { name: "X" }), (error) =>
    isPortalError(error, "UNAVAILABLE"),
  );
  assert.equal(change.sent.length, 1);
});

test("a record knows the state in which it was read", async () => {
  const { api } = wired(
    json({ id: "t1" }, { headers: { ETag: '"42"' } }),
    json({ items: [], nextCursor: null }),
  );
  assert.equal(etagOf(await api.getTaskRecord("t1")), '"42"');
  assert.equal(etagOf(await api.listTaskRecords()), undefined);
});

test("a list is walked page after page, each fetched when it is reached", async () => {
  const page = (id: string, nextCursor: string | null) => json({ items: [{ id }], nextCursor });
  const { api, sent } = wired(page("a", "more"), page("b", null));
  const ids: string[] = [];
  for await (const { id } of api.iterateTaskRecords({ customerId: "c1" })) {
    ids.push(id);
    assert.equal(sent.length, ids.length);
  }
  assert.deepEqual(ids, ["a", "b"]);
  assert.equal(sent[1]!.url, "https://portal.test/dashboard/tasks?customerId=c1&cursor=more");
});

test("whoever is signed in says so beside what else a request says", async () => {
  const session = {
    accessToken: "token",
    tokenType: "Bearer",
    expiresIn: 300,
    user: { id: "u1" },
    customer: null,
    organization: { slug: "acme" },
  };
  const sent: Record<string, string>[] = [];
  const fetch = (async (url: string, init: RequestInit) => {
    sent.push(init.headers as Record<string, string>);
    return Response.json(url.endsWith("/login") ? session : { id: "t1" });
  }) as typeof globalThis.fetch;
  const client = createSessionClient({
    apiUrl: "https://portal.test",
    organization: "acme",
    audience: "dashboard",
    shareSession: false,
    fetch,
  });
  // Of a client, signing in is the same on both sides.
  await (client as unknown as PortalClient).login({ email: "lena@example.com", password: "a phrase" });
  const api = dashboardOf(client);
  await api.updateTask("t1", { title: "New" }, { ifMatch: '"7"' });
  await api.createTask({ customerId: "c1", title: "New" }, { idempotencyKey: "mine" });
  const [change, creation] = sent.slice(-2);
  assert.equal(change!.Authorization, "Bearer token");
  assert.equal(change!["If-Match"], '"7"');
  assert.equal(creation!.Authorization, "Bearer token");
  assert.equal(creation!["Idempotency-Key"], "mine");
});
