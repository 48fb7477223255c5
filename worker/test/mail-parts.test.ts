import assert from "node:assert/strict";
import { after, describe, test } from "node:test";
import { openDatabase, type Hyperdrive } from "../src/db/client.ts";
import { putMail } from "../src/db/outbox.ts";
import { parseEnv, type Bindings } from "../src/env.ts";
import { sendByBinding } from "../src/mail/binding.ts";
import { MailError } from "../src/mail/error.ts";
import { encodeText, type Message } from "../src/mail/message.ts";
import { maxAttempts, retryDelay } from "../src/mail/schedule.ts";
import { createTenant } from "./harness.ts";

describe("the schedule of attempts", () => {
  const delays = Array.from({ length: maxAttempts }, (_, n) => retryDelay(n + 1, 0.5));

  test("doubles from a minute to six hours, and ends after three days", () => {
    assert.deepEqual(
      delays.slice(0, 11).map((seconds) => seconds! / 60),
      [1, 2, 4, 8, 16, 32, 64, 128, 256, 360, 360],
    );
    assert.equal(delays.at(-1), null);
    const days = delays.reduce<number>((sum, seconds) => sum + (seconds ?? 0), 0) / 86_400;
    assert.ok(days > 3 && days < 3.2, String(days));
  });

  test("is spread by a tenth either way", () => {
    assert.deepEqual([retryDelay(10, 0), retryDelay(10, 1)], [19_440, 23_760]);
    const some = new Set(Array.from({ length: 50 }, () => retryDelay(10)));
    assert.ok(some.size > 10);
  });

  test("is over for what was tried more often than that", () => {
    assert.equal(retryDelay(maxAttempts + 5), null);
  });
});

describe("text in a header", () => {
  const decode = (encoded: string) =>
    Buffer.concat(
      encoded.split("\r\n ").map((word) => {
        assert.match(word, /^=\?UTF-8\?B\?[\w+/=]{1,63}\?=$/);
        assert.ok(word.length <= 75);
        const bytes = Buffer.from(word.slice(10, -2), "base64");
        assert.doesNotMatch(bytes.toString(), /\ufffd/, "no word ends within a character");
        return bytes;
      }),
    ).toString();

  test("is as it is, or encoded words that say the same", () => {
    for (const text of ["", "Hello", "a".repeat(60), "100 % = 1.0 (really?)"])
      assert.equal(encodeText(text), text);
    const texts = ["ä", "a".repeat(61), "ß€😀".repeat(40), "=?UTF-8?B?eA==?=", "👩‍👩‍👧‍👦 family"];
    for (const text of texts) assert.equal(decode(encodeText(text)), text);
  });
});

describe("Cloudflare's binding", () => {
  const message: Message = {
    id: "1",
    messageId: "<1@portal.example>",
    from: { name: "Acme", email: "portal@mail.example" },
    to: "a@x.example",
    replyTo: null,
    subject: "S",
    text: "T",
    html: "H",
  };
  const failing = (error: unknown) => sendByBinding({ send: () => Promise.reject(error as Error) })(message);

  test("is given the mail; it has no place for a Message-ID but a header of our own", async () => {
    const sent: unknown[] = [];
    const binding = { send: async (mail: unknown) => sent.push(mail) };
    await sendByBinding(binding)(message);
    await sendByBinding(binding)({ ...message, replyTo: "b@x.example" });
    const { id: _, messageId, replyTo: __, ...same } = message;
    const headers = { "Auto-Submitted": "auto-generated", "X-Portico-Message-ID": messageId };
    assert.deepEqual(sent, [
      { ...same, headers },
      { ...same, headers, replyTo: "b@x.example" },
    ]);
  });

  test("says what it means by a code, never by its words", async () => {
    const codes: [string, string][] = [
      ["E_RECIPIENT_SUPPRESSED", "REFUSED"],
      ["E_VALIDATION_ERROR", "REFUSED"],
      ["E_CONTENT_TOO_LARGE", "REFUSED"],
      ["E_SENDER_NOT_VERIFIED", "NOT_AUTHORIZED"],
      ["E_DAILY_LIMIT_EXCEEDED", "RATE_LIMITED"],
      ["E_RATE_LIMIT_EXCEEDED", "RATE_LIMITED"],
      ["E_DELIVERY_FAILED", "UNAVAILABLE"],
      ["E_INTERNAL_SERVER_ERROR", "UNAVAILABLE"],
      ["secret words", "UNAVAILABLE"],
    ];
    for (const [code, expected] of codes)
      await assert.rejects(failing(Object.assign(new Error("secret"), { code })), (error) => {
        assert.ok(error instanceof MailError);
        assert.equal(error.code, expected, code);
        assert.equal(error.isPermanent, expected === "REFUSED");
        assert.doesNotMatch(String(error), /secret/);
        return true;
      });
  });
});

describe("a transaction's mails", () => {
  const db = openDatabase({ connectionString: process.env.WORKER_DATABASE_URL ?? "" } as Hyperdrive);
  after(() => db.close());
  const mail = {
    kind: "ACCOUNT_EXISTS",
    locale: "en",
    to: "a@x.example",
    fromName: "Acme",
    replyTo: null,
    subject: "S",
    text: "T",
    html: "H",
  };

  test("are known once it is committed, and never if it is rolled back", async () => {
    const { id: organizationId } = await createTenant();
    const rolledBack = db.withTenant({ organizationId }, async (tx) => {
      await putMail(tx, organizationId, mail);
      assert.equal(db.takeMails().length, 0, "not before");
      throw new Error("rolled back");
    });
    await assert.rejects(rolledBack, /rolled back/);
    assert.deepEqual(db.takeMails(), []);
    await db.withTenant({ organizationId }, async (tx) => {
      await putMail(tx, organizationId, mail);
      await putMail(tx, organizationId, mail);
    });
    const taken = db.takeMails();
    assert.deepEqual(
      taken.map((key) => key.organizationId),
      [organizationId, organizationId],
    );
    assert.deepEqual(db.takeMails(), [], "each once");
  });
});

describe("the configuration of mail", () => {
  const key = { kty: "EC", crv: "P-256", kid: "1", x: "x", y: "y", d: "d" };
  const base = {
    HYPERDRIVE: { connectionString: "postgres://x" },
    ASSETS: {},
    AUTH_RATE_LIMIT: {},
    PUBLIC_URL: "https://portal.example",
    SIGNING_KEYS: JSON.stringify({ keys: [key] }),
    SESSION_SECRET: "s".repeat(43),
  };
  const parse = (values: object) => parseEnv({ ...base, ...values } as unknown as Bindings).mail;
  const from = { MAIL_FROM: "portal@mail.example" };
  const smtp = { ...from, MAIL_PROVIDER: "smtp", SMTP_HOST: "smtp.mail.example" };

  test("names what is missing or wrong, and never its value", () => {
    const cases: [object, string][] = [
      [{}, "MAIL_PROVIDER"],
      [{ MAIL_PROVIDER: "secret" }, "MAIL_PROVIDER"],
      [{ MAIL_PROVIDER: "smtp" }, "MAIL_FROM, SMTP_HOST"],
      [{ ...smtp, MAIL_FROM: "a@secret.example\r\nBcc: x" }, "MAIL_FROM"],
      [{ ...smtp, SMTP_HOST: "secret host" }, "SMTP_HOST"],
      [{ ...smtp, SMTP_PORT: "secret" }, "SMTP_PORT"],
      [{ ...smtp, SMTP_SECURITY: "none" }, "SMTP_SECURITY"],
      [{ ...smtp, SMTP_PASSWORD: "secret" }, "SMTP_USERNAME with SMTP_PASSWORD"],
      [{ MAIL_PROVIDER: "http" }, "MAIL_FROM, MAIL_HTTP_KEY"],
      [{ ...from, MAIL_PROVIDER: "http", MAIL_HTTP_KEY: "secret\n" }, "MAIL_HTTP_KEY"],
      [
        { ...from, MAIL_PROVIDER: "http", MAIL_HTTP_KEY: "k", MAIL_HTTP_URL: "http://secret.example" },
        "MAIL_HTTP_URL",
      ],
      [{ MAIL_PROVIDER: "binding" }, "MAIL_FROM, EMAIL"],
      [{ SESSION_SECRET: "secret", MAIL_PROVIDER: "binding", ...from }, "SESSION_SECRET, EMAIL"],
    ];
    for (const [values, names] of cases)
      assert.throws(() => parse(values), { message: `Configuration: missing or invalid: ${names}` });
  });

  test("is complete with what each provider needs", () => {
    const address = from.MAIL_FROM;
    assert.deepEqual(parse({ ENVIRONMENT: "development" }), { provider: "none", from: "" });
    assert.deepEqual(parse(smtp), {
      provider: "smtp",
      from: address,
      smtp: {
        host: "smtp.mail.example",
        port: 587,
        security: "starttls",
        name: "portal.example",
        username: undefined,
        password: undefined,
      },
    });
    const tls = parse({ ...smtp, SMTP_SECURITY: "tls", SMTP_USERNAME: "u", SMTP_PASSWORD: "p" });
    assert.equal(tls.provider === "smtp" && tls.smtp.port, 465);
    assert.deepEqual(parse({ ...from, MAIL_PROVIDER: "http", MAIL_HTTP_KEY: "k" }), {
      provider: "http",
      from: address,
      http: { url: "https://api.resend.com/emails", key: "k" },
    });
  });
});
