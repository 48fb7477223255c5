import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { batch, everythingOf, paths, rowOf, statuses, type Kind } from "./batches.ts";
import { createTenant, newId, signIn, signInEmployee, unique, type Person, type Tenant } from "./harness.ts";
import type { Visitor } from "./http.ts";
import { assertProblem } from "./walk.ts";

let tenant: Tenant;
let other: Tenant;
let person: Person;
let stranger: Person;
let boss: Person;
let visitor: Visitor;
const kinds = ["customers", "appointments", "tasks", "notes"] as const;

before(async () => {
  [tenant, other] = [await createTenant({ time_zone: "Europe/Vienna" }), await createTenant()];
  [person, stranger] = [await tenant.addCustomer(), await other.addCustomer()];
  boss = await tenant.addEmployee("EMPLOYEE");
  visitor = await signInEmployee(boss);
});

const get = async (kind: Kind, id: string | null) =>
  (await visitor.get(`/dashboard/${kind}/${id}`)).json<Record<string, unknown>>();
const auditOf = (id: string | null) =>
  tenant.sql((tx) => tx`select * from portal.audit_log where entity_id = ${id} order by at, id`);
const row = (kind: Kind, more: object = {}) => ({ ...rowOf[kind](person.customerId), ...more });

for (const kind of kinds) {
  describe(`a batch of ${kind}`, () => {
    test("makes, changes, leaves and deletes records by the organization's own ids", async () => {
      const externalId = `X-${unique()}`;
      const [made] = await batch(visitor, kind, [row(kind, { externalId })]);
      assert.equal(made!.status, "CREATED");
      assert.equal(made!.externalId, externalId);
      const answer = await visitor.get(`/dashboard/${kind}/${made!.id}`);
      assert.equal(answer.headers.etag, made!.etag);
      const record = answer.json<Record<string, unknown>>();
      assert.equal(record.externalId, externalId);

      const [same] = await batch(visitor, kind, [row(kind, { externalId })]);
      assert.deepEqual(same, { ...made, status: "UNCHANGED" });
      assert.deepEqual(await get(kind, made!.id), record, "nothing of it is written");

      const field = kind === "customers" ? "name" : "title";
      const [changed] = await batch(visitor, kind, [{ externalId, [field]: "Changed" }]);
      assert.equal(changed!.status, "UPDATED");
      assert.equal(changed!.id, made!.id);
      assert.notEqual(changed!.etag, made!.etag);
      const after = await get(kind, made!.id);
      assert.deepEqual({ ...after, [field]: record[field], updatedAt: record.updatedAt }, record);
      assert.equal(after[field], "Changed");

      const [gone] = await batch(visitor, kind, [{ externalId, deleted: true, [field]: "Whatever" }]);
      assert.deepEqual(gone, { ...made, status: "DELETED", etag: null });
      assertProblem(await visitor.get(`/dashboard/${kind}/${made!.id}`), 404);
      const [again] = await batch(visitor, kind, [{ externalId, deleted: true }]);
      assert.deepEqual([again!.status, again!.id], ["UNCHANGED", null]);

      const log = await auditOf(made!.id);
      const action = `upsert${kind[0]!.toUpperCase()}${kind.slice(1)}`;
      assert.deepEqual(
        log.map((entry) => [entry.action, entry.entity, entry.actor_id]),
        Array.from({ length: 3 }, () => [action, kind.slice(0, -1), boss.userId]),
      );
      assert.equal(log[0]!.before, null);
      assert.deepEqual(log[0]!.after, record);
      assert.deepEqual([log[1]!.before, log[1]!.after], [{ [field]: "Row" }, { [field]: "Changed" }]);
      assert.deepEqual(log[2]!.before, after);
      assert.equal(log[2]!.after, null);
    });

    test("without an external id a row makes a record, with an id it changes that one", async () => {
      const made = await batch(visitor, kind, [row(kind), row(kind)]);
      assert.deepEqual(statuses(made), ["CREATED", "CREATED"]);
      const [id, externalId] = [made[0]!.id, unique()];
      const [named] = await batch(visitor, kind, [{ id, externalId }]);
      assert.deepEqual([named!.status, named!.externalId], ["UPDATED", externalId]);
      const [unnamed] = await batch(visitor, kind, [{ id, externalId: null }]);
      assert.equal(unnamed!.status, "UPDATED");
      assert.equal((await get(kind, id)).externalId, null);
      assert.deepEqual(statuses(await batch(visitor, kind, [{ id }])), ["UNCHANGED"]);
    });

    test("bad rows fail alone, each with what is wrong with it", async () => {
      const [good, last] = [unique(), unique()];
      const results = await batch(visitor, kind, [
        row(kind, { externalId: good }),
        row(kind, { [kind === "customers" ? "name" : "title"]: "" }),
        row(kind, { colour: "red" }),
        null,
        "text",
        [],
        row(kind, { id: "no-id" }),
        { id: newId() },
        { deleted: true },
        row(kind, { externalId: "x".repeat(101) }),
        row(kind, { externalId: "a\u0000b" }),
        {},
        row(kind, { externalId: last }),
      ]);
      assert.equal(statuses(results).join(), ["CREATED", ...Array(11).fill("FAILED"), "CREATED"].join());
      const missing = kind === "customers" ? "name" : "customerId";
      assert.deepEqual(paths(results).slice(6, 11), ["id", "id", "deleted", "externalId", "externalId"]);
      assert.equal(paths(results)[2], "colour");
      assert.ok(paths(results)[11]!.split(",").includes(missing), paths(results)[11]);
      for (const id of [results[0]!.id, results[12]!.id]) assert.equal((await auditOf(id)).length, 1);
    });

    test("the second row about one record fails, however it names it", async () => {
      const externalId = unique();
      const id = (await batch(visitor, kind, [row(kind, { externalId })]))[0]!.id;
      const another = unique();
      const field = kind === "customers" ? "name" : "title";
      const results = await batch(visitor, kind, [
        { id, [field]: "First", externalId: another },
        { externalId, [field]: "Second" },
        { id, [field]: "Third" },
        row(kind, { externalId: another }),
      ]);
      assert.deepEqual(statuses(results), ["UPDATED", "FAILED", "FAILED", "FAILED"]);
      assert.deepEqual(paths(results), [undefined, "externalId", "id", "externalId"]);
      const both = await batch(visitor, kind, [
        row(kind, { externalId: `${another}-2`, colour: "red" }),
        row(kind, { externalId: `${another}-2` }),
        row(kind, { externalId: `${another}-2` }),
      ]);
      assert.deepEqual(statuses(both), ["FAILED", "CREATED", "FAILED"], "a row that fails is about nothing");
    });

    test("an external id that is another record's is refused", async () => {
      const [taken, mine] = [unique(), unique()];
      const [, { id }] = (await batch(visitor, kind, [
        row(kind, { externalId: taken }),
        row(kind, { externalId: mine }),
      ])) as [unknown, { id: string }];
      const results = await batch(visitor, kind, [{ id, externalId: taken }]);
      assert.deepEqual([statuses(results), paths(results)], [["FAILED"], ["externalId"]]);
      assertProblem(await visitor.patch(`/dashboard/${kind}/${id}`, { externalId: taken }), 409, "CONFLICT");
      assert.equal((await get(kind, id)).externalId, mine);
    });

    test("a dry run answers what would be, and writes nothing", async () => {
      const [there, key] = [unique(), unique()];
      await batch(visitor, kind, [row(kind, { externalId: there }), row(kind, { externalId: `${there}-2` })]);
      const field = kind === "customers" ? "name" : "title";
      const items = [
        row(kind, { externalId: there }),
        { externalId: `${there}-2`, [field]: "Other" },
        row(kind, { externalId: unique() }),
        row(kind),
        { externalId: there, deleted: true },
        { externalId: `${there}-3`, deleted: true },
        { id: newId() },
      ];
      const state = await everythingOf(tenant, kind);
      const dry = await batch(visitor, kind, items, { dryRun: true, key });
      assert.equal(await everythingOf(tenant, kind), state);
      const expected = ["UNCHANGED", "UPDATED", "CREATED", "CREATED", "FAILED", "UNCHANGED", "FAILED"];
      assert.deepEqual(statuses(dry), expected);
      assert.deepEqual([dry[2]!.id, dry[3]!.id], [null, null], "an id that never was is no id");
      const wet = await batch(visitor, kind, items, { key });
      assert.deepEqual(statuses(wet), expected);
      assert.deepEqual(
        wet.map(({ errors, externalId }) => [errors, externalId]),
        dry.map(({ errors, externalId }) => [errors, externalId]),
      );
    });

    test("somebody else's names are answered as nobody's", async () => {
      const externalId = unique();
      const theirs = kind === "customers" ? stranger.customerId : await other.add(kind, stranger.customerId);
      await other.sql(
        (tx) => tx`update portal.${tx(kind)} set external_id = ${externalId} where id = ${theirs}`,
      );
      const ask = async (id: string) => {
        const results = await batch(visitor, kind, [
          { id, ...row(kind) },
          { id, deleted: true },
        ]);
        return results.map(({ status, errors, etag }) => ({ status, errors, etag }));
      };
      assert.deepEqual(await ask(theirs), await ask(newId()));
      assert.deepEqual(statuses(await batch(visitor, kind, [{ externalId, deleted: true }])), ["UNCHANGED"]);
      const [made] = await batch(visitor, kind, [row(kind, { externalId })]);
      assert.equal(made!.status, "CREATED");
      assert.notEqual(made!.id, theirs);
      const [left] = await other.sql((tx) => tx`select * from portal.${tx(kind)} where id = ${theirs}`);
      assert.equal(left!.external_id, externalId);
      const found = await visitor.get(`/dashboard/${kind}?externalId=${externalId}`);
      assert.deepEqual(
        found.json<{ items: { id: string }[] }>().items.map(({ id }) => id),
        [made!.id],
      );
      const none = await visitor.get(`/dashboard/${kind}?externalId=${unique()}`);
      assert.deepEqual(none.json(), { items: [], nextCursor: null });
    });

    test("the same key and body are done once", async () => {
      const [externalId, key] = [unique(), unique()];
      const first = await batch(visitor, kind, [row(kind, { externalId }), row(kind)], { key });
      assert.deepEqual(await batch(visitor, kind, [row(kind, { externalId }), row(kind)], { key }), first);
      assert.equal((await auditOf(first[1]!.id)).length, 1);
      const items = [row(kind, { externalId })];
      const answer = await visitor.post(
        `/dashboard/${kind}/batch`,
        { items },
        { headers: { "Idempotency-Key": key } },
      );
      assertProblem(answer, 422, "IDEMPOTENCY_KEY_REUSED");
    });

    test("1 to 500 rows and 4 MiB", async () => {
      const path = `/dashboard/${kind}/batch`;
      for (const items of [[], Array.from({ length: 501 }, () => row(kind)), undefined, {}, "x"])
        assertProblem(await visitor.post(path, { items }), 400, "INVALID_REQUEST");
      assertProblem(await visitor.post(path, { items: [{}], more: 1 }), 400, "INVALID_REQUEST");
      assertProblem(await visitor.post(path, "{"), 415);
      const big = { items: [row(kind, { colour: "x".repeat(4 * 1024 * 1024) })] };
      assertProblem(await visitor.post(path, big), 413, "PAYLOAD_TOO_LARGE");
      assertProblem(await visitor.post(path, big, { isChunked: true }), 413, "PAYLOAD_TOO_LARGE");
      const results = await batch(
        visitor,
        kind,
        Array.from({ length: 500 }, () => row(kind, { externalId: unique() })),
      );
      assert.deepEqual([...new Set(statuses(results))], ["CREATED"]);
      assert.equal(new Set(results.map(({ id }) => id)).size, 500);
    });
  });
}

describe("the customers of a batch's records", () => {
  for (const kind of ["appointments", "tasks", "notes"] as const) {
    test(`${kind}: by either of their ids, and nobody else's`, async () => {
      const externalId = unique();
      const [customer] = await batch(visitor, "customers", [{ externalId, name: "Named" }]);
      const { customerId: _, ...fields } = rowOf[kind]("");
      await other.sql(
        (tx) => tx`update portal.customers set external_id = 'theirs' where id = ${stranger.customerId}`,
      );
      const results = await batch(visitor, kind, [
        { ...fields, customerExternalId: externalId, externalId: unique() },
        { ...fields, customerId: customer!.id, customerExternalId: externalId },
        { ...fields, customerId: person.customerId, customerExternalId: externalId },
        { ...fields, customerId: stranger.customerId },
        { ...fields, customerId: newId() },
        { ...fields, customerExternalId: "theirs" },
        { ...fields, customerExternalId: unique() },
        fields,
      ]);
      assert.deepEqual(statuses(results), ["CREATED", "CREATED", ...Array(6).fill("FAILED")]);
      const [both, theirs, none, theirName, noName, missing] = paths(results).slice(2);
      assert.deepEqual([both, theirName, noName], Array(3).fill("customerExternalId"));
      assert.deepEqual([theirs, none, missing], Array(3).fill("customerId"));
      assert.deepEqual(results[3]!.errors, results[4]!.errors);
      assert.deepEqual(results[5]!.errors, results[6]!.errors);
      assert.equal((await get(kind, results[0]!.id)).customerId, customer!.id);
      const own = { id: results[0]!.id, title: "Moved" };
      const moved = await batch(visitor, kind, [{ ...own, customerId: person.customerId }]);
      assert.deepEqual([statuses(moved), paths(moved)], [["FAILED"], ["customerId"]]);
      assert.deepEqual(statuses(await batch(visitor, kind, [{ ...own, customerId: customer!.id }])), [
        "UPDATED",
      ]);
    });
  }
});

describe("what follows from fields", () => {
  test("tasks: done keeps its first time, and leaving it forgets it", async () => {
    const externalId = unique();
    const [made] = await batch(visitor, "tasks", [row("tasks", { externalId, status: "DONE" })]);
    const { completedAt } = await get("tasks", made!.id);
    assert.ok(completedAt);
    await batch(visitor, "tasks", [{ externalId, status: "DONE", title: "Again" }]);
    assert.equal((await get("tasks", made!.id)).completedAt, completedAt);
    await batch(visitor, "tasks", [{ id: made!.id, status: "OPEN" }]);
    assert.equal((await get("tasks", made!.id)).completedAt, null);
  });

  test("appointments: the organization's zone, their length, who holds them", async () => {
    const shut = await tenant.addEmployee();
    const [first] = await batch(visitor, "appointments", [row("appointments", { employeeId: shut.userId })]);
    await tenant.sql((tx) => tx`update portal.users set disabled_at = now() where id = ${shut.userId}`);
    const theirs = await other.addEmployee();
    const results = await batch(visitor, "appointments", [
      row("appointments", { employeeId: boss.userId }),
      row("appointments", { employeeId: theirs.userId }),
      row("appointments", { employeeId: person.userId }),
      row("appointments", { employeeId: shut.userId }),
      { id: first!.id, employeeId: shut.userId, title: "Kept" },
      row("appointments", { endsAt: "2026-11-25T08:30:00.000Z" }),
      row("appointments", { endsAt: "2026-11-27T08:30:00.0001Z" }),
      row("appointments", { endsAt: "2026-11-27T08:30:00.000Z", externalId: "long" }),
    ]);
    const failed = Array<string>(3).fill("FAILED");
    assert.deepEqual(statuses(results), ["CREATED", ...failed, "UPDATED", "FAILED", "FAILED", "CREATED"]);
    assert.deepEqual(paths(results).slice(1, 4), Array(3).fill("employeeId"));
    assert.deepEqual(paths(results).slice(5, 7), ["endsAt", "endsAt"]);
    const { timeZone, status, employee } = await get("appointments", results[0]!.id);
    assert.deepEqual([timeZone, status], ["Europe/Vienna", "CONFIRMED"]);
    assert.equal((employee as { id: string }).id, boss.userId);
    const late = await batch(visitor, "appointments", [
      { externalId: "long", startsAt: "2026-11-25T08:29:59.999Z" },
    ]);
    assert.deepEqual([statuses(late), paths(late)], [["FAILED"], ["endsAt"]]);
  });

  test("notes: whoever made it stays its author", async () => {
    const externalId = unique();
    const [made] = await batch(visitor, "notes", [row("notes", { externalId })]);
    const colleague = await signInEmployee(await tenant.addEmployee());
    await batch(colleague, "notes", [{ externalId, visibility: "SHARED" }]);
    const { author, visibility } = await get("notes", made!.id);
    assert.deepEqual([(author as { id: string }).id, visibility], [boss.userId, "SHARED"]);
  });

  test("customers: the account is called as they are, and goes with them; an employee's stays", async () => {
    const one = await tenant.addCustomer({ name: "Before" });
    const [employee] = [await tenant.addEmployee()];
    const two = await tenant.addCustomer({ signsIn: false });
    await tenant.sql(
      (tx) => tx`update portal.users set customer_id = ${two.customerId} where id = ${employee.userId}`,
    );
    const users = () =>
      tenant.sql(
        (tx) => tx`select id, name, customer_id from portal.users
          where id in ${tx([one.userId, employee.userId])} order by name`,
      );
    const ids = [one.customerId, two.customerId];
    await batch(
      visitor,
      "customers",
      ids.map((id) => ({ id, name: "After" })),
    );
    assert.deepEqual(
      (await users()).map(({ name }) => name),
      ["After", "Erin Employee"],
    );
    await signIn(one);
    const gone = await batch(
      visitor,
      "customers",
      ids.map((id) => ({ id, deleted: true })),
    );
    assert.deepEqual(statuses(gone), ["DELETED", "DELETED"]);
    assert.deepEqual(
      (await users()).map((user) => [user.id, user.customer_id]),
      [[employee.userId, null]],
    );
  });

  test("half a character becomes none", async () => {
    const [made] = await batch(visitor, "customers", [{ name: "a\ud800b", externalId: `\udc00${unique()}` }]);
    assert.equal(made!.status, "CREATED");
    assert.equal((await get("customers", made!.id)).name, "a\ufffdb");
  });

  test("bulk actions: rows of an id and one field", async () => {
    const ids = await Promise.all([1, 2, 3].map(() => tenant.add("tasks", person.customerId)));
    const items = ids.map((id) => ({ id, status: "DONE" }));
    assert.deepEqual(statuses(await batch(visitor, "tasks", items)), ["UPDATED", "UPDATED", "UPDATED"]);
    assert.deepEqual(statuses(await batch(visitor, "tasks", items)), Array(3).fill("UNCHANGED"));
  });
});
