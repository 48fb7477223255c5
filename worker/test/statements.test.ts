import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { createTenant, password, type Person, type Tenant } from "./harness.ts";
import { Visitor, type Answer } from "./http.ts";
import { addKey, usesOf, type Key } from "./keys.ts";
import { startSecondWorker, type SecondWorker } from "./second-worker.ts";
import { startWireProxy } from "./wire-proxy.ts";

let proxy: Awaited<ReturnType<typeof startWireProxy>>;
let worker: SecondWorker;
let visitor: Visitor;
let employer: Visitor;
let tenant: Tenant;
let key: Key;
let origin: string;
const rows: Record<string, string> = {};

before(async () => {
  proxy = await startWireProxy(process.env.ADMIN_DATABASE_URL ?? "");
  worker = await startSecondWorker({ databaseUrl: proxy.url });
  tenant = await createTenant();
  key = await addKey(tenant, ["customers:read", "tasks:write"]);
  const person = await tenant.addCustomer();
  const employee = await tenant.addEmployee("OWNER");
  origin = tenant.origin;
  rows.customers = person.customerId;
  rows.employees = employee.userId;
  for (const kind of ["appointments", "tasks", "notes"] as const) {
    rows[kind] = await tenant.add(kind, person.customerId);
    await tenant.add(kind, person.customerId);
  }
  const signIn = async ({ email }: Person, audience: string) => {
    const visitor = new Visitor(origin);
    const body = { email, password, organization: tenant.slug };
    const answer = await visitor.send("POST", `/${audience}/auth/login`, { body, base: worker.url });
    visitor.accessToken = answer.json<{ accessToken: string }>().accessToken;
    return visitor;
  };
  visitor = await signIn(person, "portal");
  employer = await signIn(employee, "dashboard");
});
after(async () => {
  await worker?.stop();
  proxy?.stop();
});

/** What one request says to PostgreSQL. */
async function watch(method: string, path: string, options: { body?: unknown; headers?: object } = {}) {
  // Connections of requests before may still be closing.
  await new Promise((resolve) => setTimeout(resolve, 30));
  proxy.take();
  const who = path.startsWith("/dashboard") ? employer : visitor;
  const answer: Answer = await who.send(method, path, { ...(options as object), base: worker.url });
  return { answer, recordings: proxy.take() };
}

describe("what a request says to PostgreSQL", () => {
  const reads = [
    "/portal/dashboard",
    "/portal/me",
    "/portal/me/sessions",
    ...["appointments", "tasks", "notes"].flatMap((kind) => [
      `/portal/${kind}`,
      `/portal/${kind}?limit=1`,
      `/portal/${kind}/ID`,
    ]),
    "/portal/appointments?status=CONFIRMED&order=desc&from=2026-01-01T00:00:00Z",
    "/portal/tasks?status=DONE",
    "/dashboard/me",
    "/dashboard/organization",
    ...["employees", "customers", "appointments", "tasks", "notes"].flatMap((kind) => [
      `/dashboard/${kind}?limit=100`,
      `/dashboard/${kind}/ID`,
    ]),
    "/dashboard/customers?q=grace&account=ACTIVE&limit=100",
    "/dashboard/customers?account=NONE&limit=100",
    "/dashboard/customers/ID/sessions",
    "/dashboard/home",
    "/dashboard/appointments?customerId=CUSTOMER&employeeId=EMPLOYEE&order=desc&limit=100",
    "/dashboard/audit-log?limit=100",
    "/dashboard/changes?limit=500",
    "/dashboard/tasks?externalId=none",
  ];
  for (const path of reads) {
    test(`GET ${path}: one statement, tenant and session check included`, async () => {
      const kind = path.split(/[/?]/)[2]!;
      const { answer, recordings } = await watch(
        "GET",
        path
          .replace("ID", rows[kind] ?? "")
          .replace("CUSTOMER", rows.customers!)
          .replace("EMPLOYEE", rows.employees!),
      );
      assert.equal(answer.status, 200, answer.text);
      assert.equal(answer.headers["access-control-allow-origin"], origin);
      assert.equal(recordings.length, 1, "one connection");
      const [{ statements, executions, trips }] = recordings as [(typeof recordings)[0]];
      assert.equal(statements.length, 1, statements.join("\n\n"));
      assert.match(statements[0]!, /^select \* from portal_reads\.\w+\(/);
      assert.equal(executions, 1);
      assert.equal(trips, readTrips, "trips");
    });
  }

  test("a continued page: one statement", async () => {
    const first = (await watch("GET", "/portal/tasks?limit=1")).answer;
    const { nextCursor } = first.json<{ nextCursor: string }>();
    const { answer, recordings } = await watch("GET", `/portal/tasks?cursor=${nextCursor}`);
    assert.equal(answer.status, 200);
    assert.deepEqual(
      recordings.map((recording) => recording.statements.length),
      [1],
    );
  });

  test("nobody, and a request that is not valid: nothing is asked", async () => {
    for (const path of ["/portal/notes?limit=x", "/portal/tasks/no-id", "/health"]) {
      const { recordings } = await watch("GET", path, { headers: { Origin: undefined } });
      assert.deepEqual(recordings, [], path);
    }
    const { recordings } = await watch("GET", "/portal/me", {
      headers: { Authorization: "Bearer x", Origin: undefined },
    });
    assert.deepEqual(recordings, []);
  });

  test("a write: one connection and transaction, a trip a statement, none for its beginning", async () => {
    const { answer, recordings } = await watch("POST", `/portal/tasks/${rows.tasks}/complete`);
    assert.equal(answer.status, 200);
    assert.equal(recordings.length, 1);
    const [{ statements, trips }] = recordings as [(typeof recordings)[0]];
    assert.deepEqual([statements[0], statements.at(-1)], ["begin", "commit"]);
    assert.equal(statements.length, 5, statements.join("\n"));
    assert.equal(trips, 4);
  });

  test("a batch: as many statements for 500 rows as for one", async () => {
    const { customers: customerId } = rows;
    const items = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, n) => ({
        externalId: `batch-${from + n}`,
        customerId,
        title: `Batch ${from} to ${to}`,
      }));
    const [one, many] = [
      await watch("POST", "/dashboard/tasks/batch", { body: { items: items(0, 1) } }),
      await watch("POST", "/dashboard/tasks/batch", { body: { items: items(1, 501) } }),
    ];
    assert.match(many.answer.text, /"created":500/);
    for (const { recordings } of [one, many]) {
      const [{ statements, trips }] = recordings as [(typeof recordings)[0]];
      // begin, the session, the batch's turn, customers, records, what there is, insert, read, audit, commit
      assert.equal(statements.length, 10, statements.join("\n\n"));
      assert.equal(trips, 9);
    }
  });

  test("a read with a key: the same one statement and trip, in which it is checked and counted", async () => {
    const headers = { Authorization: `Bearer ${key.token}`, Origin: undefined };
    for (const path of ["/dashboard/customers?limit=100", `/dashboard/tasks/${rows.tasks}`]) {
      const { answer, recordings } = await watch("GET", path, { headers });
      assert.equal(answer.status, 200, answer.text);
      assert.deepEqual(
        recordings.map(({ statements, trips }) => [statements.length, trips]),
        [[1, readTrips]],
      );
    }
    assert.equal((await usesOf(tenant, key.id)).count, 2);
  });

  test("a write with a key: counted in the trip that ends it, also where it fails", async () => {
    const headers = { Authorization: `Bearer ${key.token}`, Origin: undefined };
    const body = { title: "By a key" };
    const made = await watch("PATCH", `/dashboard/tasks/${rows.tasks}`, { headers, body });
    assert.equal(made.answer.status, 200, made.answer.text);
    const failed = await watch("PATCH", `/dashboard/tasks/${rows.notes}`, { headers, body });
    assert.equal(failed.answer.status, 404);
    for (const { recordings } of [made, failed]) {
      assert.equal(recordings.length, 1);
      const [{ statements, trips }] = recordings as [(typeof recordings)[0]];
      assert.equal(
        statements.filter((text) => text.includes("count_key_use")).length,
        1,
        statements.join("\n"),
      );
      assert.equal(trips, statements.length - 2, "what begins it leaves together, and what ends it");
    }
    assert.equal((await usesOf(tenant, key.id)).count, 4);
  });

  test("a preflight: one statement", async () => {
    const { answer, recordings } = await watch("OPTIONS", "/portal/me", {
      headers: { "Access-Control-Request-Method": "GET" },
    });
    assert.equal(answer.headers["access-control-allow-origin"], origin);
    assert.deepEqual(
      recordings.map(({ statements, trips }) => [statements.length, trips]),
      [[1, 1]],
    );
  });

  test("PostgreSQL cannot be reached: 503 to a read, a write and a look-up", async () => {
    proxy.stop();
    for (const [method, path] of [
      ["GET", "/portal/me"],
      ["POST", `/portal/tasks/${rows.tasks}/complete`],
      ["GET", "/portal/config?organization=x"],
      ["GET", "/health/ready"],
    ] as const) {
      const answer = await visitor.send(method, path, { base: worker.url });
      assert.equal(answer.status, 503, `${path}: ${answer.text}`);
      assert.equal(answer.json<{ code: string }>().code, "UNAVAILABLE");
      assert.equal(answer.headers["retry-after"], "5");
    }
  });
});

/** Parse, Bind and Execute leave together: nobody asks first what types the parameters have. */
const readTrips = 1;
