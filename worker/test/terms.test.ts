import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createTenant, signIn, signInEmployee, type Person, type Tenant } from "./harness.ts";
import { send, type Visitor } from "./http.ts";
import { assertProblem } from "./walk.ts";

type Terms = Record<string, Record<string, string>>;

const path = "/dashboard/organization";
let tenant: Tenant;
let admin: Visitor;
let customer: Person;

before(async () => {
  tenant = await createTenant();
  admin = await signInEmployee(await tenant.addEmployee("ADMIN"));
  customer = await tenant.addCustomer();
});

const change = async (terms: object): Promise<Terms> => {
  const answer = await admin.patch(path, { terms });
  assert.equal(answer.status, 200, answer.text);
  return answer.json<{ terms: Terms }>().terms;
};
const stored = async () => (await admin.get(path)).json<{ terms: Terms }>().terms;

describe("an organization's own words", () => {
  test("are none at first", async () => assert.deepEqual(await stored(), {}));

  test("are merged in: what is absent stays, null brings Portico's own back", async () => {
    const en = { appointments: "Sessions", tasks: "Homework" };
    assert.deepEqual(await change({ en }), { en });
    const de = { notes: "Briefe" };
    assert.deepEqual(await change({ de: { notes: "  Briefe " } }), { en, de });
    assert.deepEqual(await change({ en: { tasks: "To-dos" } }), { en: { ...en, tasks: "To-dos" }, de });
    assert.deepEqual(await change({ en: { tasks: null } }), { en: { appointments: "Sessions" }, de });
    assert.deepEqual(await change({ en: { appointments: null, notes: null } }), { de });
    assert.deepEqual(await change({ fr: {}, ja: { notes: null }, pl: null }), { de });
    assert.deepEqual(await change({ de: null }), {});
  });

  test("may be of any script, up to forty characters", async () => {
    const terms = {
      ar: { appointments: "الجلسات" },
      fr: { tasks: "Travail à faire · l’école" },
      ja: { notes: "お知らせ" },
      pt: { notes: "x".repeat(40) },
    };
    assert.deepEqual(await change(terms), terms);
    await change({ ar: null, fr: null, ja: null, pt: null });
  });

  test("that cannot be are refused by name, and nothing changes", async () => {
    await change({ en: { notes: "Memos" } });
    const refused: [unknown, string][] = [
      [null, "terms"],
      [[], "terms"],
      ["Sessions", "terms"],
      [{ en: "Sessions" }, "terms.en"],
      [{ en: [] }, "terms.en"],
      [{ en: { tasks: 7 } }, "terms.en.tasks"],
      [{ en: { tasks: ["x"] } }, "terms.en.tasks"],
      [{ en: { tasks: "" } }, "terms.en.tasks"],
      [{ en: { tasks: " \u00a0 " } }, "terms.en.tasks"],
      [{ en: { tasks: "1 · 2" } }, "terms.en.tasks"],
      [{ en: { tasks: "x".repeat(41) } }, "terms.en.tasks"],
      [{ en: { notes: "Hers" }, de: { tasks: "<b>Fett</b>" } }, "terms.de.tasks"],
      // A line break, a null, half a character, a text that turns round, an invisible space.
      ...["a\nb", "a\0b", "a\ud800b", "a\u202eb", "a\u200bb", "a\u2028b"].map(
        (word) => [{ en: { tasks: word } }, "terms.en.tasks"] as [unknown, string],
      ),
      [{ en: { customers: "Pupils" } }, "terms.en.customers"],
      [JSON.parse('{"en":{"__proto__":"x"}}'), "terms.en.__proto__"],
      [{ ru: { tasks: "Задачи" } }, "terms.ru"],
      [{ "de-AT": { tasks: "Aufgaben" } }, "terms.de-AT"],
    ];
    for (const [terms, field] of refused) {
      const answer = await admin.patch(path, { terms });
      assertProblem(answer, 400, "INVALID_REQUEST");
      const paths = answer.json<{ errors: { path: string }[] }>().errors.map((error) => error.path);
      assert.deepEqual([...new Set(paths)], [field], `${JSON.stringify(terms)}: ${answer.text}`);
    }
    // A language of this name is no key: zod passes over it.
    await change(JSON.parse('{"__proto__":{"tasks":"x"}}') as object);
    assert.deepEqual(await stored(), { en: { notes: "Memos" } });
  });

  test("are an administrator's to change, of a state that is there", async () => {
    const employee = await signInEmployee(await tenant.addEmployee("EMPLOYEE"));
    const body = { terms: { en: { tasks: "Theirs" } } };
    assertProblem(await employee.patch(path, body), 403, "FORBIDDEN");
    assertProblem(await (await signIn(customer)).patch(path, body), 401, "UNAUTHENTICATED");
    const stale = { headers: { "If-Match": String((await admin.get(path)).headers.etag) } };
    await change({ en: { tasks: "Ours" } });
    assertProblem(await admin.patch(path, body, stale), 412, "PRECONDITION_FAILED");
    assert.equal((await stored()).en!.tasks, "Ours");
  });

  test("are what the portal shows, in every answer, and no other organization's", async () => {
    await change({ en: { appointments: "Sessions", tasks: "Homework", notes: null }, de: null });
    const terms = { en: { appointments: "Sessions", tasks: "Homework" } };
    const visitor = await signIn(customer);
    const config = await send("GET", `/portal/config?organization=${tenant.slug}`);
    assert.equal(config.headers["cache-control"], "public, max-age=60");
    for (const answer of [config, await visitor.get("/portal/me"), await visitor.get("/portal/dashboard")])
      assert.deepEqual(answer.json<{ organization: { terms: Terms } }>().organization.terms, terms);
    const other = await createTenant();
    const theirs = await send("GET", `/portal/config?organization=${other.slug}`);
    assert.deepEqual(theirs.json<{ organization: { terms: Terms } }>().organization.terms, {});
  });

  test("leave an entry in the audit log", async () => {
    await change({ en: null });
    await change({ en: { tasks: "Homework" } });
    const [entry] = await tenant.sql((tx) => tx`select * from portal.audit_log order by at desc limit 1`);
    assert.equal(entry!.action, "updateOrganization");
    assert.deepEqual(
      [entry!.before, entry!.after],
      [{ terms: {} }, { terms: { en: { tasks: "Homework" } } }],
    );
  });

  test("are an object of some size, whoever writes them", async () => {
    const write = (terms: string) =>
      tenant.sql((tx) => tx`update portal.organizations set terms = ${terms}::text::jsonb`);
    await assert.rejects(write("[]"), /organizations_terms_check/);
    await assert.rejects(write(JSON.stringify({ en: "x".repeat(17_000) })), /organizations_terms_check/);
  });
});
