import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { listCustomers } from "../src/features/customers/dashboard.queries.ts";
import { adminSql, createTenant, inDays, newId, signInEmployee, type Tenant } from "./harness.ts";
import type { Visitor } from "./http.ts";
import { plansOf } from "./plans.ts";

interface Page {
  items: { id: string; name: string }[];
  nextCursor: string | null;
}

/** The names that a search finds, page by page. */
async function find(visitor: Visitor, q: string, filters = "", limit = 100): Promise<string[]> {
  const names: string[] = [];
  let cursor = "";
  do {
    const answer = await visitor.get(
      `/dashboard/customers?q=${encodeURIComponent(q)}&limit=${limit}${filters}${cursor}`,
    );
    assert.equal(answer.status, 200, answer.text);
    const page = answer.json<Page>();
    names.push(...page.items.map((item) => item.name));
    cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : "";
  } while (cursor);
  return names;
}

describe("a customer is found", () => {
  let visitor: Visitor;
  before(async () => {
    const tenant = await createTenant();
    visitor = await signInEmployee(await tenant.addEmployee());
    const people = [
      { name: "Ada Okáfor-Müller", email: "ada.okafor@northwind.example", phone: "+49 30 1234567" },
      { name: "Conan O’Brien", phone: "+4915123456789", externalId: "K-0042" },
      { name: "Siân Großmann", phone: "(030) 765 43 21", externalId: "0815" },
      { name: "山田 太郎", externalId: "1042-7" },
      { name: "Иван Петров", email: "ivan@мир.example" },
      { name: "'; drop table \\ :* & | ! ()", externalId: "100%" },
    ].map((person) => ({ ...person, email: person.email === "ivan@мир.example" ? null : person.email }));
    for (const person of people) {
      const answer = await visitor.post("/dashboard/customers", person);
      assert.equal(answer.status, 201, answer.text);
    }
    const theirs = await createTenant();
    await theirs.addCustomer({ name: "Ada Elsewhere" });
  });

  const [ada, conan, sian, taro, ivan, odd] = ["Ada", "Conan", "Siân", "山田", "Иван", "';"];
  const finds: [string, string[]][] = [
    ["ada", [ada!]],
    ["ADA", [ada!]],
    ["okafor", [ada!]],
    ["OKÁF", [ada!]],
    ["müller", [ada!]],
    ["mull ad", [ada!]],
    ["okafor-mul", [ada!]],
    ["ada.okafor@north", [ada!]],
    ["northwind", [ada!]],
    ["ull", []],
    ["ada conan", []],
    ["o'bri", [conan!]],
    ["o’brien", [conan!]],
    ["grossmann", [sian!]],
    ["großm", [sian!]],
    ["sian", [sian!]],
    ["山", [taro!]],
    ["太郎", [taro!]],
    ["иван", [ivan!]],
    ["ПЕТ", [ivan!]],
    // A number is a number however it is written, from the beginning of any of its groups.
    ["+49 30 1234567", [ada!]],
    ["0049 30 12 34", [ada!]],
    ["030 123", [ada!]],
    ["(030) 1234-567", [ada!]],
    ["1234567", [ada!]],
    ["234567", []],
    ["0151 2345", [conan!]],
    ["+49151", [conan!]],
    ["0307654321", [sian!]],
    ["7654321", [sian!]],
    ["k-0042", [conan!]],
    ["K 42", [conan!]],
    ["815", [sian!]],
    ["1042", [taro!]],
    ["1042-7", [taro!]],
    ["10427", [taro!]],
    ["10428", []],
    ["drop TABLE", [odd!]],
    ["100%", [odd!]],
  ];
  for (const [q, expected] of finds) {
    test(q, async () => {
      const names = await find(visitor, q);
      assert.deepEqual(
        names.map((name) => name.split(" ")[0]!.slice(0, expected[0]?.length)),
        expected.map((name) => name.slice(0, 99)),
      );
    });
  }

  test("by a text without any word: everybody, as without a search", async () => {
    for (const q of ["", "  ", "@", "'", "\\", "0", ":*", "&", "!", "'':*&"])
      assert.equal((await find(visitor, q)).length, 6, q);
  });

  test("a text that PostgreSQL could not take is refused, and any other is searched", async () => {
    for (const q of ["%00", "a%00b", "x".repeat(101), "%0a%0d"]) {
      const answer = await visitor.get(`/dashboard/customers?q=${q}`);
      assert.ok([200, 400].includes(answer.status), `${q}: ${answer.text}`);
    }
    assert.equal((await visitor.get("/dashboard/customers?q=a%00b")).status, 400);
    for (let round = 0; round < 200; round++) {
      const q = Array.from({ length: 1 + (round % 12) }, () =>
        String.fromCodePoint(32 + Math.floor(Math.random() ** 3 * 0xd000)),
      ).join("");
      const answer = await visitor.get(`/dashboard/customers?q=${encodeURIComponent(q)}`);
      assert.ok([200, 400].includes(answer.status), `${JSON.stringify(q)}: ${answer.text}`);
    }
  });
});

describe("at random", () => {
  test("exactly those are found of whom each word of the search begins a word, in order, on any page", async () => {
    const tenant = await createTenant();
    const visitor = await signInEmployee(await tenant.addEmployee());
    const pick = <T>(values: T[]) => values[Math.floor(Math.random() * values.length)]!;
    const words = ["Anna", "Annika", "An", "Béa", "Bo", "Çelik", "Zoë", "Ångström", "d'Or", "x-y"];
    const people = Array.from({ length: 300 }, (_, n) => ({
      name: `${pick(words)} ${pick(words)} ${n}`,
      email: Math.random() < 0.5 ? null : `${pick(["ann", "zo", "q"])}${n}@mail.example`,
    }));
    const rows = people.map((person) => ({ organization_id: tenant.id, id: newId(), ...person }));
    await tenant.sql((tx) => tx`insert into portal.customers ${tx(rows)}`);
    const fold = (text: string) =>
      text
        .normalize("NFKD")
        .replace(/\p{Mn}/gu, "")
        .toLowerCase();
    const split = (text: string) =>
      fold(text)
        .split(/[^\p{L}\p{N}]+/u)
        .filter(Boolean);
    const isFound = (q: string) => (person: (typeof people)[0]) => {
      const own = split(`${person.name} ${person.email ?? ""}`);
      return split(q).every((word) => own.some((other) => other.startsWith(word.replace(/^0+/, ""))));
    };
    for (const q of [
      "an",
      "ann",
      "anna b",
      "bea",
      "ça",
      "ÅNG zo",
      "mail an",
      "or",
      "y x",
      "1",
      "12 a",
      "zz",
    ]) {
      const expected = people.filter(isFound(q)).map((person) => person.name);
      const found = await find(visitor, q, "", 7);
      assert.deepEqual(found.toSorted(), expected.toSorted(), q);
      const folded = found.map(fold);
      assert.deepEqual(folded, folded.toSorted(), `${q}: by name`);
    }
  });
});

describe("at a hundred thousand customers of one organization", () => {
  const session = newId();
  let tenant: Tenant;
  let visitor: Visitor;

  before(async () => {
    tenant = await createTenant();
    const employee = await tenant.addEmployee();
    visitor = await signInEmployee(employee);
    const row = { organization_id: tenant.id, id: session, user_id: employee.userId, audience: "dashboard" };
    await tenant.sql((tx) => tx`insert into portal.sessions ${tx({ ...row, expires_at: inDays(1) })}`);
    // Everybody has a mail address; Anna and Ben are common and never one person; who is called Zzz comes last.
    await adminSql`insert into portal.customers (organization_id, id, name, email, phone, external_id)
      select ${tenant.id}, gen_random_uuid(),
             case when n % 100 = 0 then 'Zzz' when n % 10 = 0 then 'Anna' when n % 10 = 1 then 'Ben' else 'Per' || n % 97 end
               || ' Miller' || n,
             'c' || n || '@mail.example', '+49 30 ' || 1000000 + n, 'K-' || n
        from generate_series(1, 100000) n`;
    await adminSql`analyze portal.customers`;
  });

  /** What one search reads: rows of customers and blocks of anything, whatever it finds. */
  async function cost(q: string, values: Record<string, unknown> = {}) {
    const whose = { organization: tenant.id, session, audience: "dashboard", origin: null, previewed: null };
    const page = { q, limit: 20, after: null, afterId: null, account: null, ...values };
    const adminUrl = process.env.ADMIN_DATABASE_URL ?? "";
    const { nodes, row } = await plansOf(adminUrl, listCustomers.found, { ...whose, ...page });
    const scans = nodes.filter((node) => node["Relation Name"] === "customers");
    const rows = scans.map(
      (node) => (node["Actual Rows"]! + (node["Rows Removed by Filter"] ?? 0)) * node["Actual Loops"]!,
    );
    const blocks = nodes.map((node) => node["Shared Hit Blocks"]! + node["Shared Read Blocks"]!);
    return {
      found: (JSON.parse(String(row!.body)) as Page).items.length,
      rows: Math.round(rows.reduce((sum, of) => sum + of, 0)),
      blocks: Math.max(...blocks),
      scanned: nodes.some(
        (node) => node["Node Type"] === "Seq Scan" && node["Relation Name"] === "customers",
      ),
      indexes: new Set(nodes.map((node) => node["Index Name"])),
    };
  }

  const cases: [string, string, Record<string, unknown>?][] = [
    ["a letter that everybody has", "e"],
    ["…, from the middle", "e", { after: "per5 miller5", afterId: newId() }],
    ["…, from the end", "e", { after: "zzz miller99", afterId: newId() }],
    ["a letter that only the last have", "z"],
    ["a word that everybody has, and one of the last", "mail zzz"],
    ["two common words that nobody has both of", "anna ben"],
    ["many words that everybody has", "e m c k e m c k"],
    ["…, and one that nobody has", "e m c k e m c qq"],
    ["nobody", "nobody"],
    ["one", "k-4711"],
    ["a number", "030 104711"],
    ["a beginning of many numbers", "1"],
    ["nothing in particular", "@"],
  ];
  for (const [name, q, values] of cases) {
    test(`${name}: ${q}`, async () => {
      const { rows, blocks, scanned } = await cost(q, values);
      assert.equal(scanned, false);
      // The next 500 names twice, the thousand who are found, and the page.
      assert.ok(rows <= 2100, `${rows} rows`);
      // A fresh connection's catalogue is some 1,500 of them.
      assert.ok(blocks <= 10_000, `${blocks} blocks`);
    });
  }

  test("the index of words is asked for what few have, the names are walked for what many have", async () => {
    for (const [q, isAsked] of [
      ["e", false],
      ["k-4711", true],
      ["anna ben", true],
      ["nobody", true],
    ] as const)
      assert.equal((await cost(q)).indexes.has("customers_words"), isAsked, q);
  });

  test("a filter that nobody fits is bounded by the customers that the search finds", async () => {
    const { found, rows, scanned } = await cost("e", { account: "ACTIVE" });
    assert.deepEqual([found, scanned], [0, false]);
    assert.ok(rows <= 103_000, `${rows} rows`);
  });

  test("what is found is complete, whichever way", async () => {
    const zzz = await find(visitor, "zzz");
    assert.equal(zzz.length, 1000);
    assert.equal(new Set(zzz).size, 1000);
    assert.deepEqual(await find(visitor, "zzz miller99900"), ["Zzz Miller99900"]);
    // Every tenth number is an Anna's but for every hundredth: of those with two, three, four and five digits.
    assert.equal((await find(visitor, "anna miller1")).length, 1 + 9 + 90 + 900);
  });
});
