import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import {
  addChallenge,
  auditOf,
  isLive,
  kindsOf,
  mailsOf,
  newPassword,
  otherThan,
  proofOf,
  reset,
  signsIn,
  visitorOf,
} from "./accounts.ts";
import {
  createTenant,
  password,
  signIn,
  signInEmployee,
  unique,
  type Person,
  type Tenant,
} from "./harness.ts";
import { Visitor } from "./http.ts";
import { assertProblem } from "./walk.ts";

let tenant: Tenant;
before(async () => {
  tenant = await createTenant();
});

const newAddress = () => `${unique()}@people.example`;
const ask = (visitor: Visitor, email: string, word = password, audience = "portal") =>
  visitor.post(`/${audience}/me/email`, { email, password: word });
const confirm = (visitor: Visitor, code: string, audience = "portal") =>
  visitor.post(`/${audience}/me/email/confirm`, { code });
const follow = (token: string, values: object = {}, audience = "portal", visitor = visitorOf(tenant)) =>
  visitor.post(`/${audience}/auth/email/confirm`, { token, ...values });
const addressesOf = async ({ userId }: Person) => {
  const [row] = await tenant.sql(
    (
      tx,
    ) => tx`select u.email, c.email as record, u.email_verified_at is not null as proven from portal.users u
      left join portal.customers c on c.organization_id = u.organization_id and c.id = u.customer_id
      where u.id = ${userId}`,
  );
  return { ...row };
};

describe("another address", () => {
  test("by the code: asked for with the password, confirmed at the new one, announced at the old one", async () => {
    const person = await tenant.addCustomer();
    const visitor = await signIn(person);
    const other = await signIn(person);
    const email = newAddress();
    const answer = await ask(visitor, email.toUpperCase());
    assert.deepEqual([answer.status, answer.text], [202, '{"status":"VERIFY_EMAIL"}']);
    assert.deepEqual(await kindsOf(tenant, email), ["CONFIRM_EMAIL"]);
    const [announced] = await mailsOf(tenant, person.email);
    assert.equal(announced!.kind, "EMAIL_CHANGE_REQUESTED");
    assert.ok(announced!.text.includes(email));
    assert.doesNotMatch(announced!.text, /portal-email|\b\d{6}\b(?!@)/, "the old address confirms nothing");
    assert.deepEqual(await addressesOf(person), { email: person.email, record: person.email, proven: false });

    const { code, url } = await proofOf(tenant, email);
    assert.match(url.hash, /^#portal-email=/);
    const confirmed = await confirm(visitor, code);
    assert.equal(confirmed.status, 200, confirmed.text);
    const { user, customer } = confirmed.json<{
      user: Record<string, string>;
      customer: { email: string };
    }>();
    assert.deepEqual([user.email, customer.email], [email, email]);
    assert.deepEqual(await addressesOf(person), { email, record: email, proven: true });
    assert.deepEqual(await kindsOf(tenant, person.email), ["EMAIL_CHANGED", "EMAIL_CHANGE_REQUESTED"]);
    assert.equal(await isLive(visitor), true);
    assert.equal(await isLive(other), true);
    assert.equal(await signsIn({ ...person, email }), true);
    assert.equal(await signsIn(person), false);
    assertProblem(await confirm(visitor, code), 400, "INVALID_CODE");
  });

  test("by the link: without a session, once, by POST and by nothing else", async () => {
    const person = await tenant.addCustomer();
    const email = newAddress();
    await ask(await signIn(person), email);
    const { token, url } = await proofOf(tenant, email);
    for (const method of ["GET", "HEAD", "PUT"])
      assert.equal((await visitorOf(tenant).send(method, "/portal/auth/email/confirm")).status, 405);
    await visitorOf(tenant).get(url.pathname + url.search, { headers: { "Sec-Fetch-Mode": "navigate" } });
    assert.equal((await addressesOf(person)).email, person.email);
    const answer = await follow(token);
    assert.deepEqual([answer.status, answer.text, answer.headers["set-cookie"]], [204, "", undefined]);
    assert.deepEqual(await addressesOf(person), { email, record: email, proven: true });
    assertProblem(await follow(token), 400, "INVALID_LINK");
  });

  test("one that is taken gets no code, and nothing says so to who asked", async () => {
    const taken = await tenant.addCustomer();
    const person = await tenant.addCustomer();
    const visitor = await signIn(person);
    const answer = await ask(visitor, taken.email);
    assert.deepEqual([answer.status, answer.text], [202, '{"status":"VERIFY_EMAIL"}']);
    const [mail] = await mailsOf(tenant, taken.email);
    assert.equal(mail!.kind, "EMAIL_TAKEN");
    assert.doesNotMatch(mail!.text, /\b\d{6}\b|portal-email/);
    assertProblem(await confirm(visitor, "000000"), 400, "INVALID_CODE");
    assert.equal((await addressesOf(taken)).email, taken.email);
  });

  test("one that is taken in the meantime is refused by name, and nothing changes", async () => {
    const person = await tenant.addCustomer();
    const visitor = await signIn(person);
    const email = newAddress();
    await ask(visitor, email);
    const { code, token } = await proofOf(tenant, email);
    await tenant.addCustomer({ email });
    for (const answer of [await confirm(visitor, code), await follow(token)]) {
      assertProblem(answer, 409, "CONFLICT");
      assert.deepEqual(answer.json().errors, [
        { path: "email", message: "belongs to another account of this organization" },
      ]);
    }
    assert.equal((await addressesOf(person)).email, person.email);
    assert.deepEqual(await kindsOf(tenant, person.email), ["EMAIL_CHANGE_REQUESTED"]);
  });

  test("another organization's account under it is none of this one's business", async () => {
    const email = newAddress();
    await (await createTenant()).addCustomer({ email });
    const person = await tenant.addCustomer();
    const visitor = await signIn(person);
    await ask(visitor, email);
    const { code } = await proofOf(tenant, email);
    assert.equal((await confirm(visitor, code)).status, 200);
  });

  test("one's own, no address and a wrong password are refused", async () => {
    const person = await tenant.addCustomer();
    const visitor = await signIn(person);
    assertProblem(await ask(visitor, person.email), 400, "INVALID_REQUEST");
    assertProblem(await ask(visitor, "a@x.example\r\nBcc: b@x.example"), 400, "INVALID_REQUEST");
    const email = newAddress();
    assertProblem(await ask(visitor, email, "wrong"), 403, "WRONG_PASSWORD");
    assert.deepEqual(await kindsOf(tenant, email), []);
    assert.deepEqual(await kindsOf(tenant, person.email), []);
  });

  test("an employee's is changed on the dashboard and recorded, without any secret", async () => {
    const boss = await tenant.addEmployee("OWNER");
    const visitor = await signInEmployee(boss);
    const email = newAddress();
    await ask(visitor, email, password, "dashboard");
    const { code, url, token } = await proofOf(tenant, email);
    assert.equal(url.pathname, "/dashboard/login");
    assertProblem(await follow(token), 400, "INVALID_LINK");
    const answer = await confirm(visitor, code, "dashboard");
    assert.equal(answer.status, 200, answer.text);
    assert.equal(answer.json().customer, null);
    const entries = await auditOf(tenant, boss.userId);
    assert.deepEqual(
      entries.map((entry) => ({ ...entry })),
      [
        {
          action: "confirmEmployeeEmail",
          entity: "employee",
          actor_id: boss.userId,
          before: { email: boss.email },
          after: { email },
        },
      ],
    );
    const colleague = await tenant.addEmployee();
    const next = newAddress();
    const link = await addChallenge(colleague, "CHANGE_EMAIL", next);
    assert.equal((await follow(link, {}, "dashboard", new Visitor())).status, 204);
    const [entry] = await auditOf(tenant, colleague.userId);
    assert.deepEqual([entry!.action, entry!.after], ["confirmEmployeeEmailLink", { email: next }]);
    const customer = await tenant.addCustomer();
    await follow(await addChallenge(customer, "CHANGE_EMAIL", newAddress()));
    assert.equal(
      (await auditOf(tenant, customer.userId)).length,
      0,
      "that is about the customer, not the user",
    );
  });
});

describe("what does not confirm an address", () => {
  test("another's code, another purpose's link, another organization's website, a customer's link at the dashboard", async () => {
    const [person, thief] = [await tenant.addCustomer(), await tenant.addCustomer()];
    const email = newAddress();
    await ask(await signIn(person), email);
    const { code, token } = await proofOf(tenant, email);
    const visitor = await signIn(thief);
    assertProblem(await confirm(visitor, code), 400, "INVALID_CODE");
    await ask(visitor, newAddress());
    if (code !== (await proofOf(tenant, email)).code)
      assertProblem(await confirm(visitor, code), 400, "INVALID_CODE");
    assertProblem(await reset(tenant, { token }), 400, "INVALID_LINK");
    assertProblem(await follow(await addChallenge(person, "RESET_PASSWORD")), 400, "INVALID_LINK");
    assertProblem(await follow(token, {}, "dashboard"), 400, "INVALID_LINK");
    const other = await createTenant();
    assertProblem(await follow(token, {}, "portal", visitorOf(other)), 403, "ORIGIN_NOT_ALLOWED");
    assertProblem(await follow(token, { organization: other.slug }), 400, "INVALID_LINK");
    assert.equal((await follow(token, { organization: tenant.slug })).status, 204);
  });

  test("what a new password has ended", async () => {
    for (const end of ["change", "reset"]) {
      const person = await tenant.addCustomer();
      const visitor = await signIn(person);
      const email = newAddress();
      await ask(visitor, email);
      const { code, token } = await proofOf(tenant, email);
      if (end === "reset") await reset(tenant, { token: await addChallenge(person, "RESET_PASSWORD") });
      else await visitor.post("/portal/me/password", { currentPassword: password, newPassword });
      assertProblem(await follow(token), 400, "INVALID_LINK");
      if (end === "change") assertProblem(await confirm(visitor, code), 400, "INVALID_CODE");
      assert.equal((await addressesOf(person)).email, person.email);
    }
  });

  test("guessing: five tries a mail, twenty a day for the address, whoever asks", async () => {
    const email = newAddress();
    let wrong = 0;
    for (let person = 0; person < 4; person++) {
      const visitor = await signIn(await tenant.addCustomer());
      const { token } = { token: await ask(visitor, email) };
      assert.equal(token.status, 202);
      // Past three mails an hour nothing new can be guessed at all.
      if ((await mailsOf(tenant, email)).length <= person) {
        assertProblem(await confirm(visitor, "000000"), 400, "INVALID_CODE");
        break;
      }
      const { code } = await proofOf(tenant, email);
      for (let i = 0; i < 5; i++, wrong++)
        assertProblem(await confirm(visitor, otherThan(code)), 400, "INVALID_CODE");
      assertProblem(await confirm(visitor, code), 400, "INVALID_CODE");
    }
    assert.equal(wrong, 15);
    assert.equal((await mailsOf(tenant, email)).length, 3);

    const person = await tenant.addCustomer();
    const visitor = await signIn(person);
    const other = newAddress();
    await ask(visitor, other);
    const { code } = await proofOf(tenant, other);
    for (let i = 0; i < 20; i++) {
      await tenant.sql(
        (tx) => tx`update portal.challenges set attempts = 0 where user_id = ${person.userId}`,
      );
      assertProblem(await confirm(visitor, otherThan(code)), 400, "INVALID_CODE");
    }
    await tenant.sql((tx) => tx`update portal.challenges set attempts = 0 where user_id = ${person.userId}`);
    assertProblem(await confirm(visitor, code), 429, "RATE_LIMITED");
  });

  test("asking without end: five an hour", async () => {
    const visitor = await signIn(await tenant.addCustomer());
    for (let i = 0; i < 5; i++) assert.equal((await ask(visitor, newAddress())).status, 202);
    const email = newAddress();
    assertProblem(await ask(visitor, email), 429, "RATE_LIMITED");
    assert.deepEqual(await kindsOf(tenant, email), []);
  });
});
