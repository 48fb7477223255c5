import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createTenant, newId, signInEmployee, type Tenant } from "./harness.ts";
import type { Visitor } from "./http.ts";

let tenant: Tenant;
let visitor: Visitor;
before(async () => {
  tenant = await createTenant();
  visitor = await signInEmployee(await tenant.addEmployee("OWNER"));
});

const cursorOf = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
const names = ["employees", "customers", "customers?q=a"];
const times = ["appointments", "tasks", "notes", "audit-log"];
const refuse = async (list: string, query: string, field: string) => {
  const answer = await visitor.get(`/dashboard/${list}${list.includes("?") ? "&" : "?"}${query}`);
  assert.equal(answer.status, 400, `${list} ${query}: ${answer.status} ${answer.text}`);
  assert.equal(answer.json<{ errors: { path: string }[] }>().errors[0]!.path.split(".")[0], field);
};

describe("lists by name", () => {
  test("hold each row once, equal names, long ones and those of any script too", async () => {
    const people = [
      ...Array.from({ length: 7 }, () => "Twin"),
      ...[
        "ada",
        "Ada",
        "ÄDA",
        "Zoë",
        "山田",
        "Иван",
        "🦷 Tooth",
        '"quoted\\"',
        "l",
        "L".repeat(200),
        `${"L".repeat(199)}M`,
      ],
      "ﷺ".repeat(100),
    ];
    const rows = people.map((name) => ({
      organization_id: tenant.id,
      id: newId(),
      name,
      email: "a@x.example",
    }));
    await tenant.sql((tx) => tx`insert into portal.customers ${tx(rows)}`);
    for (const filter of ["", "&q=a", "&account=NONE"]) {
      const seen: string[] = [];
      let cursor = "";
      do {
        const answer = await visitor.get(`/dashboard/customers?limit=2${filter}${cursor}`);
        assert.equal(answer.status, 200, answer.text);
        const page = answer.json<{ items: { id: string }[]; nextCursor: string | null }>();
        seen.push(...page.items.map(({ id }) => id));
        cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : "";
      } while (cursor);
      assert.equal(seen.length, rows.length, filter);
      assert.deepEqual(seen.toSorted(), rows.map(({ id }) => id).toSorted(), filter);
    }
  });
});

describe("a cursor that is none of a list's is refused by name", () => {
  const never: unknown[] = [
    ["a\0b", newId()],
    ["a", "no-id"],
    ["a", null],
    [null, newId()],
    [["a"], newId()],
    ["a", newId(), "more"],
    ["a"],
    {},
    null,
    "text",
  ];
  const texts = [
    "x",
    "!!!!",
    "e30",
    "a".repeat(513),
    Buffer.from([0x5b, 0x22, 0xff, 0x22, 0x5d]).toString("base64url"),
  ];
  for (const list of [...names, ...times]) {
    test(list, async () => {
      for (const cursor of [...never.map(cursorOf), ...texts])
        await refuse(list, `cursor=${cursor}`, "cursor");
    });
  }
  for (const list of times) {
    test(`${list}: a place among names`, () =>
      refuse(list, `cursor=${cursorOf(["Ada", newId()])}`, "cursor"));
  }
  for (const list of names) {
    test(`${list}: whatever PostgreSQL could be told as a name`, async () => {
      for (const name of ["", "' or 1=1 --", "\ud800", "\uffff", "\u{10ffff}", "-infinity", "\\", "%"]) {
        const answer = await visitor.get(
          `/dashboard/${list}${list.includes("?") ? "&" : "?"}cursor=${cursorOf([name, newId()])}`,
        );
        assert.equal(answer.status, 200, `${JSON.stringify(name)}: ${answer.text}`);
      }
    });
  }
});

describe("a query that cannot be is refused by name", () => {
  const queries: [string, string, string[]][] = [
    ["employees", "disabled", ["1", "", "TRUE", "true,false"]],
    ["customers", "account", ["1", "", "null", "NONE,NONE,x"]],
    ["appointments", "customerId", ["x", "", "%00"]],
    ["appointments", "employeeId", ["x", ""]],
    ["appointments", "status", ["", "GONE"]],
    ["appointments", "order", ["up"]],
    ["appointments", "from", ["today", "", "2026-02-30T00:00:00Z"]],
    ["appointments", "to", ["-infinity", "2026-01-01"]],
    ["tasks", "customerId", ["x"]],
    ["notes", "visibility", ["shared", "SHARED,INTERNAL"]],
  ];
  for (const [list, field, values] of queries) {
    test(`${list} by ${field}`, async () => {
      for (const value of values) await refuse(list, `${field}=${value}`, field);
    });
  }
  test("limit", async () => {
    for (const list of [...names, ...times])
      for (const limit of ["0", "101", "x"]) await refuse(list, `limit=${limit}`, "limit");
  });
  test("instants at the edge of the calendar are searched", async () => {
    for (const query of [
      "from=0001-01-01T00:00:00Z",
      "to=9999-12-31T23:59:59Z",
      "to=0001-01-01T00:00:00Z&order=desc",
    ])
      assert.equal((await visitor.get(`/dashboard/appointments?${query}`)).status, 200, query);
  });
});
