import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { cookieName, createTenant, signIn, type Person, type Tenant } from "./harness.ts";
import { Visitor } from "./http.ts";

let tenant: Tenant;
let person: Person;

before(async () => {
  tenant = await createTenant();
  person = await tenant.addCustomer();
});

const refresh = (visitor: Visitor, organization: string | undefined = tenant.slug) =>
  visitor.post("/portal/auth/refresh", organization === undefined ? {} : { organization });

const tokenOf = (visitor: Visitor, slug = tenant.slug) => visitor.cookies.get(cookieName(slug)) ?? "";

/** Changes the visitor's session row. */
const changeSession = (visitor: Visitor, change: string, of: Tenant = tenant) =>
  of.sql((tx) => tx.unsafe(`update portal.sessions set ${change} where id = $1`, [sessionOf(visitor, of)]));

const sessionOf = (visitor: Visitor, of: Tenant = tenant) => tokenOf(visitor, of.slug).split(".")[2]!;

const isLive = async (visitor: Visitor) => (await visitor.get("/portal/me")).status === 200;

describe("rotation", () => {
  test("20 refreshes of one token at once give one successor, and all succeed", async () => {
    const visitor = await signIn(person);
    const tabs = Array.from({ length: 20 }, () => visitor.copy());
    const answers = await Promise.all(tabs.map((tab) => refresh(tab)));
    assert.deepEqual([...new Set(answers.map((answer) => answer.status))], [200]);
    const successors = new Set(tabs.map((tab) => tokenOf(tab)));
    assert.equal(successors.size, 1);
    assert.ok(!successors.has(tokenOf(visitor)));
    assert.equal((await refresh(tabs[0]!)).status, 200, "the successor goes on");
  });

  test("the parent gets the same successor within ten seconds", async () => {
    const visitor = await signIn(person);
    const late = visitor.copy();
    assert.equal((await refresh(visitor)).status, 200);
    await changeSession(visitor, "rotated_at = now() - interval '8 seconds'");
    assert.equal((await refresh(late)).status, 200);
    assert.equal(tokenOf(late), tokenOf(visitor));
  });

  test("the parent after ten seconds revokes, for whoever holds the successor too", async () => {
    const visitor = await signIn(person);
    const thief = visitor.copy();
    await refresh(visitor);
    await changeSession(visitor, "rotated_at = now() - interval '11 seconds'");
    const refused = await refresh(thief);
    assert.equal(refused.status, 401);
    assert.equal(refused.json().code, "SESSION_EXPIRED");
    assert.equal(tokenOf(thief), "", "the cookie is cleared");
    assert.equal((await refresh(visitor)).status, 401);
    assert.equal(await isLive(visitor), false, "access tokens end with it");
  });

  test("the grandparent revokes even within ten seconds", async () => {
    const visitor = await signIn(person);
    const thief = visitor.copy();
    await refresh(visitor);
    await refresh(visitor);
    assert.equal((await refresh(thief)).status, 401);
    assert.equal((await refresh(visitor)).status, 401);
  });

  test("refreshing never extends the absolute lifetime", async () => {
    const visitor = await signIn(person);
    const until = () =>
      tenant.sql((tx) => tx`select expires_at from portal.sessions where id = ${sessionOf(visitor)}`);
    const [first] = await until();
    const days = (Number(first!.expires_at) - Date.now()) / 86_400_000;
    assert.ok(days > 29.9 && days < 30.1, `${days} days`);
    await refresh(visitor);
    const [second] = await until();
    assert.deepEqual(second, first);
  });
});

describe("the end of a session takes effect on the next request", () => {
  test("logout", async () => {
    const visitor = await signIn(person);
    const thief = visitor.copy();
    const answer = await visitor.post("/portal/auth/logout", { organization: tenant.slug });
    assert.equal(answer.status, 204);
    assert.equal(answer.text, "");
    assert.equal(visitor.cookies.size, 0);
    assert.equal(await isLive(thief), false);
    assert.equal((await refresh(thief)).status, 401);
  });

  for (const [name, change] of [
    ["revocation", "revoked_at = now()"],
    ["absolute lifetime", "expires_at = now() - interval '1 second'"],
  ] as const) {
    test(name, async () => {
      const visitor = await signIn(person);
      await changeSession(visitor, change);
      assert.equal(await isLive(visitor), false);
      assert.equal((await refresh(visitor)).status, 401);
    });
  }

  test("a disabled user", async () => {
    const other = await tenant.addCustomer();
    const visitor = await signIn(other);
    await tenant.sql((tx) => tx`update portal.users set disabled_at = now() where id = ${other.userId}`);
    assert.equal(await isLive(visitor), false);
    assert.equal((await refresh(visitor)).status, 401);
    assert.equal((await new Visitor().login(other.email, "whatever", tenant.slug)).status, 401);
  });

  test("seven idle days end it, six do not", async () => {
    const visitor = await signIn(person);
    await changeSession(visitor, "rotated_at = now() - interval '6 days 23 hours'");
    assert.equal((await refresh(visitor)).status, 200);
    await changeSession(visitor, "rotated_at = now() - interval '7 days 1 minute'");
    assert.equal((await refresh(visitor)).status, 401);
  });

  test("logging out where there is no session succeeds", async () => {
    const nobody = new Visitor(tenant.origin);
    assert.equal((await nobody.post("/portal/auth/logout", { organization: tenant.slug })).status, 204);
  });
});
