import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { isPortalError } from "../src/index.ts";
import { createBrowser, startPortal, until, type Portal } from "./server.ts";

const ADA = { email: "ada@northwind.example", password: "right" };
const REFRESH = "/portal/auth/refresh";

let portal: Portal;
beforeEach(async () => {
  portal = await startPortal();
});
afterEach(() => {
  portal.close();
  delete (globalThis as { localStorage?: unknown }).localStorage;
});

/** Gives this process a localStorage for one test, as a browser has. */
function provideStorage(): Map<string, string> {
  const items = new Map<string, string>();
  const localStorage = {
    getItem: (key: string) => items.get(key) ?? null,
    setItem: (key: string, value: string) => void items.set(key, value),
  };
  Object.defineProperty(globalThis, "localStorage", { value: localStorage, configurable: true });
  return items;
}

test("a login in one tab signs in the others, by a refresh of their own", async () => {
  const browser = createBrowser(portal);
  const [first, second, unborn] = [browser.open(), browser.open(), browser.open()];
  assert.equal((await second.restoreSession()).status, "signed-out");
  await first.login(ADA);
  await until(() => second.session.state.status === "signed-in", "the second tab follows");
  await second.getMe();
  assert.equal(unborn.session.state.status, "unknown");
  assert.equal(portal.count(REFRESH), 2);
});

test("a logout in one tab signs out the others, at once and for good", async () => {
  const browser = createBrowser(portal);
  const [first, second] = [browser.open(), browser.open()];
  await first.login(ADA);
  await second.restoreSession();
  await first.logout();
  await until(() => second.session.state.status === "signed-out", "the second tab follows");
  const sent = portal.seen.length;
  await assert.rejects(second.getMe(), (error) => isPortalError(error, "UNAUTHENTICATED"));
  assert.equal(portal.seen.length, sent);
});

test("a refresh under way in one tab when another logs out does not sign in again", async () => {
  const browser = createBrowser(portal);
  const [first, second] = [browser.open(), browser.open()];
  await first.login(ADA);
  await second.restoreSession();
  portal.refreshDelay = 80;
  portal.expireAccess();
  const call = second.getMe().catch((error: unknown) => error);
  await until(() => portal.count(REFRESH) === 2, "the refresh is under way");
  await first.logout();
  assert.ok(isPortalError(await call, "UNAUTHENTICATED"));
  assert.equal(second.session.state.status, "signed-out");
  assert.equal(portal.sessions.size, 0);
});

test("somebody else signing in replaces who the other tabs show", async () => {
  const browser = createBrowser(portal);
  const [first, second] = [browser.open(), browser.open()];
  await first.login(ADA);
  await second.restoreSession();
  await first.login({ ...ADA, email: "ben@northwind.example" });
  const who = () => second.session.state.status === "signed-in" && second.session.state.user.email;
  await until(() => who() === "ben@northwind.example", "the second tab follows");
  assert.equal((await second.getMe()).user.email, "ben@northwind.example");
});

test("tabs refresh one after the other, never two at a time", async () => {
  const browser = createBrowser(portal);
  await browser.open().login(ADA);
  let running = 0;
  let most = 0;
  portal.before = async (seen) => {
    if (seen.path !== REFRESH) return false;
    most = Math.max(most, ++running);
    await new Promise((done) => setTimeout(done, 20));
    running--;
    return false;
  };
  await Promise.all(Array.from({ length: 8 }, () => browser.open().restoreSession()));
  assert.equal(portal.count(REFRESH), 8);
  assert.equal(most, 1);
});

test("waiting for another tab's lock can be aborted, and a tab that never lets go is passed by", async () => {
  const browser = createBrowser(portal);
  await browser.open().login(ADA);
  let release!: () => void;
  const held = new Promise<void>((resolve) => (release = resolve));
  void navigator.locks.request(`portico:${portal.url}:northwind`, () => held);
  const client = browser.open({ timeout: 120 });
  const reason = new Error("left");
  await assert.rejects(client.login(ADA, { signal: AbortSignal.timeout(10) }), { name: "TimeoutError" });
  const controller = new AbortController();
  setTimeout(() => controller.abort(reason), 10);
  await assert.rejects(client.restoreSession({ signal: controller.signal }), reason);
  assert.equal(portal.count(REFRESH), 0);
  assert.equal((await client.restoreSession()).status, "signed-in");
  release();
});

test("without Web Locks the calls of one client still share and queue", async () => {
  const original = Object.getOwnPropertyDescriptor(globalThis, "navigator")!;
  Object.defineProperty(globalThis, "navigator", { value: {}, configurable: true });
  try {
    const client = createBrowser(portal).open();
    portal.refreshDelay = 30;
    const [state] = await Promise.all([client.restoreSession(), client.login(ADA)]);
    assert.ok(state);
    assert.equal(client.session.state.status, "signed-in");
  } finally {
    Object.defineProperty(globalThis, "navigator", original);
  }
});

test("a visitor who never signed in sends one refresh ever", async () => {
  const items = provideStorage();
  const browser = createBrowser(portal);
  for (let visit = 0; visit < 3; visit++) {
    const tabs = Array.from({ length: 3 }, () => browser.open().restoreSession());
    for (const state of await Promise.all(tabs)) assert.equal(state.status, "signed-out");
  }
  assert.equal(portal.count(REFRESH), 1);
  assert.deepEqual([...items], [[`portico:${portal.url}:northwind`, "signed-out"]]);

  await browser.open().login(ADA);
  assert.deepEqual([...items.values()], ["signed-in"]);
  assert.equal((await browser.open().restoreSession()).status, "signed-in");
  await browser.open().logout();
  assert.deepEqual([...items.values()], ["signed-out"]);
});

test("a storage that is forbidden costs nothing but the saving", async () => {
  Object.defineProperty(globalThis, "localStorage", {
    get: () => {
      throw new DOMException("no", "SecurityError");
    },
    configurable: true,
  });
  const client = createBrowser(portal).open();
  assert.equal((await client.restoreSession()).status, "signed-out");
  await client.login(ADA);
  await client.logout();
});

test("clients of a server keep to themselves", async () => {
  const items = provideStorage();
  const ada = createBrowser(portal).open({ shareSession: undefined });
  const ben = createBrowser(portal).open({ shareSession: undefined });
  await ada.login(ADA);
  await ben.login({ ...ADA, email: "ben@northwind.example" });
  await ben.logout();
  await new Promise((done) => setTimeout(done, 50));
  assert.equal((await ada.getMe()).user.email, ADA.email);
  assert.equal(items.size, 0);
});
