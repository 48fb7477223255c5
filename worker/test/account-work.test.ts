import assert from "node:assert/strict";
import { after, before, describe, test } from "node:test";
import { forgot, mailsOf, visitorOf } from "./accounts.ts";
import { createTenant, password, unique, type Person, type Tenant } from "./harness.ts";
import type { Answer } from "./http.ts";
import { startSecondWorker, type SecondWorker } from "./second-worker.ts";
import { startWireProxy } from "./wire-proxy.ts";

// Time is noise; what a request says to PostgreSQL is not: the same statements in the same order are the same work.
let proxy: Awaited<ReturnType<typeof startWireProxy>>;
let worker: SecondWorker;
let tenant: Tenant;

before(async () => {
  proxy = await startWireProxy(process.env.ADMIN_DATABASE_URL ?? "");
  worker = await startSecondWorker({ databaseUrl: proxy.url });
  tenant = await createTenant();
});
after(async () => {
  await worker?.stop();
  proxy?.stop();
});

const nobody = () => `${unique()}@people.example`;

/** Status, header lines and body, without what is another for each request. */
const bytesOf = ({ status, rawHeaders, text }: Answer) => {
  const lines = [];
  for (let i = 0; i < rawHeaders.length; i += 2)
    if (!/^(?:x-request-id|date)$/i.test(rawHeaders[i]!)) lines.push(rawHeaders.slice(i, i + 2).join(": "));
  return { status, lines, text: text.replace(/"requestId":"[^"]*"/, "") };
};

/** An answer, and all that was said to PostgreSQL for it. */
async function watch(visitor: ReturnType<typeof visitorOf>, path: string, body: object) {
  // Connections of requests before may still be closing.
  await new Promise((resolve) => setTimeout(resolve, 50));
  proxy.take();
  const answer = await visitor.send("POST", path, { body, base: worker.url });
  await new Promise((resolve) => setTimeout(resolve, 50));
  const said = proxy.take().map(({ statements, trips }) => ({ statements, trips }));
  return { ...bytesOf(answer), said };
}

async function addDisabled() {
  const person = await tenant.addCustomer();
  await tenant.sql((tx) => tx`update portal.users set disabled_at = now() where id = ${person.userId}`);
  return person;
}

describe("who has an account here?", () => {
  for (const audience of ["portal", "dashboard"]) {
    test(`a forgotten password at the ${audience}: the same bytes, statements and mails for everybody`, async () => {
      const customer = await tenant.addCustomer();
      const employee = await tenant.addEmployee();
      const known = audience === "portal" ? customer : employee;
      const other = audience === "portal" ? employee : customer;
      const path = `/${audience}/auth/password/forgot`;
      const ask = async (email: string) => {
        const seen = await watch(visitorOf(tenant), path, { organization: tenant.slug, email });
        return { ...seen, mails: (await mailsOf(tenant, email)).length };
      };
      const first = await ask(known.email);
      assert.equal(first.status, 202);
      assert.equal(first.mails, 1);
      assert.ok(first.said.flatMap(({ statements }) => statements).length > 4);
      for (const email of [nobody(), other.email, (await addDisabled()).email]) {
        assert.deepEqual(await ask(email), first, email);
        const [mail] = await mailsOf(tenant, email);
        assert.equal(mail!.kind, "NO_ACCOUNT");
        assert.doesNotMatch(mail!.text, /\b\d{6}\b|portal-reset/);
      }
      // With a challenge that is replaced, and past the limit.
      for (const mails of [2, 3, 3]) {
        const [one, two] = [await ask(known.email), { ...(await ask(other.email)) }];
        assert.deepEqual(one, two);
        assert.equal(one.mails, mails);
      }
    });
  }

  test("a wrong code: the same with a mail on its way, without one, and without an account", async () => {
    const waiting = await tenant.addCustomer();
    await forgot(tenant, waiting.email);
    const idle = await tenant.addCustomer();
    const guess = (email: string) =>
      watch(visitorOf(tenant), "/portal/auth/password/reset", {
        organization: tenant.slug,
        email,
        code: "000000",
        password: "a new password",
      });
    const first = await guess(waiting.email);
    assert.equal(first.status, 400);
    for (const email of [idle.email, nobody(), (await addDisabled()).email])
      assert.deepEqual(await guess(email), first);
  });

  test("another address: the same for one that is free and one that is taken", async () => {
    const taken = await tenant.addCustomer();
    const ask = async (email: string) => {
      const person: Person = await tenant.addCustomer();
      const visitor = visitorOf(tenant);
      const login = { email: person.email, password, organization: tenant.slug };
      const session = await visitor.send("POST", "/portal/auth/login", { body: login, base: worker.url });
      visitor.accessToken = session.json<{ accessToken: string }>().accessToken;
      const seen = await watch(visitor, "/portal/me/email", { email, password });
      return {
        ...seen,
        mails: [(await mailsOf(tenant, email)).length, (await mailsOf(tenant, person.email)).length],
      };
    };
    const first = await ask(nobody());
    assert.deepEqual([first.status, first.text, first.mails], [202, '{"status":"VERIFY_EMAIL"}', [1, 1]]);
    assert.deepEqual(await ask(taken.email), first);
  });
});
