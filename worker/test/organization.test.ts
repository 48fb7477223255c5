import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import {
  adminSql,
  createTenant,
  password,
  signIn,
  signInEmployee,
  unique,
  type Person,
  type Tenant,
} from "./harness.ts";
import { send, type Answer, type Visitor } from "./http.ts";
import { assertProblem } from "./walk.ts";

interface Organization {
  slug: string;
  allowedOrigins: string[];
  portalUrl: string | null;
  branding: { accentColor: string | null; logoUrl: string | null };
  [field: string]: unknown;
}

const path = "/dashboard/organization";
let tenant: Tenant;
let boss: Person;
let owner: Visitor;
let admin: Visitor;

before(async () => {
  tenant = await createTenant();
  boss = await tenant.addEmployee("OWNER");
  owner = await signInEmployee(boss);
  admin = await signInEmployee(await tenant.addEmployee("ADMIN"));
});

const change = async (body: object) => {
  const answer = await admin.patch(path, body);
  assert.equal(answer.status, 200, answer.text);
  return answer.json<Organization>();
};
const refuse = async (body: object, field: string) => {
  const before = (await admin.get(path)).text;
  const answer = await admin.patch(path, body);
  assertProblem(answer, 400, "INVALID_REQUEST");
  const paths = answer.json<{ errors: { path: string }[] }>().errors.map((error) => error.path);
  assert.deepEqual([...new Set(paths)], [field], `${JSON.stringify(body)}: ${answer.text}`);
  assert.equal((await admin.get(path)).text, before);
};

describe("the organization's settings", () => {
  test("change one by one; what is absent stays, null empties", async () => {
    const first = await change({ branding: { accentColor: "#0F6B5C" }, contactEmail: "Desk@Example.com" });
    assert.deepEqual(first.branding, { accentColor: "#0f6b5c", logoUrl: null });
    assert.equal(first.contactEmail, "desk@example.com");
    const logoUrl = "https://example.com/logo.svg";
    const second = await change({ name: " Northwind ", branding: { logoUrl }, timeZone: "Asia/Tokyo" });
    assert.deepEqual(second.branding, { accentColor: "#0f6b5c", logoUrl });
    assert.equal(second.name, "Northwind");
    assert.equal(second.slug, tenant.slug);
    const third = await change({ branding: { logoUrl: null }, contactEmail: null });
    assert.deepEqual(
      [third.branding.logoUrl, third.contactEmail, third.timeZone],
      [null, null, "Asia/Tokyo"],
    );
    assert.deepEqual((await owner.get(path)).json(), third);
    const me = (await owner.get("/dashboard/me")).json<{ organization: Organization }>().organization;
    assert.deepEqual({ ...third, ...me }, third);
  });

  test("are what the portal shows", async () => {
    await change({ registration: "INVITATION", branding: { accentColor: "#123456" }, locale: "de-AT" });
    const config = await send("GET", `/portal/config?organization=${tenant.slug}`);
    const { organization } = config.json<{ organization: Organization }>();
    assert.equal(organization.registration, "INVITATION");
    assert.equal(organization.branding.accentColor, "#123456");
    for (const name of ["allowedOrigins", "portalUrl", "contactEmail"])
      assert.ok(!(name in organization), name);
  });

  test("that cannot be are refused by name, and nothing changes", async () => {
    const logo = (logoUrl: string) => refuse({ branding: { logoUrl } }, "branding.logoUrl");
    await logo("http://example.com/logo.svg");
    await logo("javascript:alert(1)");
    await logo("data:image/svg+xml,x");
    await logo("https://me:secret@example.com/logo.svg");
    await refuse({ branding: { accentColor: "red" } }, "branding.accentColor");
    await refuse({ branding: { accentColor: "#0f6b5c;}" } }, "branding.accentColor");
    await refuse({ branding: { font: "x" } }, "branding.font");
    await refuse({ slug: "another" }, "slug");
    await refuse({ id: tenant.id }, "id");
    await refuse({ name: "" }, "name");
    await refuse({ name: null }, "name");
    await refuse({ timeZone: "Mars/Olympus" }, "timeZone");
    await refuse({ registration: "OPENED" }, "registration");
    await refuse({ contactEmail: "nobody" }, "contactEmail");
    await refuse({ name: "half", contactEmail: "nobody" }, "contactEmail");
  });

  test("of a state that is gone are refused", async () => {
    const etag = String((await admin.get(path)).headers.etag);
    await change({ name: "First" });
    const answer = await admin.patch(path, { name: "Second" }, { headers: { "If-Match": etag } });
    assertProblem(answer, 412, "PRECONDITION_FAILED");
  });

  test("leave an entry in the audit log", async () => {
    await change({ name: "Before", allowedOrigins: [tenant.origin] });
    await change({ name: "After", allowedOrigins: [tenant.origin, "https://b.example"] });
    const [entry] = await tenant.sql((tx) => tx`select * from portal.audit_log order by at desc limit 1`);
    assert.deepEqual(
      [entry!.action, entry!.entity, entry!.entity_id],
      ["updateOrganization", "organization", tenant.id],
    );
    assert.deepEqual(entry!.before, { name: "Before", allowedOrigins: [tenant.origin] });
    assert.deepEqual(entry!.after, { name: "After", allowedOrigins: [tenant.origin, "https://b.example"] });
  });
});

describe("allowed origins", () => {
  const good: [string, string][] = [
    ["https://www.example.com", "https://www.example.com"],
    ["  HTTPS://WWW.Example.COM:443 ", "https://www.example.com"],
    ["https://example.com:8443", "https://example.com:8443"],
    ["https://müller.example", "https://xn--mller-kva.example"],
    ["https://[2001:db8::1]:8443", "https://[2001:db8::1]:8443"],
    ["http://localhost:5173", "http://localhost:5173"],
    ["http://127.0.0.1", "http://127.0.0.1"],
  ];
  for (const [text, origin] of good) {
    test(`${text} is ${origin}`, async () =>
      assert.deepEqual((await change({ allowedOrigins: [text] })).allowedOrigins, [origin]));
  }

  const bad = [
    "",
    "null",
    "*",
    "example.com",
    "https://",
    "https://*",
    "https://*.example.com",
    "https://%2a.example.com",
    "https://example.com/",
    "https://example.com/path",
    "https://example.com?x",
    "https://example.com#x",
    "https://example.com\\x",
    "https://me@example.com",
    "https://me:secret@example.com",
    "https://example.com.",
    "https://example..com",
    "https://.example.com",
    "https://exam ple.com",
    "https://example.com:99999",
    "https://a.example,https://b.example",
    "https://a.example https://b.example",
    "http://example.com",
    "http://localhost.example.com",
    "http://localhost.",
    "http://127.0.0.1.nip.example",
    "http://192.168.0.1",
    "ftp://example.com",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "chrome-extension://abcdef",
  ];
  for (const text of bad)
    test(`${text} is none`, () => refuse({ allowedOrigins: [tenant.origin, text] }, "allowedOrigins.1"));

  test("count once each, and fifty at most", async () => {
    const twice = ["https://a.example", "https://A.example:443", "https://b.example"];
    assert.deepEqual((await change({ allowedOrigins: twice })).allowedOrigins, [
      "https://a.example",
      "https://b.example",
    ]);
    const many = Array.from({ length: 51 }, (_, n) => `https://${n}.example`);
    await refuse({ allowedOrigins: many }, "allowedOrigins");
  });

  test("let a website in, and out again, with its next request", async () => {
    const origin = `https://${unique()}.example`;
    const allowed = async () => {
      const answer = await send("GET", `/portal/config?organization=${tenant.slug}`, {
        headers: { Origin: origin },
      });
      return answer.headers["access-control-allow-origin"];
    };
    assert.equal(await allowed(), undefined);
    await change({ allowedOrigins: [origin] });
    assert.equal(await allowed(), origin);
    await change({ allowedOrigins: [] });
    assert.equal(await allowed(), undefined);
  });
});

describe("the portal's page", () => {
  test("is on one of the allowed origins, whichever of the two is changed", async () => {
    await change({ portalUrl: null, allowedOrigins: ["https://a.example", "http://localhost:8788"] });
    await change({ portalUrl: "https://a.example/my/portal?x=1" });
    await refuse({ portalUrl: "https://b.example/portal" }, "portalUrl");
    await refuse({ portalUrl: "https://a.example.evil.example/" }, "portalUrl");
    await refuse({ allowedOrigins: ["https://b.example"] }, "allowedOrigins");
    const moved = await change({ allowedOrigins: ["https://b.example"], portalUrl: "https://b.example/" });
    assert.equal(moved.portalUrl, "https://b.example/");
    await change({ allowedOrigins: [], portalUrl: null });
  });

  test("is a page's address without a fragment", async () => {
    await change({ allowedOrigins: ["https://a.example"] });
    for (const portalUrl of [
      "https://a.example/#x",
      "https://a.example/portal#",
      "https://me@a.example/",
      "javascript:alert(1)//https://a.example",
      "//a.example/",
      "a.example",
      "",
    ])
      await refuse({ portalUrl }, "portalUrl");
  });
});

describe("deleting an organization", () => {
  const isRefused = (answer: Answer) => assertProblem(answer, 400, "INVALID_REQUEST");

  test("needs its slug, its state and an owner", async () => {
    isRefused(await owner.delete(path));
    isRefused(await owner.delete(`${path}?slug=`));
    isRefused(await owner.delete(`${path}?slug=${tenant.slug}x`));
    const stale = await owner.delete(`${path}?slug=${tenant.slug}`, { headers: { "If-Match": '"0"' } });
    assertProblem(stale, 412, "PRECONDITION_FAILED");
    assertProblem(await admin.delete(`${path}?slug=${tenant.slug}`), 403, "FORBIDDEN");
    assert.equal((await owner.get(path)).status, 200);
  });

  test("deletes everything of it and nothing of any other, sessions included", async () => {
    const gone = await createTenant();
    const head = await gone.addEmployee("OWNER");
    const person = await gone.addCustomer();
    const [visitor, customer] = [await signInEmployee(head), await signIn(person)];
    for (const kind of ["appointments", "tasks", "notes"] as const) {
      await gone.add(kind, person.customerId);
      const note = kind === "notes" ? { author_id: head.userId } : {};
      await gone.add(kind, person.customerId, kind === "appointments" ? { employee_id: head.userId } : note);
    }
    const task = { customerId: person.customerId, title: "Audited" };
    await visitor.post("/dashboard/tasks", task, { headers: { "Idempotency-Key": unique() } });
    await gone.sql((tx) => tx`update portal.users set customer_id = null where id = ${head.userId}`);
    const before = await rowsOf(tenant.id);

    const answer = await visitor.delete(`${path}?slug=${gone.slug}`);
    assert.equal(answer.status, 204, answer.text);
    assert.deepEqual(await rowsOf(gone.id), {});
    assert.deepEqual(await rowsOf(tenant.id), before);
    assertProblem(await visitor.get(path), 401, "UNAUTHENTICATED");
    assertProblem(await customer.get("/portal/me"), 401, "UNAUTHENTICATED");
    const login = { email: head.email, password, organization: gone.slug };
    assertProblem(await visitor.copy().post("/dashboard/auth/login", login), 404, "NOT_FOUND");
  });

  test("while others write: it goes, and nobody is told of an error of ours", async () => {
    for (let round = 0; round < 5; round++) {
      const gone = await createTenant();
      const person = await gone.addCustomer();
      const head = await signInEmployee(await gone.addEmployee("OWNER"));
      const writes = Array.from({ length: 16 }, (_, n) =>
        n % 2 === 0
          ? head.patch(`/dashboard/customers/${person.customerId}`, { address: `${n}` })
          : head.post("/dashboard/notes", { customerId: person.customerId, title: "x", body: "x" }),
      );
      const [deleted, ...answers] = await Promise.all([head.delete(`${path}?slug=${gone.slug}`), ...writes]);
      const late = deleted.status === 204 ? 204 : (await head.delete(`${path}?slug=${gone.slug}`)).status;
      assert.equal(late, 204, deleted.text);
      for (const { status, text } of answers)
        assert.ok([200, 201, 400, 401, 404, 503].includes(status), text);
      assert.deepEqual(await rowsOf(gone.id), {});
    }
  });
});

/** How many rows of an organization each table has, where it has any. */
async function rowsOf(organizationId: string): Promise<Record<string, number>> {
  const tables = await adminSql`select tablename from pg_tables where schemaname = 'portal'`;
  const counted: Record<string, number> = {};
  for (const { tablename } of tables) {
    const column = tablename === "organizations" ? "id" : "organization_id";
    const [row] = await adminSql`select count(*)::int as n from portal.${adminSql(tablename)}
      where ${adminSql(column)} = ${organizationId}`;
    if (row!.n > 0) counted[tablename] = row!.n;
  }
  return counted;
}
