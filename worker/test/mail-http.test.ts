import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { selfSigned, trust } from "./certificate.ts";
import { FakeProvider, type ProviderBehaviour } from "./fake-provider.ts";
import { mailWorld, until } from "./mail-world.ts";
import type { SecondWorker } from "./second-worker.ts";

const world = await mailWorld();
const { put, rowOf, tick, passTime, adminSql, createTenant, unique, password } = world;
const { Visitor } = await import("./http.ts");
const tls = selfSigned();
const provider = await new FakeProvider(tls).start();
const key = "re_secret_key";
let one: SecondWorker;
let other: SecondWorker;

// As in production: the Worker trusts nobody who cannot prove to be who they are.
before(async () => {
  trust(tls.cert);
  const env = {
    ENVIRONMENT: "production",
    MAIL_PROVIDER: "http",
    MAIL_FROM: "portal@mail.example",
    MAIL_HTTP_URL: provider.url,
    MAIL_HTTP_KEY: key,
  };
  one = await world.start({ env });
  other = await world.start({ env });
});
after(async () => {
  provider.stop();
  await world.stop();
});
beforeEach(async () => {
  provider.behave = () => 200;
  provider.ledger.length = provider.requests = 0;
  await adminSql`delete from portal.outbox`;
});

const always = (behaviour: ProviderBehaviour) => {
  provider.behave = () => behaviour;
};
const ids = () => provider.ledger.map(({ id }) => id).sort();
/** Registers somebody: a request that puts a mail. */
async function register() {
  const tenant = await createTenant();
  const email = `${unique()}@people.example`;
  const body = { email, password, name: "Robin Reed", organization: tenant.slug };
  const began = Date.now();
  const visitor = new Visitor(tenant.origin);
  const answer = await visitor.send("POST", "/portal/auth/register", { body, base: one.url });
  return { email, status: answer.status, milliseconds: Date.now() - began };
}

describe("a mail by HTTP", () => {
  test("is what the provider expects, under its own idempotency key; then its words are erased", async () => {
    const [row] = await put(1, { from_name: 'Zahn "ärzte"\r\nBcc: x@evil.example', subject: "Grüße" });
    await tick(one);
    const [{ id, authorization, body }] = provider.ledger as [(typeof provider.ledger)[0]];
    assert.equal(id, row!.id);
    assert.equal(authorization, `Bearer ${key}`);
    assert.deepEqual(body, {
      from: "\"Zahn 'ärzte' Bcc: x@evil.example\" <portal@mail.example>",
      to: [row!.to_address],
      subject: "Grüße",
      text: row!.text_body,
      html: row!.html_body,
      reply_to: row!.reply_to,
      headers: { "Message-ID": `<${row!.id}@localhost>`, "Auto-Submitted": "auto-generated" },
    });
    const { sent_at, subject, text_body, html_body, to_address } = await rowOf(row!.id);
    assert.ok(sent_at);
    assert.deepEqual({ subject, text_body, html_body }, { subject: "", text_body: "", html_body: "" });
    assert.equal(to_address, row!.to_address);
  });

  test("that the provider took and did not say so is taken once all the same", async () => {
    const [row] = await put();
    always("lose");
    await tick(one);
    assert.match((await rowOf(row!.id)).last_error, /^UNREACHABLE /);
    await passTime();
    always(200);
    await tick(other);
    assert.equal(provider.requests, 2);
    assert.deepEqual(ids(), [row!.id]);
  });
});

describe("what a request puts", () => {
  test("is sent behind its response, without the minute's trigger", async () => {
    const { email, status } = await register();
    assert.equal(status, 202);
    await until(() => provider.ledger.length === 1, "the mail");
    assert.deepEqual(provider.ledger[0]!.body.to, [email]);
    assert.match(provider.ledger[0]!.body.text, /\b\d{6}\b/);
    await until(async () => {
      const [row] = await adminSql`select sent_at, text_body from portal.outbox where to_address = ${email}`;
      return row!.sent_at !== null && row!.text_body === "";
    }, "noted and erased");
  });

  test("waits for no provider: one that hangs, one that is down", { timeout: 60_000 }, async () => {
    await register();
    await until(() => provider.ledger.length === 1, "the first, which finds everything cold");
    always("hang");
    const slow = await Promise.all(Array.from({ length: 4 }, register));
    for (const { status, milliseconds } of slow) {
      assert.equal(status, 202);
      assert.ok(milliseconds < 5000, String(milliseconds));
    }
    await until(async () => {
      const [row] =
        await adminSql`select count(*)::int as n from portal.outbox where last_error like 'TIMEOUT %'`;
      return row!.n === 4;
    }, "given up");
    always(200);
    await passTime();
    await tick(other);
    assert.equal(provider.ledger.length, 5);
  });
});

test("a dead letter that an employee sends again is sent behind that request", async () => {
  const [row] = await put();
  always(422);
  await tick(one);
  always(200);
  const boss = await row!.tenant.addEmployee();
  const visitor = new Visitor();
  const login = { email: boss.email, password, organization: boss.tenant.slug };
  const signedIn = await visitor.send("POST", "/dashboard/auth/login", { body: login, base: one.url });
  visitor.accessToken = signedIn.json<{ accessToken: string }>().accessToken;
  const path = `/dashboard/mails/${row!.id}`;
  const failed = (await visitor.get(path, { base: one.url })).json<{ lastError: { code: string } }>();
  assert.equal(failed.lastError.code, "REFUSED");
  const answer = await visitor.send("POST", `${path}/send`, { base: one.url });
  assert.equal(answer.status, 200, answer.text);
  await until(() => provider.ledger.length === 1, "sent");
  assert.deepEqual(ids(), [row!.id]);
});

describe("a provider", () => {
  const statuses: [number, string][] = [
    [500, "UNAVAILABLE"],
    [503, "UNAVAILABLE"],
    [409, "UNAVAILABLE"],
    [429, "RATE_LIMITED"],
    [401, "NOT_AUTHORIZED"],
    [403, "NOT_AUTHORIZED"],
    [404, "NOT_AUTHORIZED"],
    [307, "NOT_AUTHORIZED"],
  ];
  for (const [status, code] of statuses)
    test(`that answers ${status} is asked again later`, async () => {
      const [row] = await put();
      always(status);
      await tick(one);
      const failed = await rowOf(row!.id);
      assert.equal(failed.failed_at, null);
      assert.match(failed.last_error, new RegExp(`^${code} .* \\(HTTP ${status}\\)$`));
      assert.equal(failed.text_body, row!.text_body);
      assert.equal(provider.requests, 1, "nor is a redirect followed");
      always(200);
      await passTime();
      await tick(one);
      assert.deepEqual(ids(), [row!.id]);
    });

  test("that takes no more is left alone until the next sweep", async () => {
    const rows = await put(20);
    always(429);
    await tick(one);
    assert.ok(provider.requests <= 4, String(provider.requests));
    const untouched = await adminSql`select 1 from portal.outbox where attempts = 0 and due_at <= now()`;
    assert.equal(untouched.length, rows.length - provider.requests);
  });

  for (const status of [400, 413, 422])
    test(`that answers ${status} makes it a dead letter at once`, async () => {
      const [row] = await put();
      always(status);
      await tick(one);
      const dead = await rowOf(row!.id);
      assert.ok(dead.failed_at);
      assert.match(dead.last_error, new RegExp(`^REFUSED .* \\(HTTP ${status}\\)$`));
      assert.equal(dead.text_body, row!.text_body);
    });

  test(
    "that fails, hangs, drops and forgets to answer gets each mail once",
    { timeout: 150_000 },
    async () => {
      const rows = await put(60);
      let hangs = 1;
      provider.behave = () => {
        const dice = Math.random();
        if (dice < 0.3) return 200;
        if (dice < 0.5) return "lose";
        if (dice < 0.7) return "drop";
        return dice < 0.97 || hangs-- <= 0 ? 503 : "hang";
      };
      for (let round = 0; round < 5; round++) {
        await Promise.all([one, other, one].map(tick));
        await passTime();
      }
      always(200);
      await Promise.all([one, other, other].map(tick));
      assert.deepEqual(ids(), rows.map(({ id }) => id).sort());
      const [left] = await adminSql`select count(*)::int as n from portal.outbox where sent_at is null`;
      assert.equal(left!.n, 0);
      assert.ok(provider.requests > 100);
    },
  );
});
