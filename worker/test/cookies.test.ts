import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { cookieName, createTenant, newId, password, signIn, type Person, type Tenant } from "./harness.ts";
import { Visitor } from "./http.ts";

let tenant: Tenant;
let other: Tenant;
let person: Person;
let neighbour: Person;

before(async () => {
  [tenant, other] = [await createTenant(), await createTenant()];
  person = await tenant.addCustomer();
  neighbour = await other.addCustomer();
});

const refresh = (visitor: Visitor, body: object, headers = {}) =>
  visitor.post("/portal/auth/refresh", body, { headers });

describe("the refresh cookie", () => {
  test("has exactly these attributes, and no body has the token", async () => {
    const visitor = new Visitor(tenant.origin);
    const answer = await visitor.login(person.email, password, tenant.slug);
    const lines = answer.headers["set-cookie"] ?? [];
    assert.equal(lines.length, 1);
    const [pair, ...attributes] = lines[0]!.split("; ");
    const [name, token = ""] = pair!.split("=");
    assert.equal(name, cookieName(tenant.slug));
    const rest = attributes.filter((attribute) => !attribute.startsWith("Expires="));
    assert.deepEqual(rest.sort(), ["HttpOnly", "Partitioned", "Path=/", "SameSite=None", "Secure"]);
    assert.ok(!answer.text.includes(token));
    assert.ok(!answer.text.includes(token.split(".")[4]!), "nor its MAC");
  });

  for (const path of ["refresh", "logout"]) {
    test(`${path} needs X-Requested-With`, async () => {
      const visitor = await signIn(person);
      for (const value of [undefined, "", "XMLHttpRequest", "portico2"]) {
        const headers = { "X-Requested-With": value };
        const answer = await visitor.post(`/portal/auth/${path}`, { organization: tenant.slug }, { headers });
        assert.equal(answer.status, 403, String(value));
        assert.equal(answer.json().code, "FORBIDDEN");
      }
      assert.equal((await refresh(visitor, { organization: tenant.slug })).status, 200, "nothing happened");
    });

    test(`${path} by a form's content types is refused`, async () => {
      const visitor = await signIn(person);
      for (const type of [
        "text/plain",
        "application/x-www-form-urlencoded",
        "multipart/form-data; boundary=x",
      ]) {
        const options = { body: "{}", headers: { "Content-Type": type } };
        const answer = await visitor.send("POST", `/portal/auth/${path}`, options);
        assert.equal(answer.status, 415, type);
      }
      assert.equal((await refresh(visitor, { organization: tenant.slug })).status, 200, "nothing happened");
    });

    test(`${path} from a website that the organization does not allow is refused before any effect`, async () => {
      const visitor = await signIn(person);
      const before = visitor.cookies.get(cookieName(tenant.slug));
      for (const origin of ["https://evil.example", "null", other.origin]) {
        const body = { organization: tenant.slug };
        const answer = await visitor.post(`/portal/auth/${path}`, body, { headers: { Origin: origin } });
        assert.equal(answer.status, 403, origin);
        assert.equal(answer.headers["access-control-allow-origin"], undefined);
        assert.equal(answer.headers["set-cookie"], undefined);
      }
      assert.equal(visitor.cookies.get(cookieName(tenant.slug)), before);
      const [row] = await tenant.sql(
        (tx) => tx`select counter, revoked_at from portal.sessions where id = ${before!.split(".")[2]!}`,
      );
      assert.deepEqual({ ...row }, { counter: 0, revoked_at: null });
    });
  }

  test("two organizations' cookies do not mix", async () => {
    const visitor = await signIn(person);
    visitor.origin = undefined;
    await visitor.login(neighbour.email, password, other.slug);
    assert.equal(visitor.cookies.size, 2);
    for (const [slug, email] of [
      [tenant.slug, person.email],
      [other.slug, neighbour.email],
    ] as const) {
      const answer = await refresh(visitor, { organization: slug });
      assert.equal(answer.json<{ user: { email: string } }>().user.email, email);
    }
    assert.equal((await refresh(visitor, {})).json().code, "ORGANIZATION_REQUIRED");
    assert.equal((await visitor.post("/portal/auth/logout", {})).status, 409);
    await visitor.post("/portal/auth/logout", { organization: other.slug });
    assert.deepEqual([...visitor.cookies.keys()], [cookieName(tenant.slug)]);
    assert.equal((await refresh(visitor, {})).status, 200, "one cookie needs no organization");
  });

  test("without a cookie there is no session, and none is named", async () => {
    const answer = await refresh(new Visitor(tenant.origin), { organization: tenant.slug });
    assert.equal(answer.status, 401);
    assert.equal(answer.json().code, "SESSION_EXPIRED");
  });
});

describe("a changed refresh token is refused and changes nothing", () => {
  const changes: [
    string,
    (parts: string[], at: { otherOrganization: string; otherSession: string }) => void,
  ][] = [
    ["the version", (parts) => (parts[0] = "v2")],
    ["the organization", (parts, at) => (parts[1] = at.otherOrganization)],
    ["the session", (parts, at) => (parts[2] = at.otherSession)],
    ["an unknown session", (parts) => (parts[2] = newId())],
    ["the counter", (parts) => (parts[3] = "1")],
    ["the counter's form", (parts) => (parts[3] = "00")],
    [
      "the MAC's first letter",
      (parts) => (parts[4] = (parts[4]![0] === "A" ? "B" : "A") + parts[4]!.slice(1)),
    ],
    ["no MAC", (parts) => (parts[4] = "")],
    ["a longer MAC", (parts) => (parts[4] += "A")],
    ["too few parts", (parts) => (parts.length = 3)],
  ];
  for (const [name, change] of changes) {
    test(name, async () => {
      const visitor = await signIn(person);
      const victim = await signIn(neighbour);
      const good = visitor.cookies.get(cookieName(tenant.slug))!;
      const parts = good.split(".");
      const otherSession = victim.cookies.get(cookieName(other.slug))!.split(".")[2]!;
      change(parts, { otherOrganization: other.id, otherSession });
      visitor.cookies.set(cookieName(tenant.slug), parts.join("."));
      assert.equal((await refresh(visitor, { organization: tenant.slug })).status, 401);
      visitor.cookies.set(cookieName(tenant.slug), good);
      assert.equal((await refresh(visitor, { organization: tenant.slug })).status, 200);
      assert.equal((await refresh(victim, { organization: other.slug })).status, 200);
    });
  }
});
