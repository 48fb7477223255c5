import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { forgot, mailsOf, proofOf, reset, visitorOf } from "./accounts.ts";
import { createTenant, unique, type Person, type Tenant } from "./harness.ts";
import { assertProblem } from "./walk.ts";

let tenant: Tenant;
before(async () => {
  tenant = await createTenant();
});

const byCode = ({ email }: Person, code: string) => ({ organization: tenant.slug, email, code });

describe("the mail", () => {
  test("has a link to the organization's page with its secret in the fragment, and a code; only hashes are kept", async () => {
    const person = await tenant.addCustomer();
    const portal_url = "https://www.practice.example/my-portal?x=1";
    await tenant.sql((tx) => tx`update portal.organizations set ${tx({ portal_url })}`);
    assert.equal((await forgot(tenant, person.email)).text, '{"status":"MAIL_SENT"}');
    await tenant.sql((tx) => tx`update portal.organizations set portal_url = null`);
    const [mail] = await mailsOf(tenant, person.email);
    const { url, code, token } = await proofOf(tenant, person.email);
    assert.equal(mail!.kind, "RESET_PASSWORD");
    assert.ok(url.href.startsWith(`${portal_url}#portal-reset=${tenant.id}.`), url.href);
    assert.ok(mail!.html.includes(url.href) && mail!.html.includes(code));
    assert.ok(!mail!.subject.includes(code), "a subject is shown on locked screens");
    const [row] = await tenant.sql(
      (tx) => tx`select * from portal.challenges where user_id = ${person.userId}`,
    );
    const kept = JSON.stringify(row);
    assert.ok(!kept.includes(token.split(".")[2]!) && !kept.includes(code), kept);
    await forgot(tenant, person.email);
    const hosted = (await proofOf(tenant, person.email)).url;
    assert.equal(hosted.pathname + hosted.search, `/portal/login?organization=${tenant.slug}`);
  });

  test("an employee's leads to the dashboard", async () => {
    const { email } = await tenant.addEmployee();
    await forgot(tenant, email, "dashboard");
    const { url } = await proofOf(tenant, email);
    assert.equal(url.pathname + url.search, `/dashboard/login?organization=${tenant.slug}`);
  });

  test("speaks the customer's language and time, and names the device", async () => {
    const own = await createTenant();
    const person = await own.addCustomer();
    await own.sql(async (tx) => {
      await tx`update portal.organizations set locale = 'de', time_zone = 'Asia/Tokyo'`;
      await tx`update portal.customers set locale = 'en' where id = ${person.customerId}`;
    });
    const visitor = visitorOf(own);
    const firefox = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0";
    const ask = (email: string) =>
      visitor.post(
        "/portal/auth/password/forgot",
        { organization: own.slug, email },
        { headers: { "User-Agent": firefox } },
      );
    await ask(person.email);
    const [english] = await mailsOf(own, person.email);
    assert.equal(english!.locale, "en");
    assert.match(english!.text, /GMT\+9 from Firefox on Windows\./);
    const [other] = [await own.addCustomer()];
    await ask(other.email);
    const [german] = await mailsOf(own, other.email);
    assert.equal(german!.locale, "de");
    assert.match(german!.text, /von Firefox auf Windows aus/);
    const nobody = `${unique()}@people.example`;
    await ask(nobody);
    assert.deepEqual(
      (await mailsOf(own, nobody)).map(({ kind, locale }) => [kind, locale]),
      [["NO_ACCOUNT", "de"]],
    );
  });

  test("three an hour go to an address; the fourth is not sent, and the third stays good", async () => {
    const person = await tenant.addCustomer();
    for (let i = 0; i < 3; i++) await forgot(tenant, person.email);
    const { token, code } = await proofOf(tenant, person.email);
    const fourth = await forgot(tenant, person.email);
    assert.deepEqual([fourth.status, fourth.text], [202, '{"status":"MAIL_SENT"}']);
    assert.equal((await mailsOf(tenant, person.email)).length, 3);
    assert.equal((await reset(tenant, { token })).status, 200);
    assertProblem(await reset(tenant, byCode(person, code)), 400, "INVALID_CODE");
    const nobody = `${unique()}@people.example`;
    for (let i = 0; i < 4; i++) await forgot(tenant, nobody);
    assert.equal((await mailsOf(tenant, nobody)).length, 3);
  });
});
