// A deployment's database is brought up to date by its owner, who is no superuser at most providers.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { join } from "node:path";
import process from "node:process";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import postgres from "postgres";
import { root, stopAll } from "../lib.mjs";
import { startPostgres } from "../postgres.mjs";

const workerPassword = "a-password-of-the-worker";
/** @type {URL} */
let owner;

before(async () => {
  const { adminUrl } = await startPostgres({ isTemporary: true, name: "test", say: () => {} });
  const admin = postgres(adminUrl, { max: 1 });
  await admin`create role shop login createrole password 'a-password-of-the-owner'`;
  await admin`create database shop owner shop`;
  await admin.end();
  owner = new URL(adminUrl);
  Object.assign(owner, { username: "shop", password: "a-password-of-the-owner", pathname: "/shop" });
});
after(stopAll);

const migrate = (/** @type {Record<string, string>} */ env) =>
  promisify(execFile)(process.execPath, ["--no-warnings", join(root, "packages/tooling/migrate.mjs")], {
    env: { ...process.env, ...env },
  });

test("the owner brings the database up to date, once", async () => {
  const env = { DATABASE_URL: owner.href, WORKER_PASSWORD: workerPassword };
  assert.match((await migrate(env)).stdout, /^Applied 0001_portal\.sql, /);
  assert.equal((await migrate(env)).stdout, "The database is up to date.\n");
});

test("the Worker's login sees no organization's rows, and there is no local mail page", async () => {
  const url = new URL(owner);
  Object.assign(url, { username: "portico_worker", password: workerPassword });
  const sql = postgres(url.href, { max: 1 });
  const [role] =
    await sql`select rolsuper or rolbypassrls or rolcreaterole as strong from pg_roles where rolname = current_user`;
  assert.equal(role?.strong, false);
  assert.deepEqual([...(await sql`select id from portal.organizations`)], []);
  assert.equal((await sql`select portal.find_organization('nobody') as id`)[0]?.id, null);
  await assert.rejects(sql`select * from portal.read_development_outbox()`);
  await sql.end();
});

test("what is missing or wrong is said without a password", async () => {
  const said = async (/** @type {Record<string, string>} */ env) => {
    const failed = await migrate(env).then(
      () => assert.fail("it went on"),
      (error) => error,
    );
    assert.equal(failed.code, 1);
    assert.doesNotMatch(failed.stdout + failed.stderr, /a-password|\n\s+at /);
    return failed.stderr;
  };
  assert.match(await said({ DATABASE_URL: "", WORKER_PASSWORD: workerPassword }), /DATABASE_URL must/);
  assert.match(await said({ DATABASE_URL: owner.href, WORKER_PASSWORD: "a'" }), /WORKER_PASSWORD must/);
  const wrong = new URL(owner);
  wrong.password = "another";
  assert.match(
    await said({ DATABASE_URL: wrong.href, WORKER_PASSWORD: workerPassword }),
    /not brought up to date/,
  );
});
