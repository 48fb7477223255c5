import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createTenant, newId, signIn, type Person } from "./harness.ts";
import type { Visitor } from "./http.ts";

let person: Person;
let visitor: Visitor;
before(async () => {
  person = await (await createTenant()).addCustomer();
  visitor = await signIn(person);
});

interface Page {
  items: { id: string; title: string }[];
  nextCursor: string | null;
}
const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** The titles of every page, in order. */
async function walkPages(path: string): Promise<string[]> {
  const titles: string[] = [];
  let cursor = "";
  for (let pages = 0; pages < 50; pages++) {
    const answer = await visitor.get(`${path}limit=2${cursor}`);
    assert.equal(answer.status, 200, answer.text);
    const page = answer.json<Page>();
    titles.push(...page.items.map((item) => item.title));
    if (page.nextCursor === null) return titles;
    cursor = `&cursor=${page.nextCursor}`;
  }
  throw new Error("The list does not end");
}

const numbers = Array.from({ length: 7 }, (_, i) => String(i));

/** Adds a row whose instant has microseconds, which a Date would lose. */
async function addAt(table: "appointments" | "tasks" | "notes", column: string, title: string, at: string) {
  const { customerId, tenant } = person;
  const far = { starts_at: new Date("2025-12-31T23:00:00Z"), ends_at: new Date("2026-01-01T01:00:00Z") };
  const id = await tenant.add(table, customerId, { title, ...(table === "appointments" ? far : {}) });
  await tenant.sql(
    (tx) => tx`update portal.${tx(table)} set ${tx(column)} = ${at}::text::timestamptz where id = ${id}`,
  );
}

describe("pages", () => {
  test("rows a microsecond apart are each on one of them", async () => {
    for (const i of numbers) {
      const at = `2026-01-01 00:00:00.00000${i}+00`;
      await addAt("notes", "created_at", i, at);
      await addAt("appointments", "starts_at", i, at);
      await addAt("tasks", "due_at", i, at);
    }
    assert.deepEqual(await walkPages("/portal/notes?"), numbers.toReversed());
    assert.deepEqual(await walkPages("/portal/appointments?"), numbers);
    assert.deepEqual(await walkPages("/portal/appointments?order=desc&"), numbers.toReversed());
    assert.deepEqual(await walkPages("/portal/tasks?"), numbers);
  });

  test("rows of one instant, and tasks without a date, are each on one of them", async () => {
    const { customerId, tenant } = person;
    const other = await tenant.addCustomer();
    const at = new Date();
    for (const title of numbers) {
      await tenant.add("notes", other.customerId, { title, created_at: at });
      await tenant.add("tasks", other.customerId, { title });
      await tenant.add("tasks", other.customerId, { title, status: "DONE", completed_at: at });
    }
    assert.notEqual(other.customerId, customerId);
    const before = visitor;
    visitor = await signIn(other);
    assert.deepEqual((await walkPages("/portal/notes?")).toSorted(), numbers);
    assert.deepEqual((await walkPages("/portal/tasks?status=OPEN,IN_PROGRESS&")).toSorted(), numbers);
    assert.deepEqual((await walkPages("/portal/tasks?status=DONE&")).toSorted(), numbers);
    assert.equal((await walkPages("/portal/tasks?")).length, 14);
    visitor = before;
  });
});

describe("a cursor that is none of ours is refused by name, whatever it holds", () => {
  const good = "2026-01-01 00:00:00+00";
  const positions: unknown[] = [
    ["2026-02-30 00:00:00+00", newId()],
    ["0000-01-01 00:00:00+00", newId()],
    ["2026-13-01 00:00:00+00", newId()],
    ["2026-01-01 24:00:00+00", newId()],
    ["2026-01-01 00:00:60+00", newId()],
    ["2026-01-01 00:00:00+23", newId()],
    ["2026-01-01 00:00:00+99", newId()],
    ["-infinity", newId()],
    ["now", newId()],
    ["", newId()],
    [good, "00000000-0000-0000-0000-00000000000"],
    [good, "' or 1=1 --"],
    [good, null],
    [good, newId(), "more"],
    [good],
    { 0: good, 1: newId(), length: 2 },
    null,
    0,
    "text",
    [[good], [newId()]],
  ];
  const texts = ["x", "%00", "!!!!", "e30", "bnVsbA", "a".repeat(513), "%F0%9F%98%80", "=", "W10"];
  const cursors = [...positions.map(cursorOf), ...texts];
  for (const list of ["appointments", "tasks", "notes"]) {
    test(list, async () => {
      for (const [i, cursor] of cursors.entries()) {
        const answer = await visitor.get(`/portal/${list}?cursor=${cursor}`);
        assert.equal(answer.status, 400, `${JSON.stringify(positions[i] ?? cursor)}: ${answer.text}`);
        const problem = answer.json<{ code: string; errors: { path: string }[] }>();
        assert.equal(problem.code, "INVALID_REQUEST");
        assert.equal(problem.errors[0]!.path, "cursor");
      }
    });
  }
});

describe("a query that is not valid is refused by name", () => {
  const queries: Record<string, string[]> = {
    limit: ["0", "101", "-1", "1.5", "x", "", "NaN", "1e9", "9999999999999999999999", "%00", "1&limit=2"],
    status: ["", "OPENED", "open", ",", "%00", "DONE'--", "DONE,,DONE", "DONE&status=DONE"],
    from: ["", "today", "2026-01-01", "2026-02-30T00:00:00Z", "2026-01-01T00:00:00", "%00", "-infinity"],
    to: ["0000-01-01T00:00:00Z", "2026-01-01T25:00:00Z", "2026-01-01T00:00:00+01:00"],
    order: ["", "ASC", "asc;drop", "desc,asc"],
  };
  const lists: Record<string, string[]> = {
    appointments: ["limit", "status", "from", "to", "order"],
    tasks: ["limit", "status"],
    notes: ["limit"],
  };
  for (const [list, names] of Object.entries(lists)) {
    test(list, async () => {
      for (const name of names) {
        for (const value of queries[name]!) {
          const answer = await visitor.get(`/portal/${list}?${name}=${value}`);
          assert.equal(answer.status, 400, `${name}=${value}: ${answer.status} ${answer.text}`);
          const problem = answer.json<{ errors: { path: string }[] }>();
          assert.match(problem.errors[0]!.path, new RegExp(`^${name}`));
        }
      }
    });
  }

  test("an instant of any length and age is not an error of ours", async () => {
    for (const from of [
      `2026-01-01T00:00:00.${"1".repeat(300)}Z`,
      "0001-01-01T00:00:00Z",
      "9999-12-31T23:59:59Z",
    ]) {
      for (const name of ["from", "to"]) {
        const answer = await visitor.get(`/portal/appointments?${name}=${from}`);
        assert.ok([200, 400].includes(answer.status), `${name}=${from}: ${answer.status}`);
      }
    }
  });
});
