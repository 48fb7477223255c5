import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { createPortalClient, isPortalError } from "../src/index.ts";
import { createBrowser, problem, startPortal, until, type Portal } from "./server.ts";

const ADA = { email: "ada@northwind.example", password: "right" };

let portal: Portal;
beforeEach(async () => {
  portal = await startPortal();
});
afterEach(() => portal.close());

const rejects = (call: Promise<unknown>, code: Parameters<typeof isPortalError>[1]) =>
  assert.rejects(call, (error) => isPortalError(error, code));

/** What went over the wire last. */
const last = () => {
  const { method, path, body, headers } = portal.seen.at(-1)!;
  return { method, path, body, hasCookies: headers["x-requested-with"] === "portico" };
};

test("a mail is asked for without a cookie, for the client's organization", async () => {
  const client = createBrowser(portal).open();
  assert.equal(await client.forgotPassword({ email: ADA.email }), undefined);
  assert.deepEqual(last(), {
    method: "POST",
    path: "/portal/auth/password/forgot",
    body: { email: ADA.email, organization: "northwind" },
    hasCookies: false,
  });
  await createBrowser(portal)
    .open({ organization: undefined })
    .forgotPassword({ email: ADA.email, organization: "tidewater" });
  assert.equal(last().body.organization, "tidewater");
});

test("a reset takes over the session as a sign-in does, by link and by code, in every tab", async () => {
  for (const [input, body] of [
    [{ token: "link" }, { token: "link", organization: "northwind" }],
    [
      { email: ADA.email, code: "123456" },
      { email: ADA.email, code: "123456", organization: "northwind" },
    ],
  ] as const) {
    const browser = createBrowser(portal);
    const [client, other] = [browser.open(), browser.open()];
    await other.restoreSession();
    const session = await client.resetPassword({ ...input, password: "new" });
    assert.equal(session.user.email, ADA.email);
    assert.deepEqual(portal.seen.find(({ path }) => path.endsWith("/reset"))?.body, {
      ...body,
      password: "new",
    });
    assert.equal(client.session.state.status, "signed-in");
    await client.getMe();
    await until(() => other.session.state.status === "signed-in", "the other tab follows");
    await client.logout();
    portal.seen.length = 0;
  }
});

test("a link or code that is refused leaves the state as it was", async () => {
  const client = createBrowser(portal).open();
  await rejects(client.resetPassword({ token: "used", password: "new" }), "INVALID_LINK");
  await rejects(client.resetPassword({ email: ADA.email, code: "000000", password: "new" }), "INVALID_CODE");
  await rejects(client.confirmEmailLink("used"), "INVALID_LINK");
  assert.equal(client.session.state.status, "unknown");
  await client.confirmEmailLink("link");
  assert.deepEqual(last().body, { token: "link", organization: "northwind" });
});

test("the account's own methods go where the contract says", async () => {
  const client = createBrowser(portal).open();
  await client.login(ADA);
  const calls: [() => Promise<unknown>, string, string, object][] = [
    [
      () => client.changePassword({ currentPassword: "right", newPassword: "new" }),
      "POST",
      "/portal/me/password",
      { currentPassword: "right", newPassword: "new" },
    ],
    [
      () => client.changeEmail({ email: "new@northwind.example", password: "right" }),
      "POST",
      "/portal/me/email",
      { email: "new@northwind.example", password: "right" },
    ],
    [() => client.getMe(), "GET", "/portal/me", {}],
    [() => client.listSessions(), "GET", "/portal/me/sessions", {}],
    [() => client.endSession("s-1"), "DELETE", "/portal/me/sessions/s-1", {}],
    [() => client.endOtherSessions(), "DELETE", "/portal/me/sessions", {}],
  ];
  for (const [call, method, path, body] of calls) {
    await call();
    assert.deepEqual(last(), { method, path, body, hasCookies: false });
  }
  const sent = portal.seen.length;
  for (const id of ["", "..", "a/b"]) await rejects(client.endSession(id), "NOT_FOUND");
  assert.equal(portal.seen.length, sent, "what cannot be an id never ends every other session");
});

test("a wrong password is told, and signs nobody out", async () => {
  const client = createBrowser(portal).open();
  await client.login(ADA);
  await rejects(client.changePassword({ currentPassword: "wrong", newPassword: "new" }), "WRONG_PASSWORD");
  assert.equal(client.session.state.status, "signed-in");
  assert.equal(portal.count("/portal/me/password"), 1);
});

test("a confirmed address reaches the session's state", async () => {
  const client = createBrowser(portal).open();
  await client.login(ADA);
  portal.before = (seen, response) => {
    if (!seen.path.endsWith("/email/confirm")) return false;
    const { user, customer, organization } = client.session.state as Extract<
      typeof client.session.state,
      { status: "signed-in" }
    >;
    const email = "new@northwind.example";
    response.writeHead(200, { "Content-Type": "application/json" });
    response.end(
      JSON.stringify({ user: { ...user, email }, customer: { ...customer, email }, organization }),
    );
    return true;
  };
  const me = await client.confirmEmail("123456");
  assert.equal(me.user.email, "new@northwind.example");
  const { state } = client.session;
  assert.ok(state.status === "signed-in" && state.user.email === "new@northwind.example");
});

test("what sends a mail or changes something is sent once, what reads or ends may be sent again", async () => {
  const client = createBrowser(portal).open();
  await client.login(ADA);
  portal.before = (_, response) => {
    problem(response, 503, "UNAVAILABLE");
    return true;
  };
  const calls: [number, string, () => Promise<unknown>][] = [
    [1, "/portal/auth/password/forgot", () => client.forgotPassword({ email: ADA.email })],
    [1, "/portal/auth/password/reset", () => client.resetPassword({ token: "link", password: "new" })],
    [1, "/portal/auth/email/confirm", () => client.confirmEmailLink("link")],
    [1, "/portal/me/password", () => client.changePassword({ currentPassword: "right", newPassword: "new" })],
    [1, "/portal/me/email", () => client.changeEmail({ email: "a@b.example", password: "right" })],
    [1, "/portal/me/email/confirm", () => client.confirmEmail("123456")],
    [3, "/portal/me/sessions", () => client.listSessions()],
    [3, "/portal/me/sessions/s-1", () => client.endSession("s-1")],
  ];
  for (const [times, path, call] of calls) {
    await rejects(call(), "UNAVAILABLE");
    assert.equal(portal.count(path), times, path);
  }
});

test("a client for employees speaks to the dashboard, and has what both sides have", async () => {
  const options = { apiUrl: portal.url, organization: "northwind", fetch: createBrowser(portal).fetch };
  const client = createPortalClient({ ...options, audience: "dashboard" });
  await client.forgotPassword({ email: ADA.email });
  await client.login(ADA);
  await client.listSessions();
  portal.expireAccess();
  await client.changePassword({ currentPassword: "right", newPassword: "new" });
  await client.logout();
  await client.resetPassword({ token: "link", password: "new" });
  await client.getPortalConfig();
  assert.deepEqual(
    portal.seen.map(({ path }) => path),
    [
      "/dashboard/auth/password/forgot",
      "/dashboard/auth/login",
      "/dashboard/me/sessions",
      "/dashboard/me/password",
      "/dashboard/auth/refresh",
      "/dashboard/me/password",
      "/dashboard/auth/logout",
      "/dashboard/auth/password/reset",
      "/portal/config",
    ],
  );
  assert.ok(!("listTasks" in client) && !("register" in client));
});

test("signing in and out on one side leaves the other side's tabs alone, and its locks too", async () => {
  const [customers, employees] = [createBrowser(portal), createBrowser(portal)];
  const open = () =>
    createPortalClient({
      apiUrl: portal.url,
      organization: "northwind",
      fetch: employees.fetch,
      shareSession: true,
      audience: "dashboard",
    });
  const [customer, first, second] = [customers.open(), open(), open()];
  await customer.login(ADA);
  await first.login({ ...ADA, email: "mara@northwind.example" });
  await second.restoreSession();
  await first.logout();
  await until(() => second.session.state.status === "signed-out", "the same side follows");
  const { state } = customer.session;
  assert.ok(state.status === "signed-in" && state.user.email === ADA.email);
  await customer.getMe();

  let release!: () => void;
  const held = new Promise<void>((resolve) => (release = resolve));
  void navigator.locks.request(`portico:${portal.url}:northwind`, () => held);
  await first.login(ADA, { signal: AbortSignal.timeout(1000) });
  release();
});
