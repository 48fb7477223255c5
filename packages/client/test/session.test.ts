import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { createPortalClient, isPortalError, type SessionState } from "../src/index.ts";
import { createBrowser, problem, startPortal, until, type Portal } from "./server.ts";

const ADA = { email: "ada@northwind.example", password: "right" };
const REFRESH = "/portal/auth/refresh";

let portal: Portal;
beforeEach(async () => {
  portal = await startPortal();
});
afterEach(() => portal.close());

/** Waits for the call to reject with this code. */
const rejects = (call: Promise<unknown>, code: Parameters<typeof isPortalError>[1]) =>
  assert.rejects(call, (error) => isPortalError(error, code));

test("making a client does nothing; its state is unknown", () => {
  const client = createPortalClient({ apiUrl: `${portal.url}//`, organization: "northwind" });
  assert.equal(client.apiUrl, portal.url);
  assert.equal(client.organization, "northwind");
  assert.deepEqual(client.session.state, { status: "unknown" });
  assert.equal(portal.seen.length, 0);
});

test("login signs in, and no answer or state holds the token", async () => {
  const client = createBrowser(portal).open();
  const states: SessionState[] = [];
  const end = client.session.subscribe((state) => states.push(state));
  const session = await client.login(ADA);
  assert.equal(session.user.email, ADA.email);
  assert.equal(states.length, 1);
  assert.equal(states[0]!.status, "signed-in");
  const [token] = [...portal.sessions.values()][0]!.access;
  assert.ok(!JSON.stringify([session, states, client]).includes(token!));
  end();
  end();
  await client.logout();
  assert.equal(states.length, 1);
});

test("a wrong password leaves the state as it was", async () => {
  const client = createBrowser(portal).open();
  await rejects(client.login({ ...ADA, password: "wrong" }), "INVALID_CREDENTIALS");
  assert.equal(client.session.state.status, "unknown");
});

test("registering in an organization asks for the code, which signs in", async () => {
  const client = createBrowser(portal).open();
  const input = { email: "new@northwind.example", password: "portico-demo-1", name: "New" };
  assert.deepEqual(await client.register(input), { status: "VERIFY_EMAIL" });
  assert.equal(client.session.state.status, "unknown");
  assert.equal(portal.seen.at(-1)!.body.organization, "northwind");
  await rejects(client.verifyRegistration({ email: input.email, code: "000000" }), "INVALID_CODE");
  const session = await client.verifyRegistration({ email: input.email, code: "123456" });
  assert.equal(session.user.email, input.email);
  await client.getMe();
});

test("registering without an organization makes one, and the client is bound to it while signed in", async () => {
  const client = createBrowser(portal).open({ organization: undefined });
  const result = await client.register({ ...ADA, name: "Ada", organizationName: "Northwind Dental" });
  assert.equal(result.status, "SIGNED_IN");
  assert.equal(client.organization, "northwind");
  await client.logout();
  assert.equal(portal.seen.at(-1)!.body.organization, "northwind");
  assert.equal(client.organization, undefined);
});

test("20 calls of a client that knows nothing share one refresh", async () => {
  const browser = createBrowser(portal);
  await browser.open().login(ADA);
  portal.refreshDelay = 30;
  const client = browser.open();
  await Promise.all(Array.from({ length: 20 }, () => client.getDashboard()));
  assert.equal(portal.count(REFRESH), 1);
  assert.equal(portal.count("/portal/dashboard"), 20);
  assert.equal(client.session.state.status, "signed-in");
});

test("20 calls that are refused together share one refresh, and each is sent once more", async () => {
  const client = createBrowser(portal).open();
  await client.login(ADA);
  portal.expireAccess();
  await Promise.all(Array.from({ length: 20 }, () => client.listTasks()));
  assert.equal(portal.count(REFRESH), 1);
  assert.equal(portal.count("/portal/tasks"), 40);
});

test("a token near its end is renewed before it is used, and a same answer is no news", async () => {
  portal.expiresIn = 0.2;
  const client = createBrowser(portal).open();
  await client.login(ADA);
  let news = 0;
  client.session.subscribe(() => news++);
  await new Promise((done) => setTimeout(done, 120));
  await client.getMe();
  assert.equal(portal.count(REFRESH), 1);
  assert.equal(portal.count("/portal/me"), 1);
  assert.equal(news, 0);
});

test("a call refused twice is not sent a third time", async () => {
  const client = createBrowser(portal).open();
  await client.login(ADA);
  portal.before = (seen, response) => {
    if (seen.path !== "/portal/me") return false;
    problem(response, 401, "UNAUTHENTICATED");
    return true;
  };
  await rejects(client.getMe(), "UNAUTHENTICATED");
  assert.equal(portal.count("/portal/me"), 2);
  assert.equal(portal.count(REFRESH), 1);
});

test("a revoked session ends signed out, and from then on nothing is sent", async () => {
  const client = createBrowser(portal).open();
  await client.login(ADA);
  portal.revokeAll();
  await rejects(client.getMe(), "SESSION_EXPIRED");
  assert.deepEqual(client.session.state, { status: "signed-out" });
  const sent = portal.seen.length;
  await rejects(client.getMe(), "UNAUTHENTICATED");
  assert.deepEqual(await client.restoreSession(), { status: "signed-out" });
  assert.equal(portal.seen.length, sent);
  await client.login(ADA);
  await client.getMe();
});

test("restoreSession resolves for in and out, and rejects when nobody can tell", async () => {
  const browser = createBrowser(portal);
  const stranger = browser.open();
  assert.deepEqual(await stranger.restoreSession(), { status: "signed-out" });
  await browser.open().login(ADA);
  assert.equal((await browser.open().restoreSession()).status, "signed-in");

  const client = browser.open({ retries: 0 });
  for (const [status, code] of [
    [500, "INTERNAL"],
    [503, "UNAVAILABLE"],
    [429, "RATE_LIMITED"],
  ] as const) {
    portal.before = (_, response) => {
      problem(response, status, code);
      return true;
    };
    await rejects(client.restoreSession(), code);
    assert.equal(client.session.state.status, "unknown");
  }
  portal.before = (_, response) => {
    problem(response, 403, "ORIGIN_NOT_ALLOWED");
    return true;
  };
  assert.equal((await client.restoreSession()).status, "signed-out");
});

test("restoreSession beside a login that comes at the same moment ends signed in", async () => {
  const client = createBrowser(portal).open();
  portal.refreshDelay = 50;
  const restored = client.restoreSession();
  await client.login(ADA);
  await restored;
  assert.equal(client.session.state.status, "signed-in");
  await client.getMe();
});

test("aborting one caller leaves the refresh to the others", async () => {
  const browser = createBrowser(portal);
  await browser.open().login(ADA);
  portal.refreshDelay = 80;
  const client = browser.open();
  const controller = new AbortController();
  const left = client.getMe({ signal: controller.signal });
  const stays = client.getMe();
  setTimeout(() => controller.abort(new Error("left")), 20);
  await assert.rejects(left, /left/);
  assert.equal((await stays).user.email, ADA.email);
  assert.equal(portal.count(REFRESH), 1);
});

test("everyone leaving a refresh that then fails is no unhandled rejection", async () => {
  const client = createBrowser(portal).open();
  portal.refreshDelay = 40;
  await assert.rejects(client.restoreSession({ signal: AbortSignal.timeout(10) }));
  await until(() => client.session.state.status === "signed-out", "the refresh ends by itself");
});

test("a refresh under way when the user logs out does not sign in again", async () => {
  const browser = createBrowser(portal);
  await browser.open().login(ADA);
  const client = browser.open();
  portal.refreshDelay = 80;
  const call = client.getMe();
  await until(() => portal.count(REFRESH) === 1, "the refresh is under way");
  const states: string[] = [];
  client.session.subscribe((state) => states.push(state.status));
  await Promise.all([client.logout(), rejects(call, "UNAUTHENTICATED")]);
  await new Promise((done) => setTimeout(done, 150));
  assert.deepEqual(states, ["signed-out"]);
  assert.equal(portal.sessions.size, 0);
});

test("a login under way when the user logs out does not sign in either", async () => {
  const client = createBrowser(portal).open();
  const login = client.login(ADA);
  await Promise.all([client.logout(), rejects(login, "UNAUTHENTICATED")]);
  assert.equal(client.session.state.status, "signed-out");
  assert.equal(portal.sessions.size, 0);
});

test("logging in right after logging out stays signed in", async () => {
  const client = createBrowser(portal).open();
  await client.login(ADA);
  const out = client.logout();
  await client.login(ADA);
  await out;
  assert.equal(client.session.state.status, "signed-in");
  portal.expireAccess();
  await client.getMe();
});

test("logout signs out at once, also when the server cannot be told", async () => {
  const client = createBrowser(portal).open({ retries: 0 });
  await client.login(ADA);
  portal.before = (_, response) => {
    problem(response, 503, "UNAVAILABLE");
    return true;
  };
  const out = client.logout();
  assert.equal(client.session.state.status, "signed-out");
  await rejects(out, "UNAVAILABLE");
});

test("the profile's new name reaches the session's state", async () => {
  const client = createBrowser(portal).open();
  await client.login(ADA);
  const states: SessionState[] = [];
  client.session.subscribe((state) => states.push(state));
  await client.updateMe({ name: "Ada O." });
  assert.equal(states.length, 1);
  assert.ok(states[0]!.status === "signed-in" && states[0]!.customer.name === "Ada O.");
  await client.logout();
});

test("a listener that throws does not keep the news from the next", async (context) => {
  const thrown: unknown[] = [];
  context.mock.method(globalThis, "queueMicrotask", (task: () => void) => {
    try {
      task();
    } catch (error) {
      thrown.push(error);
    }
  });
  const client = createBrowser(portal).open();
  client.session.subscribe(() => {
    throw new Error("theirs");
  });
  let heard = 0;
  client.session.subscribe(() => heard++);
  await client.login(ADA);
  assert.equal(heard, 1);
  assert.match(String(thrown), /theirs/);
});
