import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import {
  createTenant,
  inDays,
  mailsTo,
  newId,
  password,
  signInEmployee,
  type Person,
  type Tenant,
} from "./harness.ts";
import { Visitor } from "./http.ts";
import {
  accept,
  create,
  invitationsOf,
  invite,
  newAddress,
  pathsOf,
  preview,
  tokenFor,
  type Invitation,
} from "./invitations.ts";
import { assertProblem } from "./walk.ts";

let tenant: Tenant;
let boss: Person;
let owner: Visitor;

before(async () => {
  tenant = await createTenant();
  boss = await tenant.addEmployee("OWNER");
  owner = await signInEmployee(boss);
});

const { stateOf, update, get, resend, revoke } = invitationsOf(() => ({ tenant, owner }));

describe("inviting a customer", () => {
  test("shows who invites whom to what, and a typed name and password make the account", async () => {
    const email = newAddress();
    const { invitation, token } = await invite(owner, { email: email.toUpperCase(), name: "Grace Miller" });
    assert.deepEqual(
      [invitation.email, invitation.name, invitation.role, invitation.status, invitation.invitedBy],
      [email, "Grace Miller", "CUSTOMER", "PENDING", { id: boss.userId, name: "Erin Employee" }],
    );
    const days = (Date.parse(invitation.expiresAt) - Date.now()) / 86_400_000;
    assert.ok(days > 6.9 && days <= 7, "seven days");

    const shown = await preview(token, new Visitor(tenant.origin), { organization: tenant.slug });
    assert.equal(shown.status, 200, shown.text);
    const { organization, ...offer } = shown.json<{ organization: { slug: string; name: string } }>();
    assert.deepEqual([organization.slug, organization.name], [tenant.slug, tenant.name]);
    assert.deepEqual(offer, {
      email,
      name: "Grace Miller",
      role: "CUSTOMER",
      invitedBy: "Erin Employee",
      expiresAt: invitation.expiresAt,
      hasAccount: false,
    });

    const visitor = new Visitor(tenant.origin);
    const answer = await accept(token, visitor);
    assert.equal(answer.status, 201, answer.text);
    const { user, customer, accessToken } = answer.json<{
      user: Record<string, string>;
      customer: Record<string, string>;
      accessToken: string;
    }>();
    assert.deepEqual([user.email, user.name, user.role], [email, "Typed Name", "CUSTOMER"]);
    assert.ok(user.emailVerifiedAt, "the mail proved the address");
    assert.deepEqual([customer.id, customer.email], [invitation.customerId, email]);
    assert.equal(customer.name, "Grace Miller", "what the organization calls the record stays");
    assert.deepEqual([...visitor.cookies.keys()], [`__Host-portico.portal.${tenant.slug}`]);
    visitor.accessToken = accessToken;
    assert.equal((await visitor.get("/portal/dashboard")).status, 200);
    assert.equal((await get(invitation.id)).status, "ACCEPTED");
    assert.equal((await new Visitor().login(email, password, tenant.slug)).status, 200);
  });

  test("of an existing record signs in as that record, which gets the address if it had none", async () => {
    const { customerId } = await tenant.addCustomer({ signsIn: false, name: "Known" });
    await tenant.sql((tx) => tx`update portal.customers set email = null where id = ${customerId}`);
    const email = newAddress();
    const { invitation, token } = await invite(owner, { email, customerId });
    assert.deepEqual([invitation.customerId, invitation.name], [customerId, "Known"]);
    const { customer } = (await accept(token)).json<{ customer: Record<string, string> }>();
    assert.deepEqual([customer.id, customer.email, customer.name], [customerId, email, "Known"]);
  });

  test("a record's own address stays", async () => {
    const { customerId, email } = await tenant.addCustomer({ signsIn: false });
    const { token } = await invite(owner, { email: newAddress(), customerId });
    const { customer } = (await accept(token)).json<{ customer: Record<string, string> }>();
    assert.equal(customer.email, email);
  });

  test("without a record takes the one with this address, and never one of two", async () => {
    const one = await tenant.addCustomer({ signsIn: false });
    const { invitation } = await invite(owner, { email: one.email, customer: { phone: "+49 30 1" } });
    assert.equal(invitation.customerId, one.customerId);
    const email = newAddress();
    await tenant.addCustomer({ email, signsIn: false });
    await tenant.addCustomer({ email, signsIn: false });
    const answer = await create(owner, { email });
    assertProblem(answer, 409, "CONFLICT");
    assert.deepEqual(pathsOf(answer), ["customerId"]);
    assert.equal((await mailsTo(email)).length, 0);
  });

  test("a new record gets what is said of it; a name that nobody knew is the one that is typed", async () => {
    const email = newAddress();
    const customer = {
      phone: "+49 30 123",
      externalId: `x-${email}`,
      timeZone: "Europe/Berlin",
      locale: "de",
    };
    const { invitation, token } = await invite(owner, { email, customer });
    assert.equal(invitation.name, email.split("@")[0]);
    assert.match((await mailsTo(email))[0]!.text, /^Guten Tag,$/m, "an address is no name to greet with");
    const made = (await accept(token)).json<{ customer: Record<string, string> }>().customer;
    const { phone, externalId, timeZone, locale, name } = made;
    assert.deepEqual({ phone, externalId, timeZone, locale }, customer);
    assert.equal(name, "Typed Name");
    const taken = await create(owner, { email: newAddress(), customer });
    assertProblem(taken, 409, "CONFLICT");
    assert.deepEqual(pathsOf(taken), ["customer.externalId"]);
  });

  test("who has an account, and a record that somebody signs in as, are refused by name", async () => {
    const person = await tenant.addCustomer();
    const answer = await create(owner, { email: person.email });
    assertProblem(answer, 409, "CONFLICT");
    assert.deepEqual(pathsOf(answer), ["email"]);
    const other = await create(owner, { email: newAddress(), customerId: person.customerId });
    assertProblem(other, 409, "CONFLICT");
    assert.deepEqual(pathsOf(other), ["customerId"]);
    const disabled = await tenant.addEmployee();
    await tenant.sql((tx) => tx`update portal.users set disabled_at = now() where id = ${disabled.userId}`);
    assert.deepEqual(pathsOf(await create(owner, { email: disabled.email })), ["email"]);
  });

  test("a request that cannot be leaves nothing", async () => {
    const { customerId } = await tenant.addCustomer({ signsIn: false });
    const neighbour = await createTenant();
    const theirs = await neighbour.addCustomer({ signsIn: false });
    const before = await stateOf();
    const email = newAddress();
    for (const [input, path] of [
      [{}, "email"],
      [{ email: "no address" }, "email"],
      [{ email, role: "BOSS" }, "role"],
      [{ email, role: "EMPLOYEE", customerId }, "role"],
      [{ email, role: "EMPLOYEE", customer: {} }, "role"],
      [{ email, customerId, customer: {} }, "customer"],
      [{ email, customerId: newId() }, "customerId"],
      [{ email, customerId: theirs.customerId }, "customerId"],
      [{ email, name: "a\nb" }, "name"],
      [{ email, customer: { phone: "call me" } }, "customer.phone"],
      [{ email, secret: "x" }, "secret"],
    ] as [object, string][]) {
      const answer = await create(owner, input);
      assertProblem(answer, 400, "INVALID_REQUEST");
      assert.deepEqual(pathsOf(answer), [path]);
    }
    assert.deepEqual(await stateOf(), before);
  });
});

describe("inviting twice", () => {
  test("is one invitation: renewed, mailed again, and the first link says so", async () => {
    const email = newAddress();
    const first = await invite(owner, { email, name: "First" });
    await update(first.invitation.id, { expires_at: inDays(1) });
    const second = await invite(owner, { email, name: "Second" });
    assert.equal(second.invitation.id, first.invitation.id);
    assert.equal(second.invitation.customerId, first.invitation.customerId);
    assert.equal(second.invitation.name, "Second");
    assert.ok(Date.parse(second.invitation.expiresAt) > Number(inDays(6.9)));
    assert.equal((await mailsTo(email)).length, 2);
    assertProblem(await preview(first.token), 410, "INVITATION_SUPERSEDED");
    assertProblem(await accept(first.token), 410, "INVITATION_SUPERSEDED");
    assert.equal((await accept(second.token)).status, 201);
    assertProblem(await preview(first.token), 410, "INVITATION_ACCEPTED");
  });

  test("with one Idempotency-Key is one mail", async () => {
    const email = newAddress();
    const headers = { "Idempotency-Key": email };
    const answers = [await create(owner, { email }, headers), await create(owner, { email }, headers)];
    assert.equal(answers[0]!.text, answers[1]!.text);
    assert.equal((await mailsTo(email)).length, 1);
  });

  test("8 at once make one invitation and one customer record", async () => {
    const email = newAddress();
    const answers = await Promise.all(Array.from({ length: 8 }, () => create(owner, { email })));
    assert.deepEqual([...new Set(answers.map(({ status }) => status))], [201]);
    assert.equal(new Set(answers.map((answer) => answer.json<Invitation>().id)).size, 1);
    const customers = await tenant.sql((tx) => tx`select 1 from portal.customers where email = ${email}`);
    assert.equal(customers.length, 1);
  });

  test("a customer under another address ends the first: a mistyped one is no door", async () => {
    const { customerId } = await tenant.addCustomer({ signsIn: false });
    const mistyped = await invite(owner, { email: newAddress(), customerId });
    const right = await invite(owner, { email: newAddress(), customerId });
    assertProblem(await accept(mistyped.token), 410, "INVITATION_REVOKED");
    assert.equal((await get(mistyped.invitation.id)).status, "REVOKED");
    assert.equal((await accept(right.token)).status, 201);
  });

  test("an address gets ten mails an hour at most, by whatever way", async () => {
    const email = newAddress();
    const { invitation } = await invite(owner, { email });
    for (let i = 0; i < 8; i++) assert.equal((await resend(invitation.id)).status, 200);
    await revoke(invitation.id);
    const again = await invite(owner, { email });
    assertProblem(await resend(again.invitation.id), 429, "RATE_LIMITED");
    assertProblem(await create(owner, { email }), 429, "RATE_LIMITED");
    assert.equal((await mailsTo(email)).length, 10);
    assert.equal((await accept(again.token)).status, 201, "the last link is good");
  });
});

describe("resending and revoking", () => {
  test("resending makes a new link that is good for seven days, also of one that has expired", async () => {
    const { invitation, token } = await invite(owner, { email: newAddress(), name: "Late" });
    await update(invitation.id, { expires_at: inDays(-1) });
    assert.equal((await get(invitation.id)).status, "EXPIRED");
    const answer = await resend(invitation.id);
    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.json<Invitation>().status, "PENDING");
    assert.equal((await mailsTo(invitation.email)).length, 2);
    assertProblem(await accept(token), 410, "INVITATION_SUPERSEDED");
    assert.equal((await accept(await tokenFor(invitation.email))).status, 201);
    assertProblem(await resend(invitation.id), 409, "CONFLICT");
    assertProblem(await revoke(invitation.id), 409, "CONFLICT");
  });

  test("revoking ends the link; once and twice are the same; afterwards, inviting makes a new one", async () => {
    const email = newAddress();
    const { invitation, token } = await invite(owner, { email });
    assert.equal((await revoke(invitation.id)).json<Invitation>().status, "REVOKED");
    assert.equal((await revoke(invitation.id)).status, 200);
    assertProblem(await accept(token), 410, "INVITATION_REVOKED");
    assertProblem(await resend(invitation.id), 409, "CONFLICT");
    const next = await invite(owner, { email });
    assert.notEqual(next.invitation.id, invitation.id);
    assert.equal(next.invitation.customerId, invitation.customerId);
    assert.equal((await accept(next.token)).status, 201);
    assertProblem(await preview(token), 410, "INVITATION_REVOKED");
  });

  test("a state that is gone is refused", async () => {
    const { invitation } = await invite(owner, { email: newAddress() });
    const path = `/dashboard/invitations/${invitation.id}`;
    const etag = String((await owner.get(path)).headers.etag);
    await resend(invitation.id);
    for (const step of ["resend", "revoke"]) {
      const answer = await owner.post(`${path}/${step}`, undefined, { headers: { "If-Match": etag } });
      assertProblem(answer, 412, "PRECONDITION_FAILED");
    }
    assert.equal((await mailsTo(invitation.email)).length, 2);
  });
});
