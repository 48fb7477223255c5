import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import postgres from "postgres";
import { batch, rowOf, type Kind } from "./batches.ts";
import { openApi, violations } from "./document.ts";
import {
  adminSql,
  createTenant,
  newId,
  signIn,
  signInEmployee,
  unique,
  workerSql,
  type Person,
  type Tenant,
} from "./harness.ts";
import type { Visitor } from "./http.ts";
import { addKey } from "./keys.ts";
import { assertProblem } from "./walk.ts";

let tenant: Tenant;
let person: Person;
let visitor: Visitor;

interface Change {
  entity: Kind;
  id: string;
  externalId: string | null;
  deleted: boolean;
  at: string;
  record: Record<string, unknown> | null;
}
interface Page {
  items: Change[];
  nextCursor: string;
  hasMore: boolean;
}

before(async () => {
  tenant = await createTenant();
  person = await tenant.addCustomer();
  visitor = await signInEmployee(await tenant.addEmployee());
});

async function ask(query: string, who = visitor): Promise<Page> {
  const answer = await who.get(`/dashboard/changes?${query}`);
  assert.equal(answer.status, 200, answer.text);
  assert.deepEqual(violations(openApi.components.schemas.ChangePage!, answer.json()), []);
  return answer.json<Page>();
}

/** Waits until no transaction of the whole cluster is under way that began before: other suites have long ones. */
async function settled(): Promise<void> {
  const [began] = await adminSql`select pg_current_xact_id()::text as id`;
  for (;;) {
    const [now] = await adminSql`select pg_snapshot_xmin(pg_current_snapshot()) > ${began!.id}::xid8 as over`;
    if (now!.over) return;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
}

/** What has come since a cursor until now. */
async function since(cursor: string, query = ""): Promise<Change[]> {
  await settled();
  return (await ask(`after=${cursor}&limit=500${query}`)).items;
}
async function now(query = ""): Promise<string> {
  await settled();
  return (await ask(`after=now${query}`)).nextCursor;
}

/** A copy of the records, kept by following. */
class Follower {
  readonly copy = new Map<string, Record<string, unknown>>();
  readonly seen: Change[] = [];
  cursor = "";
  readonly #query: string;
  constructor(query = "limit=7") {
    this.#query = query;
  }

  async poll(who = visitor): Promise<boolean> {
    const page = await ask(`${this.#query}${this.cursor && `&after=${this.cursor}`}`, who);
    for (const change of page.items) {
      this.seen.push(change);
      if (change.record) this.copy.set(change.id, change.record);
      else this.copy.delete(change.id);
    }
    this.cursor = page.nextCursor;
    return page.hasMore;
  }
}

const words = { customers: "name", appointments: "title", tasks: "title", notes: "title" } as const;
const kinds = Object.keys(words) as Kind[];

describe("changes", () => {
  for (const kind of kinds) {
    test(`of ${kind}: made, changed, deleted, as they are now`, async () => {
      const cursor = await now();
      const externalId = unique();
      const [made] = await batch(visitor, kind, [{ ...rowOf[kind](person.customerId), externalId }]);
      const record = async () => (await visitor.get(`/dashboard/${kind}/${made!.id}`)).json();
      const expected = { entity: kind, id: made!.id, externalId, deleted: false };
      const wire = async () => {
        const now = await record();
        return [{ ...expected, at: now.updatedAt, record: now }];
      };
      assert.deepEqual(await since(cursor), await wire());
      await visitor.patch(`/dashboard/${kind}/${made!.id}`, { [words[kind]]: "Once" });
      await visitor.patch(`/dashboard/${kind}/${made!.id}`, { [words[kind]]: "Twice" });
      assert.deepEqual(await since(cursor), await wire(), "once, at its latest");
      const later = await now();
      await batch(visitor, kind, [{ externalId, [words[kind]]: "Twice" }]);
      assert.deepEqual(await since(later), [], "what changes nothing is no change");
      await visitor.delete(`/dashboard/${kind}/${made!.id}`);
      for (const start of [cursor, later]) {
        const [{ at, ...tombstone }, ...more] = (await since(start)) as [Change];
        assert.deepEqual([tombstone, more], [{ ...expected, deleted: true, record: null }, []]);
        assert.match(at, /Z$/);
      }
    });
  }

  test("by customers and by what deletes with a customer", async () => {
    const customer = await tenant.addCustomer();
    const ids = [customer.customerId];
    for (const kind of ["appointments", "tasks", "notes"] as const)
      ids.push(await tenant.add(kind, customer.customerId));
    const cursor = await now();
    const portal = await signIn(customer);
    assert.equal((await portal.post(`/portal/tasks/${ids[2]}/complete`)).status, 200);
    assert.deepEqual(
      (await since(cursor)).map(({ id }) => id),
      [ids[2]],
    );
    await visitor.delete(`/dashboard/customers/${customer.customerId}`);
    const gone = await since(cursor);
    assert.deepEqual(gone.map(({ id }) => id).sort(), ids.sort());
    assert.ok(gone.every(({ deleted }) => deleted));
  });

  test("only of the entities that are asked for, and a cursor is for them", async () => {
    const cursor = await now("&entities=tasks,notes");
    await batch(visitor, "tasks", [rowOf.tasks(person.customerId)]);
    await batch(visitor, "customers", [rowOf.customers("")]);
    const [note] = await batch(visitor, "notes", [rowOf.notes(person.customerId)]);
    const [customer] = await batch(visitor, "customers", [rowOf.customers("")]);
    await batch(visitor, "customers", [{ id: customer!.id, deleted: true }]);
    await batch(visitor, "notes", [{ id: note!.id, deleted: true }]);
    const changes = await since(cursor, "&entities=notes,tasks");
    assert.deepEqual(
      changes.map(({ entity, deleted }) => [entity, deleted]),
      [
        ["tasks", false],
        ["notes", true],
      ],
    );
    const answer = await visitor.get(`/dashboard/changes?after=${cursor}&entities=tasks`);
    assertProblem(answer, 400, "INVALID_REQUEST");
  });

  test("a walk from the beginning finds everything there is", async () => {
    const follower = new Follower();
    while (await follower.poll());
    for (const kind of kinds) {
      const rows = await tenant.sql((tx) => tx`select id from portal.${tx(kind)}`);
      for (const { id } of rows) assert.ok(follower.copy.has(id as string), `${kind} ${id}`);
    }
  });

  test("a cursor that is none, is too old, or cannot be", async () => {
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const every = kinds.join();
    const seconds = Math.floor(Date.now() / 1000);
    const at = (days: number) => seconds - days * 86_400;
    for (const bad of [
      "x",
      "",
      encode(["1", newId()]),
      encode(["1", newId(), 5.5, every]),
      encode([1, newId(), seconds, every]),
      encode(["-1", newId(), seconds, every]),
      encode(["99999999999999999999", newId(), seconds, every]),
      encode(["1", "x", seconds, every]),
      encode(["1", newId(), seconds, "tasks"]),
      encode({ 0: "1" }),
    ])
      assertProblem(await visitor.get(`/dashboard/changes?after=${bad}`), 400, "INVALID_REQUEST");
    const old = await visitor.get(`/dashboard/changes?after=${encode(["1", newId(), at(90.01), every])}`);
    assertProblem(old, 410, "CURSOR_EXPIRED");
    await ask(`after=${encode(["9999999999999999999", newId(), at(89.9), every])}`);
    for (const bad of ["limit=0", "limit=501", "entities=users", "entities="])
      assertProblem(await visitor.get(`/dashboard/changes?${bad}`), 400, "INVALID_REQUEST");
  });

  test("while pages are read, the cursor stays as old as the walk", async () => {
    const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const started = Math.floor(Date.now() / 1000) - 80 * 86_400;
    const { nextCursor, hasMore } = await ask(
      `after=${encode(["0", newId(0), started, kinds.join()])}&limit=1`,
    );
    assert.ok(hasMore);
    const decoded = JSON.parse(Buffer.from(nextCursor, "base64url").toString()) as unknown[];
    assert.equal(decoded[2], started);
  });

  test("a key needs to read each kind of record that it follows", async () => {
    const { system } = await addKey(tenant, ["tasks:read", "notes:write"]);
    await ask("entities=tasks,notes", system);
    await ask("entities=tasks&after=now", system);
    for (const query of [
      "",
      "entities=customers",
      "entities=tasks,customers",
      "entities=tasks,customers,notes",
    ]) {
      const answer = await system.get(`/dashboard/changes?${query}`);
      assertProblem(answer, 403, "FORBIDDEN");
      assert.match(answer.text, /customers:read/);
    }
  });

  test("a key's batch is in its name", async () => {
    const { system, id } = await addKey(tenant, ["notes:write"]);
    const [made] = await batch(system, "notes", [rowOf.notes(person.customerId)]);
    assert.equal(made!.status, "CREATED");
    const [entry] = await tenant.sql(
      (tx) => tx`select actor_kind, actor_id from portal.audit_log where entity_id = ${made!.id}`,
    );
    assert.deepEqual({ ...entry }, { actor_kind: "KEY", actor_id: id });
    const answer = await system.post("/dashboard/tasks/batch", { items: [rowOf.tasks(person.customerId)] });
    assertProblem(answer, 403, "FORBIDDEN");
  });

  test("another organization sees none of it", async () => {
    const other = await createTenant();
    const stranger = await signInEmployee(await other.addEmployee("OWNER"));
    const cursor = await now();
    await batch(visitor, "tasks", [rowOf.tasks(person.customerId)]);
    assert.deepEqual((await ask("limit=500", stranger)).items, []);
    assert.deepEqual((await ask(`after=${cursor}&limit=500`, stranger)).items, []);
  });

  test("an organization that is deleted leaves nothing", async () => {
    const gone = await createTenant();
    const customer = await gone.addCustomer();
    await gone.add("tasks", customer.customerId);
    const deleted = await gone.add("tasks", customer.customerId);
    await gone.sql((tx) => tx`delete from portal.tasks where id = ${deleted}`);
    await gone.sql((tx) => tx`delete from portal.organizations`);
    const left = await adminSql`select 1 from portal.deletions where organization_id = ${gone.id}`;
    assert.equal(left.length, 0);
  });

  test("what is deleted is told for 91 days, and then swept", async () => {
    const row = { organization_id: tenant.id, entity: "tasks" };
    const [old, young] = [newId(), newId()];
    await tenant.sql(async (tx) => {
      const ago = (days: number) => new Date(Date.now() - days * 86_400_000);
      await tx`insert into portal.deletions ${tx([
        { ...row, id: old, at: ago(91.01) },
        { ...row, id: young, at: ago(90.9) },
      ])}`;
    });
    await workerSql`select portal.sweep_deletions(1000)`;
    const left = await adminSql`select id from portal.deletions where id in ${adminSql([old, young])}`;
    assert.deepEqual(
      left.map(({ id }) => id),
      [young],
    );
  });
});

describe("a follower", () => {
  test("waits for a transaction that began earlier and commits late", async () => {
    const cursor = await now("&entities=tasks");
    const [late, early] = [newId(), newId()];
    const insert = (id: string) => ({
      organization_id: tenant.id,
      id,
      customer_id: person.customerId,
      title: id,
    });
    let release = () => {};
    const held = new Promise<void>((resolve) => (release = resolve));
    let written = () => {};
    const isWritten = new Promise<void>((resolve) => (written = resolve));
    const slow = tenant.sql(async (tx) => {
      await tx`insert into portal.tasks ${tx(insert(late))}`;
      written();
      await held;
    });
    await isWritten;
    await tenant.sql((tx) => tx`insert into portal.tasks ${tx(insert(early))}`);
    const follower = new Follower("entities=tasks");
    follower.cursor = cursor;
    for (let polls = 0; polls < 5; polls++) {
      await follower.poll();
      assert.deepEqual(follower.seen, [], "nothing behind a transaction that is under way");
    }
    release();
    await slow;
    await settled();
    for (let tries = 0; follower.seen.length < 2 && tries < 100; tries++) await follower.poll();
    assert.deepEqual(
      follower.seen.map(({ id }) => id),
      [late, early],
    );
  });

  test(
    "has every change of 16 writers at once, at least once and in order",
    { timeout: 240_000 },
    async () => {
      const place = await createTenant();
      const customer = await place.addCustomer();
      const who = await signInEmployee(await place.addEmployee());
      const follower = new Follower("limit=200");
      let isWriting = true;
      // Only a follower that has caught up can have gone too far.
      let caughtUp = 0;
      const pool = postgres(process.env.WORKER_DATABASE_URL ?? "", { max: 16 });
      const rows: string[] = [];
      const pick = () => rows[Math.floor(Math.random() * rows.length)];
      /** Writes for a random while, so that commits are in another order than writes. */
      const writer = async (name: number) => {
        for (let step = 0; step < 25 || (caughtUp < 20 && step < 500); step++) {
          const ids = [pick(), pick()].filter((id) => id !== undefined).sort();
          const id = newId();
          await pool
            .begin(async (tx) => {
              await tx`select set_config('portal.organization_id', ${place.id}, true)`;
              await tx`insert into portal.tasks ${tx({
                organization_id: place.id,
                id,
                customer_id: customer.customerId,
                title: `${name}/${step}`,
              })}`;
              await tx`select pg_sleep(${Math.random() * 0.02})`;
              for (const one of ids)
                if (Math.random() < 0.2) await tx`delete from portal.tasks where id = ${one}`;
                else
                  await tx`update portal.tasks set title = ${`${name}/${step}`}, updated_at = clock_timestamp() where id = ${one}`;
              if (Math.random() < 0.1) throw new Error("rolled back");
            })
            .then(
              () => rows.push(id),
              () => {},
            );
        }
      };
      const following = (async () => {
        while (isWriting) caughtUp += (await follower.poll(who)) ? 0 : 1;
      })();
      await Promise.all(Array.from({ length: 16 }, (_, name) => writer(name)));
      isWriting = false;
      await following;
      await pool.end();
      assert.ok(caughtUp >= 20, String(caughtUp));
      const truth = await place.sql((tx) => tx`select id, title from portal.tasks`);
      const expected = new Map(truth.map(({ id, title }) => [id as string, title as string]));
      const actual = () =>
        [...follower.copy].filter(([, record]) => "title" in record).map(([id, { title }]) => [id, title]);
      await settled();
      const isSame = () =>
        actual().length === expected.size &&
        actual().every(([id, title]) => expected.get(id as string) === title);
      for (let tries = 0; tries < 100 && ((await follower.poll(who)) || !isSame()); tries++);
      assert.ok(expected.size > 100, String(expected.size));
      assert.deepEqual(new Map(actual() as [string, string][]), expected);
      const deleted = await place.sql((tx) => tx`select id from portal.deletions`);
      assert.ok(deleted.length > 20);
      for (const { id } of deleted) {
        const told = follower.seen.filter((change) => change.id === id);
        assert.ok(told.at(-1)?.deleted, `${id} is told to be gone, last`);
      }
      for (const { id, updated } of await place.sql(
        (
          tx,
        ) => tx`select id, to_char(updated_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as updated
        from portal.tasks`,
      ))
        assert.equal(follower.seen.filter((change) => change.id === id).at(-1)?.at, updated);
    },
  );
});
