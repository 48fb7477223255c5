// A whole account's life against the real Worker, by the mails of its local inbox: runs where PORTAL_URL says.
import assert from "node:assert/strict";
import { test } from "node:test";
import { createPortalClient, isPortalError, type PortalClient } from "../src/index.ts";
import { createJar } from "./jar.ts";

const url = process.env.PORTAL_URL;
const skip = !url && "no PORTAL_URL";
const password = "a long sentence is fine";

const open = (jar = createJar()): PortalClient =>
  createPortalClient({ apiUrl: url!, organization: "northwind", fetch: jar });
const rejects = (call: Promise<unknown>, code: Parameters<typeof isPortalError>[1]) =>
  assert.rejects(call, (error) => isPortalError(error, code));

/** The newest mail to an address, and what it proves. */
async function mailTo(address: string) {
  const response = await fetch(`${url}/dev/outbox`, { headers: { Accept: "application/json" } });
  const { items } = (await response.json()) as { items: { to: string; subject: string; text: string }[] };
  const { subject, text } = items.find(({ to }) => to === address)!;
  return { subject, code: /\b\d{6}\b/.exec(text)?.[0], token: /#portal-\w+=(\S+)/.exec(text)?.[1] };
}

async function register(): Promise<{ email: string; client: PortalClient }> {
  const email = `kim-${crypto.randomUUID()}@northwind.example`;
  const client = open();
  await client.register({ email, password, name: "Kim Keller" });
  await client.verifyRegistration({ email, code: (await mailTo(email)).code! });
  return { email, client };
}

test("a forgotten password: by the code, then by the link", { skip }, async () => {
  const { email, client } = await register();
  const elsewhere = open();
  await elsewhere.login({ email, password });

  await open().forgotPassword({ email: "nobody@northwind.example" });
  await client.forgotPassword({ email });
  const { code, token } = await mailTo(email);
  const back = open();
  await rejects(back.resetPassword({ email, code: "000000", password: "another one" }), "INVALID_CODE");
  const session = await back.resetPassword({ email, code: code!, password: "another one" });
  assert.equal(session.user.email, email);
  await back.getDashboard();
  await rejects(elsewhere.getMe(), "SESSION_EXPIRED");
  await rejects(back.resetPassword({ token: token!, password }), "INVALID_LINK");
  assert.match((await mailTo(email)).subject, /was changed/);

  await back.forgotPassword({ email });
  const again = open();
  await again.resetPassword({ token: (await mailTo(email)).token!, password });
  assert.equal((await again.listSessions()).items.length, 1);
  await open().login({ email, password });
});

test("another password, another address, and where one is signed in", { skip }, async () => {
  const { email, client } = await register();
  const [second, third] = [open(), open()];
  for (const other of [second, third]) await other.login({ email, password });
  const { items } = await client.listSessions();
  assert.deepEqual(
    items.map(({ isCurrent, audience }) => [isCurrent, audience]),
    [
      [true, "portal"],
      [false, "portal"],
      [false, "portal"],
    ],
  );
  const [newest] = (await third.listSessions()).items;
  await client.endSession(newest!.id);
  await rejects(third.getMe(), "SESSION_EXPIRED");
  await second.getMe();
  await client.endOtherSessions();
  await rejects(second.getMe(), "SESSION_EXPIRED");
  await rejects(client.endSession(crypto.randomUUID()), "NOT_FOUND");

  const change = (currentPassword: string) =>
    client.changePassword({ currentPassword, newPassword: "yet another one" });
  await rejects(change("wrong"), "WRONG_PASSWORD");
  await change(password);

  const next = `lee-${crypto.randomUUID()}@northwind.example`;
  await client.changeEmail({ email: next, password: "yet another one" });
  const me = await client.confirmEmail((await mailTo(next)).code!);
  assert.deepEqual([me.user.email, me.customer.email], [next, next]);
  const { state } = client.session;
  assert.ok(state.status === "signed-in" && state.user.email === next);
  await client.changeEmail({ email, password: "yet another one" });
  await open().confirmEmailLink((await mailTo(email)).token!);
  assert.equal((await client.getMe()).user.email, email);
});

test("an employee: the same on the dashboard, with a session of its own", { skip }, async () => {
  const email = `founder-${crypto.randomUUID()}@example.com`;
  const jar = createJar();
  const founder = createPortalClient({ apiUrl: url!, fetch: jar });
  await founder.register({ email, password, name: "Fay Founder", organizationName: "Harbour Gym" });
  const options = { apiUrl: url!, organization: founder.organization!, fetch: jar };
  const employee = createPortalClient({ ...options, audience: "dashboard" });
  assert.equal(
    (await employee.restoreSession()).status,
    "signed-out",
    "signed in there is not signed in here",
  );
  const { user } = await employee.login({ email, password });
  assert.equal(user.role, "OWNER");
  assert.deepEqual(
    (await employee.listSessions()).items.map(({ audience, isCurrent }) => [audience, isCurrent]),
    [
      ["dashboard", true],
      ["portal", false],
    ],
  );
  const page = createPortalClient({ ...options, audience: "dashboard" });
  assert.equal((await page.restoreSession()).status, "signed-in", "by the cookie of its side");

  await employee.forgotPassword({ email });
  await employee.resetPassword({ token: (await mailTo(email)).token!, password: "an employee's new one" });
  await rejects(founder.getMe(), "SESSION_EXPIRED");
  const next = `fay-${crypto.randomUUID()}@example.com`;
  await employee.changeEmail({ email: next, password: "an employee's new one" });
  const me = await employee.confirmEmail((await mailTo(next)).code!);
  assert.equal(me.user.email, next);
  assert.deepEqual(await employee.getMe(), me);
  await employee.logout();
  assert.equal(employee.session.state.status, "signed-out");
  const customers = createPortalClient({ ...options, fetch: createJar() });
  await customers.login({ email: next, password: "an employee's new one" });
});
