import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { codeFor, createTenant, inOrganization, mailsTo, password, unique, type Tenant } from "./harness.ts";
import { Visitor, type Answer } from "./http.ts";

let tenant: Tenant;
before(async () => {
  tenant = await createTenant();
});

const newAddress = () => `${unique()}@people.example`;
const register = (email: string, values: object = {}, visitor = new Visitor(tenant.origin)) =>
  visitor.post("/portal/auth/register", {
    email,
    password,
    name: "Robin Reed",
    organization: tenant.slug,
    ...values,
  });
const verify = (email: string, code: string, visitor = new Visitor(tenant.origin), slug = tenant.slug) =>
  visitor.post("/portal/auth/register/verify", { organization: slug, email, code });
const wrong = (code: string) => String((Number(code) + 1) % 1_000_000).padStart(6, "0");

/** Status, header lines and body, without what is another for each request. */
const bytesOf = (answer: Answer) => {
  const lines = [];
  for (let i = 0; i < answer.rawHeaders.length; i += 2) {
    const name = answer.rawHeaders[i]!;
    if (!/^(?:x-request-id|date)$/i.test(name)) lines.push(`${name}: ${answer.rawHeaders[i + 1]}`);
  }
  return { status: answer.status, lines, text: answer.text };
};

/** How many rows the organization has in each table. */
const countRows = (of: Tenant) =>
  of.sql(async (tx) => {
    const counts: Record<string, number> = {};
    for (const table of ["users", "customers", "sessions", "registrations", "throttles", "outbox"]) {
      const [row] = await tx`select count(*)::int as n from portal.${tx(table)}`;
      counts[table] = row!.n;
    }
    return counts;
  });

describe("who has an account here?", () => {
  test("a known and an unknown address are answered with the same bytes, rows and mails", async () => {
    const own = await createTenant();
    const known = (await own.addCustomer()).email;
    const unknown = newAddress();
    const added = async (email: string) => {
      const before = await countRows(own);
      const answer = await register(email, { organization: own.slug }, new Visitor(own.origin));
      const after = await countRows(own);
      const rows = Object.entries(after).map(([table, n]) => [table, n - before[table]!]);
      return { ...bytesOf(answer), rows: Object.fromEntries(rows), mails: (await mailsTo(email)).length };
    };
    const first = await added(known);
    assert.deepEqual(first, await added(unknown));
    assert.equal(first.status, 202);
    assert.equal(first.text, '{"status":"VERIFY_EMAIL"}');
    assert.equal(first.mails, 1);
    assert.doesNotMatch(
      (await mailsTo(known))[0]!.text,
      /\b\d{6}\b/,
      "no code opens an account that is there",
    );
  });

  test("signing in is refused with the same bytes for a known and an unknown address", async () => {
    const known = (await tenant.addCustomer()).email;
    for (const slug of [tenant.slug, undefined]) {
      const [first, second] = await Promise.all(
        [known, newAddress()].map((email) => new Visitor(tenant.origin).login(email, "not it", slug)),
      );
      const body = (answer: Answer) => ({ ...answer.json(), requestId: "" });
      assert.equal(first!.status, 401);
      assert.deepEqual({ ...bytesOf(first!), text: "" }, { ...bytesOf(second!), text: "" });
      assert.deepEqual(body(first!), body(second!));
    }
  });

  test("a code for an address that has an account, guessed or not, opens nothing", async () => {
    const person = await tenant.addCustomer();
    await register(person.email);
    assert.equal((await verify(person.email, "000000")).json().code, "INVALID_CODE");
  });

  test("past five mails an hour the answer is the same, nothing is mailed, and the last code counts", async () => {
    const email = newAddress();
    for (let i = 0; i < 5; i++) assert.equal((await register(email)).status, 202);
    const code = await codeFor(email);
    const sixth = await register(email, { name: "Somebody Else" });
    assert.deepEqual(bytesOf(sixth), bytesOf(await register(newAddress())));
    assert.equal((await mailsTo(email)).length, 5);
    assert.equal((await verify(email, code)).status, 201);
  });
});

describe("the code", () => {
  test("makes a CUSTOMER with a proven address, signed in", async () => {
    const email = newAddress();
    await register(email.toUpperCase());
    const visitor = new Visitor(tenant.origin);
    const answer = await verify(email, await codeFor(email), visitor);
    assert.equal(answer.status, 201);
    const { user } = answer.json<{ user: Record<string, string> }>();
    assert.equal(user.role, "CUSTOMER");
    assert.ok(user.emailVerifiedAt);
    assert.equal(visitor.cookies.size, 1);
    assert.equal((await verify(email, await codeFor(email))).status, 400, "once");
  });

  test("wrong five times, then right, is refused", async () => {
    const email = newAddress();
    await register(email);
    const code = await codeFor(email);
    for (let i = 0; i < 5; i++) assert.equal((await verify(email, wrong(code))).json().code, "INVALID_CODE");
    const answer = await verify(email, code);
    assert.equal(answer.status, 400);
    assert.equal(answer.json().code, "INVALID_CODE");
    assert.equal((await new Visitor(tenant.origin).login(email, password, tenant.slug)).status, 401);
  });

  test("wrong four times, then right, is accepted", async () => {
    const email = newAddress();
    await register(email);
    const code = await codeFor(email);
    for (let i = 0; i < 4; i++) await verify(email, wrong(code));
    assert.equal((await verify(email, code)).status, 201);
  });

  test("guesses from many networks at once get five tries between them", async () => {
    const email = newAddress();
    await register(email);
    const code = await codeFor(email);
    await Promise.all(Array.from({ length: 20 }, () => verify(email, wrong(code))));
    const [row] = await tenant.sql(
      (tx) => tx`select attempts from portal.registrations where email = ${email}`,
    );
    assert.equal(row!.attempts, 5);
    assert.equal((await verify(email, code)).status, 400);
  });

  test("is refused when it has expired, and in another organization", async () => {
    const email = newAddress();
    await register(email);
    const code = await codeFor(email);
    const other = await createTenant();
    assert.equal((await verify(email, code, new Visitor(other.origin), other.slug)).status, 400);
    await tenant.sql(
      (tx) =>
        tx`update portal.registrations set expires_at = now() - interval '1 second' where email = ${email}`,
    );
    assert.equal((await verify(email, code)).status, 400);
  });

  test("64 verifications at once make one account", async () => {
    const email = newAddress();
    await register(email);
    const code = await codeFor(email);
    const answers = await Promise.all(Array.from({ length: 64 }, () => verify(email, code)));
    const made = answers.filter((answer) => answer.status === 201);
    assert.equal(made.length, 1);
    assert.deepEqual(
      [...new Set(answers.map((answer) => answer.status))].sort(),
      [201, 400, 429].filter((status) => answers.some((answer) => answer.status === status)),
    );
    const counts = await tenant.sql(
      (tx) => tx`select (select count(*)::int from portal.users where email = ${email}) as users,
                        (select count(*)::int from portal.customers where email = ${email}) as customers`,
    );
    assert.deepEqual({ ...counts[0] }, { users: 1, customers: 1 });
  });
});

describe("what a registration is linked to", () => {
  const customerOf = (answer: Answer) => answer.json<{ customer: { id: string } }>().customer.id;

  test("an unproven address is never linked to the record that was there before", async () => {
    const { email, customerId } = await tenant.addCustomer({ signsIn: false });
    await register(email);
    const code = await codeFor(email);
    await verify(email, wrong(code));
    const rows = await tenant.sql((tx) => tx`select 1 from portal.users where customer_id = ${customerId}`);
    assert.equal(rows.length, 0);
    assert.equal((await new Visitor(tenant.origin).login(email, password, tenant.slug)).status, 401);
  });

  test("a new organization of somebody with a customer's address sees nothing of the other", async () => {
    const { email, customerId } = await tenant.addCustomer({ signsIn: false });
    const answer = await new Visitor().post("/portal/auth/register", { email, password, name: "Mallory" });
    assert.equal(answer.status, 201);
    assert.notEqual(customerOf(answer), customerId);
  });

  test("a proven one is linked to exactly the one record that nobody signs in as", async () => {
    const { email, customerId } = await tenant.addCustomer({ signsIn: false });
    await register(email);
    assert.equal(customerOf(await verify(email, await codeFor(email))), customerId);
  });

  test("where it could be one of two, it is a new record", async () => {
    const email = newAddress();
    const first = await tenant.addCustomer({ email, signsIn: false });
    const second = await tenant.addCustomer({ email, signsIn: false });
    await register(email);
    const linked = customerOf(await verify(email, await codeFor(email)));
    assert.ok(linked !== first.customerId && linked !== second.customerId);
  });
});

describe("whether registration is open", () => {
  for (const registration of ["INVITATION", "OFF"]) {
    test(`${registration} refuses, known or unknown, and leaves nothing`, async () => {
      const closed = await createTenant({ registration });
      const { email } = await closed.addCustomer();
      const before = await countRows(closed);
      for (const address of [email, newAddress()]) {
        const answer = await register(address, { organization: closed.slug }, new Visitor(closed.origin));
        assert.equal(answer.status, 403);
        assert.equal(answer.json().code, "REGISTRATION_CLOSED");
      }
      assert.deepEqual(await countRows(closed), before);
    });
  }

  test("closing it refuses the codes that are on their way", async () => {
    const own = await createTenant();
    const email = newAddress();
    await register(email, { organization: own.slug }, new Visitor(own.origin));
    const code = await codeFor(email);
    await own.sql((tx) => tx`update portal.organizations set registration = 'OFF'`);
    assert.equal((await verify(email, code, new Visitor(own.origin), own.slug)).status, 400);
  });

  test("an organization that is not there is not found", async () => {
    assert.equal((await register(newAddress(), { organization: `t-${unique()}` })).status, 404);
  });

  test("another website than the organization's may not register, and nothing is left", async () => {
    const email = newAddress();
    const answer = await register(email, {}, new Visitor("https://evil.example"));
    assert.equal(answer.status, 403);
    assert.equal(answer.json().code, "ORIGIN_NOT_ALLOWED");
    assert.equal((await mailsTo(email)).length, 0);
  });
});

describe("a new organization", () => {
  interface Made {
    user: { role: string; emailVerifiedAt: string | null };
    customer: { id: string };
    organization: { id: string; slug: string };
  }

  test("its registrant is the OWNER and a customer; a taken slug gets a tail", async () => {
    const organizationName = `Zahnärzte ${unique()}`;
    const made: Made[] = [];
    for (let i = 0; i < 2; i++) {
      const visitor = new Visitor();
      const input = { email: newAddress(), password, name: "Olivia Owner", organizationName };
      const answer = await visitor.post("/portal/auth/register", input);
      assert.equal(answer.status, 201);
      made.push(answer.json<Made>());
      assert.deepEqual([...visitor.cookies.keys()], [`__Host-portico.portal.${made[i]!.organization.slug}`]);
    }
    const [first, second] = made as [Made, Made];
    assert.equal(first.user.role, "OWNER");
    assert.equal(first.user.emailVerifiedAt, null, "nobody has proven the address");
    assert.ok(first.customer.id);
    assert.match(first.organization.slug, /^zahnarzte-[0-9a-f]{12}$/);
    assert.ok(second.organization.slug.startsWith(`${first.organization.slug}-`));
    assert.notEqual(first.organization.id, second.organization.id);
  });

  test("32 at once by one name make 32", async () => {
    const organizationName = `Race ${unique()}`;
    const answers = await Promise.all(
      Array.from({ length: 32 }, () =>
        new Visitor().post("/portal/auth/register", {
          email: newAddress(),
          password,
          name: "Racer",
          organizationName,
        }),
      ),
    );
    assert.deepEqual([...new Set(answers.map((answer) => answer.status))], [201]);
    assert.equal(new Set(answers.map((answer) => answer.json<Made>().organization.slug)).size, 32);
  });

  test("another website may not make one", async () => {
    const input = { email: newAddress(), password, name: "Mallory" };
    const answer = await new Visitor(tenant.origin).post("/portal/auth/register", input);
    assert.equal(answer.json().code, "ORIGIN_NOT_ALLOWED");
  });
});

describe("mail", () => {
  test("a name cannot begin another header line or HTML", async () => {
    for (const name of ["a\r\nBcc: x@evil.example", "a\nb", "a\rb", "a\0b", "a\u0085b", "a\u2028Bcc: x"]) {
      const email = newAddress();
      const answer = await register(email, { name });
      assert.ok([202, 400].includes(answer.status), `${JSON.stringify(name)}: ${answer.status}`);
      for (const mail of await mailsTo(email)) assert.doesNotMatch(mail.subject, /[\r\n\u0085\u2028\u2029]/);
    }
    const own = await createTenant();
    await inOrganization(
      own.id,
      (tx) => tx`update portal.organizations set name = ${'<img src=x>"\r\nBcc: y@evil.example'}`,
    );
    const email = newAddress();
    await register(email, { organization: own.slug }, new Visitor(own.origin));
    const [mail] = await mailsTo(email);
    assert.doesNotMatch(mail!.subject, /[\r\n]/);
    assert.doesNotMatch(mail!.html, /<img/);
  });

  test("an address cannot carry a header or a second receiver", async () => {
    for (const email of [
      "a@x.example\r\nBcc: b@x.example",
      "a@x.example,b@x.example",
      "a@x.example b@x.example",
      "<a@x.example>",
      '"a\r\n"@x.example',
    ]) {
      const answer = await register(email);
      assert.equal(answer.status, 400, email);
      assert.equal(answer.json<{ errors: { path: string }[] }>().errors[0]!.path, "email");
    }
  });

  test("nothing but the newest mail's code counts", async () => {
    const email = newAddress();
    await register(email);
    const first = await codeFor(email);
    await register(email);
    const second = await codeFor(email);
    if (first !== second) assert.equal((await verify(email, first)).status, 400);
    assert.equal((await verify(email, second)).status, 201);
  });
});
