import assert from "node:assert/strict";
import { beforeEach, describe, test } from "node:test";
import { eq, sql } from "drizzle-orm";
import { openDatabase, type TenantDb } from "../src/db/client.ts";
import type { Target } from "../src/db/protocol/connection.ts";
import { ConnectionError, type DatabaseError } from "../src/db/protocol/errors.ts";
import { reasonOf } from "../src/db/reason.ts";
import { organizations } from "../src/db/schema/organizations.ts";
import { tasks } from "../src/db/schema/tasks.ts";
import { targetAt } from "./fake-postgres.ts";
import { createTenant, newId } from "./harness.ts";

const real = targetAt(process.env.WORKER_DATABASE_URL ?? "");

describe("a request's database", () => {
  const organizationId = newId();
  let sockets = 0;
  /** The real one, with its sockets counted and the last one at hand. */
  function open() {
    let last: ReturnType<Target["connect"]> | undefined;
    const connect = () => {
      sockets++;
      return (last = real.connect());
    };
    return { database: openDatabase({ ...real, connect }), last: () => last! };
  }
  beforeEach(() => void (sockets = 0));

  test("transactions, reads and look-ups take turns on one connection", async () => {
    const { database } = open();
    const seen: string[] = [];
    await Promise.all([
      database.withTenant({ organizationId }, async (db) => {
        const [row] = await db.execute(sql`select current_setting('portal.organization_id') as id`);
        await db.execute(sql`select pg_sleep(0.05)`);
        seen.push(String(row!.id));
      }),
      database.ping().then(() => seen.push("ping")),
      database.lookUp("find_organization", "none").then(() => seen.push("look-up")),
      database.withTenant({ organizationId: newId() }, async (db) => {
        const statements = [1, 2, 3].map((n) => db.execute(sql`select ${n}::int as n`));
        seen.push((await Promise.all(statements)).map(([row]) => row!.n).join());
      }),
    ]);
    database.close();
    assert.deepEqual(seen, [organizationId, "ping", "look-up", "1,2,3"]);
    assert.equal(sockets, 1);
  });

  test("what the work throws stays what it is, and nothing of it is kept", async () => {
    const tenant = await createTenant();
    const mistake = new TypeError("a mistake of ours");
    const { database } = open();
    const work = database.withTenant({ organizationId: tenant.id }, async (db) => {
      await db.execute(sql`update portal.organizations set name = 'changed'`);
      throw mistake;
    });
    await assert.rejects(work, (thrown) => thrown === mistake);
    const [row] = await tenant.sql((tx) => tx`select name from portal.organizations`);
    assert.equal(row!.name, tenant.name);
    await database.ping();
    database.close();
    assert.equal(sockets, 1);
  });

  test("a refused statement keeps its SQLSTATE and constraint, and so does a commit", async () => {
    const { database } = open();
    const codeOf = (work: (db: TenantDb) => Promise<unknown>) =>
      database.withTenant({ organizationId }, work).then(
        () => assert.fail("it was not refused"),
        (thrown: Error) => reasonOf(thrown) as DatabaseError,
      );
    assert.equal((await codeOf((db) => db.execute(sql`select 1 / 0`))).code, "22012");
    const row = sql`insert into portal.tasks (organization_id, id, customer_id, title)
      values (${organizationId}::uuid, ${newId()}::uuid, ${newId()}::uuid, 'x')`;
    const { code, constraint } = await codeOf((db) => db.execute(row));
    assert.deepEqual([code, constraint], ["23503", "tasks_organization_id_customer_id_fkey"]);
    // Who looks away from a failed statement must not believe that the rest was kept.
    const swallowed = await codeOf((db) => db.execute(sql`select 1 / 0`).catch(() => "looked away"));
    assert.equal(swallowed.code, "25P02");
    database.close();
  });

  test("a connection that died while nobody used it is no error; one that dies at work is", async () => {
    const { database, last } = open();
    await database.ping();
    await last().close();
    await database.ping();
    assert.equal(sockets, 2);
    const dying = database.withTenant({ organizationId }, (db) =>
      db.execute(sql`select pg_terminate_backend(pg_backend_pid())`),
    );
    await assert.rejects(dying, (thrown) => reasonOf(thrown) instanceof ConnectionError);
    await database.ping();
    assert.equal(sockets, 3);
    database.close();
  });

  test("values of drizzle's columns", async () => {
    const { database } = open();
    const tenant = await createTenant();
    const { customerId } = await tenant.addCustomer();
    await database.withTenant({ organizationId: tenant.id }, async (db) => {
      const id = newId();
      const dueAt = "2026-03-01T10:00:00.123Z";
      const title = "a 'title' \\ with \"everything\" – 🙂";
      await db.insert(tasks).values({ organizationId: tenant.id, id, customerId, title, dueAt });
      const [task] = await db.select().from(tasks).where(eq(tasks.id, id));
      assert.deepEqual(
        [task!.title, task!.description, task!.dueAt],
        [title, null, "2026-03-01 10:00:00.123+00"],
      );
      const origins = ["https://a.example", 'https://b.example/"x"', "{,}"];
      await db.update(organizations).set({ allowedOrigins: origins });
      const [found] = await db.select({ origins: organizations.allowedOrigins }).from(organizations);
      assert.deepEqual(found!.origins, origins);
      const [raw] =
        await db.execute(sql`select 1::bigint as big, 1.5::float8 as float, true as yes, null as nothing,
        '{"a": [1]}'::jsonb as json, now() as at, array['x'] as list, ${false} as no`);
      const { at, ...rest } = raw!;
      const expected = {
        big: "1",
        float: 1.5,
        yes: true,
        nothing: null,
        json: { a: [1] },
        list: "{x}",
        no: false,
      };
      assert.deepEqual(rest, expected);
      assert.match(String(at), /^\d{4}-\d\d-\d\d \d\d:/);
    });
    database.close();
  });
});
