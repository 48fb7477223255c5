import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { deviceName, deviceOf } from "../src/lib/device.ts";
import { coarseNetwork, networkOf } from "../src/lib/network.ts";
import {
  addChallenge,
  addSession,
  auditOf,
  isLive,
  kindsOf,
  newPassword,
  sessionIdOf,
  signsIn,
} from "./accounts.ts";
import { createTenant, newId, password, signIn, signInEmployee } from "./harness.ts";
import type { Person, Tenant } from "./harness.ts";
import type { Visitor } from "./http.ts";
import { assertProblem } from "./walk.ts";

let tenant: Tenant;
before(async () => {
  tenant = await createTenant();
});

interface AccountSession {
  id: string;
  audience: string;
  isCurrent: boolean;
  device: string;
  network: string | null;
  createdAt: string;
  lastUsedAt: string;
  expiresAt: string;
}

const list = async (visitor: Visitor, audience = "portal") =>
  (await visitor.get(`/${audience}/me/sessions`)).json<{ items: AccountSession[]; nextCursor: null }>();
const idsOf = async (visitor: Visitor, audience = "portal") =>
  (await list(visitor, audience)).items.map(({ id }) => id);
/** An owner who is a customer too: signs in on both sides. */
async function addBoth(): Promise<Person> {
  const person = await tenant.addCustomer();
  await tenant.sql((tx) => tx`update portal.users set role = 'OWNER' where id = ${person.userId}`);
  return person;
}
const firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";

describe("the list", () => {
  test("has the live sessions of both sides with device and coarse network, this one first", async () => {
    const person = await addBoth();
    const [portal, dashboard] = [await signIn(person), await signInEmployee(person)];
    const old = { user_agent: firefox, network: "2001:db8:1:2::/64", rotated_at: new Date(Date.now() - 1e6) };
    const third = await addSession(tenant, person.userId, old);
    const gone = [
      { revoked_at: new Date() },
      { expires_at: new Date(Date.now() - 1000) },
      { rotated_at: new Date(Date.now() - 8 * 86_400_000) },
      { rotated_at: new Date(Date.now() - 13 * 3_600_000), audience: "dashboard" },
    ];
    for (const values of gone) await addSession(tenant, person.userId, values);
    await signIn(await tenant.addCustomer());

    const { items, nextCursor } = await list(portal);
    assert.equal(nextCursor, null);
    assert.deepEqual(
      items.map(({ id, audience, isCurrent }) => [id, audience, isCurrent]),
      [
        [sessionIdOf(portal), "portal", true],
        [sessionIdOf(dashboard), "dashboard", false],
        [third, "portal", false],
      ],
    );
    const [current, , oldest] = items as [AccountSession, AccountSession, AccountSession];
    assert.equal(current.device, "Unknown device", "the tests send no User-Agent");
    assert.equal(current.network, portal.network.replace(/\d+$/, "0/24"));
    assert.deepEqual([oldest.device, oldest.network], ["Firefox on Windows", "2001:db8:1::/48"]);
    assert.ok(oldest.lastUsedAt < current.lastUsedAt && current.expiresAt > current.createdAt);
    const elsewhere = await list(dashboard, "dashboard");
    assert.deepEqual(
      elsewhere.items.map(({ id }) => id),
      [items[1]!.id, items[0]!.id, items[2]!.id],
    );
    assert.ok(!JSON.stringify(items).includes("Mozilla"), "nothing of what a browser sent as it is");
  });
});

describe("ending", () => {
  test("one: its next request and its next refresh are refused, and the others stay", async () => {
    const person = await tenant.addCustomer();
    const [mine, other, third] = [await signIn(person), await signIn(person), await signIn(person)];
    const path = `/portal/me/sessions/${sessionIdOf(other)}`;
    const answer = await mine.delete(path);
    assert.deepEqual([answer.status, answer.text], [204, ""]);
    assertProblem(await other.get("/portal/me"), 401, "UNAUTHENTICATED");
    assert.equal((await other.post("/portal/auth/refresh", { organization: tenant.slug })).status, 401);
    assert.equal((await mine.delete(path)).status, 204, "a repeated request has the same answer");
    assert.deepEqual((await idsOf(mine)).sort(), [sessionIdOf(mine), sessionIdOf(third)].sort());
    assert.equal((await mine.delete(`/portal/me/sessions/${sessionIdOf(mine)}`)).status, 204);
    assert.equal(await isLive(mine), false);
  });

  test("another's, another organization's and none at all are answered alike, and go on", async () => {
    const visitor = await signIn(await tenant.addCustomer());
    const victims = [
      await signIn(await tenant.addCustomer()),
      await signIn(await (await createTenant()).addCustomer()),
    ];
    const ids = [newId(), "x", ...victims.map(sessionIdOf)];
    const bodies = [];
    for (const id of ids) {
      const answer = await visitor.delete(`/portal/me/sessions/${id}`);
      assertProblem(answer, 404, "NOT_FOUND");
      bodies.push({ ...answer.json(), requestId: "" });
    }
    for (const body of bodies) assert.deepEqual(body, bodies[0]);
    for (const victim of victims) assert.equal(await isLive(victim), true);
  });

  test("all others, of both sides", async () => {
    const person = await addBoth();
    const [mine, other, work] = [await signIn(person), await signIn(person), await signInEmployee(person)];
    const neighbour = await signIn(await tenant.addCustomer());
    assert.equal((await work.delete("/dashboard/me/sessions")).status, 204);
    assert.equal(await isLive(work, "dashboard"), true);
    for (const visitor of [mine, other]) assert.equal(await isLive(visitor), false);
    assert.equal(await isLive(neighbour), true);
    assert.deepEqual(await idsOf(work, "dashboard"), [sessionIdOf(work)]);
    const [entry] = await auditOf(tenant, sessionIdOf(mine));
    assert.deepEqual(
      { ...entry },
      {
        action: "endOtherEmployeeSessions",
        entity: "session",
        actor_id: person.userId,
        before: null,
        after: null,
      },
    );
  });

  test("an end is recorded once, an employee's and a customer's", async () => {
    const boss = await tenant.addEmployee("OWNER");
    const visitor = await signInEmployee(boss);
    const id = await addSession(tenant, boss.userId, { audience: "dashboard" });
    for (let i = 0; i < 2; i++) await visitor.delete(`/dashboard/me/sessions/${id}`);
    assert.deepEqual(
      (await auditOf(tenant, id)).map(({ action }) => action),
      ["endEmployeeSession"],
    );
    const customer = await tenant.addCustomer();
    const own = await addSession(tenant, customer.userId);
    const owner = await signIn(customer);
    for (let i = 0; i < 2; i++) await owner.delete(`/portal/me/sessions/${own}`);
    assert.deepEqual(
      (await auditOf(tenant, own)).map(({ action }) => action),
      ["endSession"],
    );
  });
});

describe("another password", () => {
  const change = (visitor: Visitor, currentPassword: string, audience = "portal") =>
    visitor.post(`/${audience}/me/password`, { currentPassword, newPassword });

  test("asks for the old one, ends every other session, open links too, and says so", async () => {
    const person = await addBoth();
    const [mine, other, work] = [await signIn(person), await signIn(person), await signInEmployee(person)];
    const token = await addChallenge(person, "RESET_PASSWORD");
    assertProblem(await change(mine, "wrong"), 403, "WRONG_PASSWORD");
    assert.equal(await isLive(other), true);
    assertProblem(
      await mine.post("/portal/me/password", { currentPassword: password }),
      400,
      "INVALID_REQUEST",
    );
    const answer = await change(mine, password);
    assert.deepEqual([answer.status, answer.text], [204, ""]);
    assert.equal(await isLive(mine), true);
    assert.equal((await mine.post("/portal/auth/refresh", { organization: tenant.slug })).status, 200);
    assert.equal(await isLive(other), false);
    assert.equal(await isLive(work, "dashboard"), false);
    const reset = await mine.post("/portal/auth/password/reset", { token, password });
    assertProblem(reset, 400, "INVALID_LINK");
    assert.equal(await signsIn(person), false);
    assert.equal(await signsIn(person, newPassword), true);
    assert.deepEqual(await kindsOf(tenant, person.email), ["PASSWORD_CHANGED"]);
    const [entry] = await auditOf(tenant, person.userId);
    assert.deepEqual(
      { ...entry },
      {
        action: "changePassword",
        entity: "employee",
        actor_id: person.userId,
        before: null,
        after: null,
      },
    );
  });

  test("a stolen access token guesses no better than a sign-in: ten from a network, then nothing", async () => {
    const person = await tenant.addEmployee();
    const thief = await signInEmployee(person);
    for (let i = 0; i < 10; i++) {
      const path = i % 2 ? "password" : "email";
      const body =
        i % 2 ? { currentPassword: "wrong", newPassword } : { email: "a@b.example", password: "wrong" };
      assertProblem(await thief.post(`/dashboard/me/${path}`, body), 403, "WRONG_PASSWORD");
    }
    assertProblem(await change(thief, password, "dashboard"), 429, "RATE_LIMITED");
    const login = await thief.login(person.email, password, tenant.slug, "dashboard");
    assertProblem(login, 429, "RATE_LIMITED");
    assert.equal(await signsIn(person, password, "dashboard"), true, "elsewhere its owner gets in");
  });
});

describe("the names of things", () => {
  const mac = "Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)";
  const kit = "AppleWebKit/537.36 (KHTML, like Gecko)";
  const devices: [string | null, string][] = [
    [firefox, "Firefox on Windows"],
    [`${mac} ${kit} Chrome/139.0.0.0 Safari/537.36`, "Chrome on macOS"],
    [`${mac} ${kit} Chrome/139.0.0.0 Safari/537.36 Edg/139.0.0.0`, "Edge on macOS"],
    [`${mac} ${kit} Chrome/139.0.0.0 Safari/537.36 OPR/121.0.0.0`, "Opera on macOS"],
    [`${mac} AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Safari/605.1.15`, "Safari on macOS"],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/18.5 Mobile/15E148 Safari/604.1",
      "Safari on iPhone",
    ],
    [
      "Mozilla/5.0 (iPhone; CPU iPhone OS 18_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/139.0 Mobile/15E148 Safari/604.1",
      "Chrome on iPhone",
    ],
    [
      `Mozilla/5.0 (Linux; Android 15; SM-S931B) ${kit} SamsungBrowser/28.0 Chrome/130.0.0.0 Mobile Safari/537.36`,
      "Samsung Internet on Android",
    ],
    ["Mozilla/5.0 (Android 15; Mobile; rv:140.0) Gecko/140.0 Firefox/140.0", "Firefox on Android"],
    [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${kit} Chrome/139.0.0.0 Safari/537.36`, "Chrome on ChromeOS"],
    [`Mozilla/5.0 (X11; Linux x86_64) ${kit} HeadlessChrome/139.0.0.0 Safari/537.36`, "Chrome on Linux"],
    ["curl/8.14.1", "Unknown device"],
    ["<img src=x onerror=alert(1)> on Windows", "Windows"],
    ["", "Unknown device"],
    [null, "Unknown device"],
  ];
  for (const [userAgent, name] of devices)
    test(`${name}: ${userAgent?.slice(0, 40)}`, () => assert.equal(deviceName(deviceOf(userAgent)), name));

  test("networks, coarse enough to name no address", () => {
    for (const [address, coarse] of [
      ["203.0.113.77", "203.0.113.0/24"],
      ["2001:db8:1:2:3:4:5:6", "2001:db8:1::/48"],
      ["2001:DB8::1", "2001:db8:0::/48"],
      [undefined, null],
      ["x", null],
    ] as const)
      assert.equal(coarseNetwork(networkOf(address)), coarse);
    assert.equal(coarseNetwork(null), null);
  });
});
