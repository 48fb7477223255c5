import assert from "node:assert/strict";
import { afterEach, beforeEach, test } from "node:test";
import { createPortalClient, isPortalError } from "../src/index.ts";
import { createBrowser, problem, startPortal, type Portal } from "./server.ts";

const ADA = { email: "ada@northwind.example", password: "right" };
const TYPED = { name: "Ada", password: "a long sentence is fine" };
const ACCEPT = "/portal/invitations/accept";
const PREVIEW = "/portal/invitations/preview";

let portal: Portal;
beforeEach(async () => {
  portal = await startPortal();
});
afterEach(() => portal.close());

const rejects = (call: Promise<unknown>, code: Parameters<typeof isPortalError>[1]) =>
  assert.rejects(call, (error) => isPortalError(error, code));

test("a preview tells who invites whom, and signs nobody in or out", async () => {
  const client = createBrowser(portal).open();
  const offer = await client.previewInvitation("new");
  assert.deepEqual(
    [offer.organization.slug, offer.role, offer.invitedBy, offer.hasAccount],
    ["northwind", "CUSTOMER", "Lena", false],
  );
  assert.equal(client.session.state.status, "unknown");
  const [seen] = portal.seen;
  assert.deepEqual(seen!.body, { token: "new", organization: "northwind" });
  assert.deepEqual([seen!.headers.authorization, seen!.headers.cookie], [undefined, undefined]);
});

test("how an invitation has ended, and whose it is, arrive as codes", async () => {
  const client = createBrowser(portal).open();
  for (const code of ["INVITATION_EXPIRED", "INVITATION_SUPERSEDED", "NOT_FOUND"] as const) {
    await rejects(client.previewInvitation(code), code);
    await rejects(client.acceptInvitation({ token: code, ...TYPED }), code);
  }
  const elsewhere = createBrowser(portal).open({ organization: "tidewater" });
  await rejects(elsewhere.previewInvitation("new"), "OTHER_ORGANIZATION");
  await rejects(elsewhere.acceptInvitation({ token: "new", ...TYPED }), "OTHER_ORGANIZATION");
  assert.equal(elsewhere.session.state.status, "unknown");
});

test("a name and a password make the account and sign in, as a login does", async () => {
  const browser = createBrowser(portal);
  const client = browser.open();
  const session = await client.acceptInvitation({ token: "new", ...TYPED });
  assert.equal(session?.user.email, "new@northwind.example");
  assert.ok(client.session.state.status === "signed-in");
  assert.deepEqual(portal.seen.at(-1)!.body, { token: "new", ...TYPED, organization: "northwind" });
  await client.getMe();
  assert.equal((await browser.open().restoreSession()).status, "signed-in", "the cookie was kept");
});

test("an address that has an account signs in, and accepts without a password", async () => {
  const client = createBrowser(portal).open();
  await rejects(client.acceptInvitation({ token: "known", ...TYPED }), "ACCOUNT_EXISTS");
  await client.login(ADA);
  portal.expireAccess();
  const session = await client.acceptInvitation({ token: "known" });
  assert.equal(session?.user.email, ADA.email);
  assert.equal(portal.count(ACCEPT), 3, "a token that is refused is renewed once");
  await client.getMe();
});

test("accepting without a password is nothing that somebody signed out can do", async () => {
  const client = createBrowser(portal).open();
  await rejects(client.acceptInvitation({ token: "known" }), "UNAUTHENTICATED");
  assert.equal(portal.count(ACCEPT), 0);
});

test("an invitation signs in on its own side only", async () => {
  const client = createBrowser(portal).open();
  assert.equal(await client.acceptInvitation({ token: "employee", ...TYPED }), undefined);
  assert.equal(client.session.state.status, "unknown");

  const { url: apiUrl } = portal;
  const employees = createPortalClient({ apiUrl, organization: "northwind", audience: "dashboard" });
  assert.equal(await employees.acceptInvitation({ token: "new", ...TYPED }), undefined);
  assert.equal(employees.session.state.status, "unknown");
  const session = await employees.acceptInvitation({ token: "employee", ...TYPED });
  assert.equal(session?.user.role, "EMPLOYEE");
  assert.equal(employees.session.state.status, "signed-in");
});

test("a preview is asked again, accepting is not", async () => {
  portal.before = (_, response) => {
    problem(response, 503, "UNAVAILABLE");
    return true;
  };
  const client = createBrowser(portal).open();
  await rejects(client.previewInvitation("new"), "UNAVAILABLE");
  await rejects(client.acceptInvitation({ token: "new", ...TYPED }), "UNAVAILABLE");
  assert.deepEqual([portal.count(PREVIEW), portal.count(ACCEPT)], [3, 1]);
});

test("accepting under way when the user logs out does not sign in", async () => {
  const client = createBrowser(portal).open();
  const accepted = client.acceptInvitation({ token: "new", ...TYPED });
  await Promise.all([client.logout(), rejects(accepted, "UNAUTHENTICATED")]);
  assert.equal(client.session.state.status, "signed-out");
});
