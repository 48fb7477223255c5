import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, beforeEach, describe, test } from "node:test";
import { selfSigned, trust } from "./certificate.ts";
import { FakeSmtp } from "./fake-smtp.ts";
import { mailWorld, until } from "./mail-world.ts";
import type { SecondWorker } from "./second-worker.ts";

const world = await mailWorld();
const { put, rowOf, tick, passTime, adminSql, createTenant, unique, password } = world;
const { Visitor } = await import("./http.ts");
const tls = selfSigned();
trust(tls.cert);
const user = { name: "portico", password: "secret" };
const startTls = await new FakeSmtp({ user, tls: { ...tls, isImplicit: false } }).start();
const implicit = await new FakeSmtp({ user, tls: { ...tls, isImplicit: true } }).start();
after(async () => {
  startTls.stop();
  implicit.stop();
  await world.stop();
});
beforeEach(async () => {
  await adminSql`delete from portal.outbox`;
  startTls.ledger.length = startTls.lines.length = 0;
});

const production = { ENVIRONMENT: "production", MAIL_FROM: "portal@mail.example" };
const smtpEnv = (smtp: FakeSmtp) => ({
  ...production,
  MAIL_PROVIDER: "smtp",
  SMTP_HOST: "localhost",
  SMTP_PORT: String(smtp.port),
  SMTP_USERNAME: user.name,
  SMTP_PASSWORD: user.password,
});

describe("SMTP in production", () => {
  let worker: SecondWorker;
  before(async () => {
    worker = await world.start({ env: smtpEnv(startTls) });
  });

  test("speaks TLS after STARTTLS, before it says who it is", async () => {
    const [row] = await put();
    await tick(worker);
    assert.deepEqual(
      startTls.lines.map((line) => line.split(/[ :]/)[0]),
      ["EHLO", "STARTTLS", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "QUIT"],
    );
    assert.equal(startTls.ledger[0]?.isEncrypted, true);
    const { sent_at, subject, text_body, html_body } = await rowOf(row!.id);
    assert.ok(sent_at);
    assert.deepEqual({ subject, text_body, html_body }, { subject: "", text_body: "", html_body: "" });
  });

  test("tells nothing to a server that offers no STARTTLS, and sends when it does again", async () => {
    const [row] = await put();
    const { tls: offered } = startTls.options;
    delete startTls.options.tls;
    await tick(worker);
    assert.match((await rowOf(row!.id)).last_error, /^NOT_AUTHORIZED .*STARTTLS/);
    assert.deepEqual(startTls.lines, ["EHLO localhost"]);
    startTls.options.tls = offered!;
    await passTime();
    await tick(worker);
    assert.equal(startTls.ledger.length, 1);
  });

  test("tells nothing to a server that cannot prove who it is", async () => {
    const [row] = await put();
    const { tls: proven } = startTls.options;
    startTls.options.tls = { ...selfSigned(), isImplicit: false };
    await tick(worker);
    startTls.options.tls = proven!;
    assert.match((await rowOf(row!.id)).last_error, /^UNREACHABLE /);
    assert.deepEqual(startTls.lines, ["EHLO localhost", "STARTTLS"]);
  });

  test("speaks TLS from the first byte where that is configured", async () => {
    const secure = await world.start({ env: { ...smtpEnv(implicit), SMTP_SECURITY: "tls" } });
    const [row] = await put();
    await tick(secure);
    assert.deepEqual(
      implicit.ledger.map(({ id, isEncrypted }) => [id, isEncrypted]),
      [[row!.id, true]],
    );
  });
});

test("through a queue, by Cloudflare's binding, as wrangler.toml shows it", async () => {
  const toml = await readFile(new URL("../../wrangler.toml", import.meta.url), "utf8");
  const config = [...toml.matchAll(/^# (\[\[.*|\w+ = .*)$/gm)].map(([, line]) => line).join("\n");
  assert.match(config, /send_email[^]*queues/);
  const worker = await world.start({ env: { ...production, MAIL_PROVIDER: "binding" }, config });
  const tenant = await createTenant();
  const email = `${unique()}@people.example`;
  const body = { email, password, name: "Robin Reed", organization: tenant.slug };
  const answer = await new Visitor(tenant.origin).send("POST", "/portal/auth/register", {
    body,
    base: worker.url,
  });
  assert.equal(answer.status, 202);
  const mailTo = async () => (await adminSql`select * from portal.outbox where to_address = ${email}`)[0]!;
  await until(async () => (await mailTo()).sent_at !== null, "sent by the queue's consumer");
  const { attempts, text_body } = await mailTo();
  assert.deepEqual({ attempts, text_body }, { attempts: 1, text_body: "" });
});
