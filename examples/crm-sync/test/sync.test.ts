// The example CRM and the portal, kept in step both ways by a secret key.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import { createServerClient, isPortalError } from "@portico/server";
import type { CustomerRecord, ServerClient } from "@portico/server";
import { openCrm } from "../crm.ts";
import type { Crm } from "../crm.ts";
import { sync } from "../sync.ts";

const portalUrl = process.env.PORTAL_URL ?? "";
assert.ok(portalUrl, "PORTAL_URL is not set: run these tests with `npm run test:examples`");

const password = "a long enough phrase";
let folder: string;
let accessToken: string;
let secretKey: string;
let keyId: string;
let portico: ServerClient;
let crm: Crm;

async function send<T>(method: string, path: string, body?: object): Promise<T> {
  const response = await fetch(portalUrl + path, {
    method,
    headers: {
      "Content-Type": "application/json",
      ...(accessToken && { Authorization: `Bearer ${accessToken}` }),
    },
    ...(body && { body: JSON.stringify(body) }),
  });
  assert.ok(response.ok, `${method} ${path}: ${response.status} ${await response.clone().text()}`);
  return (await response.json()) as T;
}

before(async () => {
  const email = `owner-${randomBytes(6).toString("hex")}@example.com`;
  const signIn = async (path: string, body: object) => {
    const response = await fetch(portalUrl + path, {
      method: "POST",
      headers: { "Content-Type": "application/json", "X-Requested-With": "portico", Origin: portalUrl },
      body: JSON.stringify(body),
    });
    assert.ok(response.ok, `${path}: ${response.status}`);
    return (await response.json()) as { accessToken: string; organization: { slug: string } };
  };
  const registered = await signIn("/portal/auth/register", {
    email,
    password,
    name: "Olive Owner",
    organizationName: "CRM House",
  });
  const organization = registered.organization.slug;
  ({ accessToken } = await signIn("/dashboard/auth/login", { email, password, organization }));
  const key = await send<{ id: string; secret: string }>("POST", "/dashboard/api-keys", {
    name: "CRM",
    scopes: ["customers:write", "appointments:write"],
  });
  ({ secret: secretKey, id: keyId } = key);
  portico = createServerClient({ apiUrl: portalUrl, secretKey });
  folder = mkdtempSync(join(tmpdir(), "portico-crm-"));
  crm = openCrm(join(folder, "crm.sqlite"));
  const client = crm.db.prepare("insert into clients (name, email, phone) values (?, ?, ?)");
  for (let n = 1; n <= 620; n++) client.run(`Client ${n}`, `client-${n}@example.com`, null);
  crm.db
    .prepare("insert into visits (client_id, subject, starts_at, ends_at) values (?, ?, ?, ?)")
    .run(1, "Check-up", "2027-01-11T08:30:00.000Z", "2027-01-11T09:15:00.000Z");
});
after(() => {
  crm.db.close();
  rmSync(folder, { recursive: true });
});

const find = async (externalId: string) => (await portico.listCustomers({ externalId })).items[0];

test("the first run brings everything over, a second one finds nothing to do", async () => {
  const first = await sync(crm, portico);
  assert.deepEqual(first, { pulled: 0, pushed: 621, refused: [] });
  const owner = 1;
  let count = 0;
  for await (const customer of portico.iterateCustomers({ limit: 100 })) count += customer.id ? 1 : 0;
  assert.equal(count, 620 + owner);
  const customer = (await find("client-1"))!;
  const { items } = await portico.listAppointmentRecords({ customerId: customer.id });
  assert.deepEqual(
    items.map(({ title, startsAt, status, externalId }) => [title, startsAt, status, externalId]),
    [["Check-up", "2027-01-11T08:30:00.000Z", "CONFIRMED", "visit-1"]],
  );
  assert.deepEqual(await sync(crm, portico), { pulled: 0, pushed: 0, refused: [] });
});

test("a change in the portal arrives in the CRM, and does not come back from there", async () => {
  const { id } = (await find("client-2"))!;
  await send("PATCH", `/dashboard/customers/${id}`, { phone: "+49 30 1234567" });
  assert.deepEqual(await sync(crm, portico), { pulled: 1, pushed: 0, refused: [] });
  assert.equal(crm.clients()[1]!.phone, "+49 30 1234567");
  assert.deepEqual(await sync(crm, portico), { pulled: 0, pushed: 0, refused: [] });
});

test("a change in the CRM arrives in the portal; where both changed, the CRM has the say", async () => {
  const { id } = (await find("client-3"))!;
  await send("PATCH", `/dashboard/customers/${id}`, { name: "Changed in the portal" });
  crm.db.exec("update clients set name = 'Changed in the CRM' where id = 3");
  assert.deepEqual(await sync(crm, portico), { pulled: 0, pushed: 1, refused: [] });
  assert.equal((await find("client-3"))!.name, "Changed in the CRM");
  assert.equal(crm.clients()[2]!.name, "Changed in the CRM");
});

test("what is deleted on one side is gone on the other", async () => {
  crm.db.exec("delete from clients where id = 1");
  const { id } = (await find("client-4"))!;
  await fetch(`${portalUrl}/dashboard/customers/${id}`, {
    method: "DELETE",
    headers: { Authorization: `Bearer ${accessToken}` },
  });
  const { pulled, refused } = await sync(crm, portico);
  assert.deepEqual([pulled, refused], [1, []]);
  assert.equal(await find("client-1"), undefined);
  assert.ok(!crm.clients().some((client) => client.id === 4));
  assert.deepEqual((await portico.listAppointmentRecords({ externalId: "visit-1" })).items, []);
});

test("a bad row is refused by name, stops no other, and is tried again", async () => {
  crm.db.exec(
    "update clients set email = 'no address' where id = 5; update clients set name = 'Fine' where id = 6",
  );
  const report = await sync(crm, portico);
  assert.equal(report.pushed, 1);
  assert.deepEqual(
    report.refused.map(({ externalId, why }) => [externalId, /^email /.test(why)]),
    [["client-5", true]],
  );
  crm.db.exec("update clients set email = 'an@example.com' where id = 5");
  assert.deepEqual(await sync(crm, portico), { pulled: 0, pushed: 1, refused: [] });
});

test("a program that stops between two pages goes on where it was", async () => {
  const ids = crm
    .clients()
    .slice(10, 30)
    .map(({ id }) => id);
  for (const id of ids) {
    const customer = (await find(`client-${id}`)) as CustomerRecord;
    await send("PATCH", `/dashboard/customers/${customer.id}`, { address: `Street ${id}` });
  }
  const seen = new Map<string, string | null>();
  let cursor = crm.cursor;
  for (let run = 0; run < 20 && seen.size < ids.length; run++) {
    // One page a run, as if it had been stopped each time.
    for await (const page of portico.pullChanges({
      after: cursor,
      kinds: ["customers", "appointments"],
      limit: 3,
    })) {
      for (const { externalId, record } of page.items)
        seen.set(externalId!, (record as CustomerRecord | null)?.address ?? null);
      ({ cursor } = page);
      break;
    }
  }
  for (const id of ids) assert.equal(seen.get(`client-${id}`), `Street ${id}`);
});

test("the command runs as the README says, and a revoked key ends it", async () => {
  const run = promisify(execFile);
  const env = {
    ...process.env,
    PORTICO_URL: portalUrl,
    PORTICO_SECRET_KEY: secretKey,
    CRM_FILE: join(folder, "crm.sqlite"),
  };
  const main = join(import.meta.dirname, "..", "main.ts");
  const { stdout } = await run(process.execPath, ["--no-warnings", main], { env });
  assert.match(stdout, /^\d+ taken over from the portal, 0 brought there, 0 refused\.\n$/);
  await send("POST", `/dashboard/api-keys/${keyId}/revoke`);
  await assert.rejects(portico.listCustomers(), (error) => isPortalError(error, "UNAUTHENTICATED"));
  await assert.rejects(run(process.execPath, ["--no-warnings", main], { env }));
});
