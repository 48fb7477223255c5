import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { after, before, describe, test } from "node:test";
import { sql as statement } from "drizzle-orm";
import postgres from "postgres";
import { installReads } from "../src/db/install-reads.ts";
import { placeholder, read, type Read } from "../src/db/read.ts";
import { getCustomer } from "../src/features/customers/dashboard.queries.ts";
import { getMe } from "../src/features/profile/profile.queries.ts";
import { loadReads } from "../src/migrate.ts";
import { addSession } from "./accounts.ts";
import { addKey, usesOf } from "./keys.ts";
import { adminSql, createTenant, newId, unique, workerSql } from "./harness.ts";

test("every read is installed, runs with its caller's rights, and may be called by the Worker alone", async () => {
  const rows = await adminSql`select p.proname as name, p.prosecdef as definer,
      array(select distinct a.grantee::regrole::text from aclexplode(p.proacl) a where a.grantee <> p.proowner) as callers
    from pg_proc p where p.pronamespace = 'portal_reads'::regnamespace order by 1`;
  const reads = await loadReads();
  assert.deepEqual(
    rows.map((row) => row.name),
    reads.map(({ name }) => name).sort(),
  );
  for (const { name, definer, callers } of rows)
    assert.deepEqual(
      { definer, callers: [...callers] },
      { definer: false, callers: ["portico_worker"] },
      name,
    );
});

test("what is not a live session gets no row, whatever is asked", async () => {
  const tenant = await createTenant();
  const { userId } = await tenant.addCustomer();
  const sessions = { live: newId(), expired: newId(), revoked: newId(), employees: newId() };
  const soon = new Date(Date.now() + 1e6);
  const add = (id: string, values: object) =>
    tenant.sql((tx) => {
      const row = { organization_id: tenant.id, id, user_id: userId, audience: "portal", expires_at: soon };
      return tx`insert into portal.sessions ${tx({ ...row, ...values })}`;
    });
  await add(sessions.live, {});
  await add(sessions.expired, { expires_at: new Date(0) });
  await add(sessions.revoked, { revoked_at: new Date() });
  await add(sessions.employees, { audience: "dashboard" });
  const call = async (session: string, organization = tenant.id) => {
    const { text, parameters } = getMe.bind({
      organization,
      session,
      audience: "portal",
      origin: null,
      previewed: null,
    });
    return (await workerSql.unsafe(text, parameters as never[])).map((row) => row.user_id);
  };
  assert.deepEqual(await call(sessions.live), [userId]);
  for (const session of [sessions.expired, sessions.revoked, sessions.employees, newId()])
    assert.deepEqual(await call(session), []);
  assert.deepEqual(await call(sessions.live, (await createTenant()).id), []);
});

test("a pooler's connection serves sessions and keys in turn", async () => {
  const tenant = await createTenant();
  const { userId } = await tenant.addEmployee();
  const session = await addSession(tenant, userId, { audience: "dashboard" });
  const { customerId } = await tenant.addCustomer({ signsIn: false });
  const { id: key, token } = await addKey(tenant, ["customers:read"]);
  const secretHash = createHash("sha256").update(token.slice(-43)).digest("base64url");
  const one = await workerSql.reserve();
  const call = async (values: object) => {
    const whose = { organization: tenant.id, audience: "dashboard", origin: null, id: customerId };
    const { text, parameters } = getCustomer.bind({ ...whose, ...values });
    const [row] = await one.unsafe(text, parameters as never[]);
    return row && { user: row.user_id, key: row.key?.id ?? null, hasBody: row.body !== null };
  };
  const scope = "customers:read";
  for (let n = 0; n < 3; n++) {
    assert.deepEqual(await call({ session }), { user: userId, key: null, hasBody: true });
    assert.deepEqual(await call({ session: key, secretHash, scope }), { user: null, key, hasBody: true });
    // Without the scope the read does not even run.
    for (const other of ["tasks:read", null])
      assert.deepEqual(await call({ session: key, secretHash, scope: other }), {
        user: null,
        key,
        hasBody: false,
      });
    for (const wrong of [
      { session: key },
      { session, secretHash, scope },
      { session: key, secretHash: "x", scope },
      { session: newId(), secretHash, scope },
    ])
      assert.equal(await call(wrong), undefined);
    assert.equal((await one`select 1 from portal.customers`).length, 0, "nothing stays behind");
  }
  one.release();
  assert.equal((await usesOf(tenant, key)).count, 9);
});

describe("installing", () => {
  const name = `reads_${unique()}`;
  let sql: postgres.Sql;
  let old: Read;
  let changed: Read;
  before(async () => {
    old = read("get_thing", statement`select '{}'`);
    changed = read("get_thing", statement`select '{"a":1}'`);
    await adminSql`create database ${adminSql(name)}`;
    const url = new URL(process.env.ADMIN_DATABASE_URL ?? "");
    url.pathname = `/${name}`;
    sql = postgres(url.href, { max: 1, onnotice: () => {} });
  });
  after(async () => {
    await sql.end();
    await adminSql`drop database ${adminSql(name)}`;
  });

  const install = (...reads: Read[]) => sql.begin((tx) => installReads(tx, reads));
  const installed = async () => {
    const rows = await sql`select proname as name, obj_description(oid, 'pg_proc') is not null as retired
      from pg_proc where pronamespace = 'portal_reads'::regnamespace order by 1`;
    return Object.fromEntries(rows.map((row) => [row.name, row.retired]));
  };
  const retire = (days: number) =>
    sql.unsafe(
      `comment on function portal_reads.${old.name} is '${new Date(Date.now() - days * 864e5).toISOString()}'`,
    );

  test("a changed read is another function; the one before stays for a month", async () => {
    assert.notEqual(old.name, changed.name);
    await install(old);
    await install(old);
    assert.deepEqual(await installed(), { [old.name]: false });
    await install(changed);
    await install(changed);
    assert.deepEqual(await installed(), { [old.name]: true, [changed.name]: false });
    await retire(29);
    await install(changed);
    assert.deepEqual(Object.keys(await installed()).length, 2);
    await retire(31);
    await install(changed);
    assert.deepEqual(await installed(), { [changed.name]: false });
  });

  test("going back to the code before takes its reads into use again", async () => {
    await install(old);
    await install(changed);
    await retire(31);
    await install(old);
    assert.deepEqual(await installed(), { [old.name]: false, [changed.name]: true });
  });
});

test("a read says at once what it cannot do", () => {
  assert.throws(() => read("get_thing", statement`select ${1}`), /placeholders/);
  const list = read("list_things", statement`select ${placeholder("limit")}::int`);
  const whose = {
    organization: newId(),
    session: newId(),
    audience: "portal",
    origin: null,
    previewed: null,
  };
  assert.throws(() => list.bind(whose), /list_things: no value for limit/);
  assert.equal(list.bind({ ...whose, limit: 5 }).parameters.length, 8);
});
