import assert from "node:assert/strict";
import { after, before, beforeEach, describe, test } from "node:test";
import { FakeSmtp, type SmtpBehaviour } from "./fake-smtp.ts";
import { mailWorld, until } from "./mail-world.ts";
import { readMail } from "./mime.ts";
import type { SecondWorker } from "./second-worker.ts";

const world = await mailWorld();
const { put, rowOf, tick, passTime, adminSql } = world;
const smtp = await new FakeSmtp({ user: { name: "portico", password: "pässword" } }).start();
let one: SecondWorker;
let other: SecondWorker;

before(async () => {
  const env = {
    MAIL_PROVIDER: "smtp",
    MAIL_FROM: "portal@mail.example",
    SMTP_HOST: "127.0.0.1",
    SMTP_PORT: String(smtp.port),
    SMTP_SECURITY: "none",
    SMTP_USERNAME: "portico",
    SMTP_PASSWORD: "pässword",
  };
  one = await world.start({ env });
  other = await world.start({ env });
});
after(async () => {
  smtp.stop();
  await world.stop();
});
beforeEach(async () => {
  smtp.behave = () => ({ does: "accept" });
  smtp.ledger.length = smtp.lines.length = 0;
  await adminSql`delete from portal.outbox`;
});

const always = (behaviour: SmtpBehaviour) => {
  smtp.behave = () => behaviour;
};
const ids = () => smtp.ledger.map(({ id }) => id).sort();
const secondsFromNow = (time: Date) => (time.getTime() - Date.now()) / 1000;

describe("a mail by SMTP", () => {
  test("says who it is from, in one conversation", async () => {
    const [row] = await put();
    await tick(one);
    const [sent] = smtp.ledger;
    assert.equal(sent?.user, "portico");
    assert.deepEqual([sent.from, sent.to], ["portal@mail.example", row!.to_address]);
    assert.deepEqual(
      smtp.lines.map((line) => line.split(/[ :]/)[0]),
      ["EHLO", "AUTH", "MAIL", "RCPT", "DATA", "QUIT"],
    );
    assert.equal(smtp.lines[0], "EHLO localhost");
    const mail = readMail(sent.raw);
    assert.equal(mail.header("From"), "Zahnärzte am See <portal@mail.example>");
    assert.equal(mail.header("Reply-To"), "praxis@see.example");
    assert.equal(mail.header("To"), row!.to_address);
    assert.equal(mail.header("Subject"), row!.subject);
    assert.equal(mail.header("Message-ID"), `<${row!.id}@localhost>`);
    assert.equal(mail.header("Auto-Submitted"), "auto-generated");
    assert.ok(Math.abs(Date.parse(mail.header("Date")) - Date.now()) < 60_000);
    assert.equal(mail.text, row!.text_body.replaceAll("\n", "\r\n"));
    assert.equal(mail.html, row!.html_body);
    for (const line of sent.raw.split("\r\n")) assert.match(line, /^[\x20-\x7e]{0,998}$/);
    const { sent_at, attempts, leased_until, subject } = await rowOf(row!.id);
    assert.ok(sent_at);
    assert.deepEqual({ attempts, leased_until }, { attempts: 1, leased_until: null });
    assert.equal(subject, row!.subject, "kept locally, for /dev/outbox");
  });

  test("what is typed into a name or an address begins no header and no command", async () => {
    const evil = 'Evil\r\nBcc: everybody@evil.example\r\n\r\nbody \u2028 "quoted" <x@evil.example>';
    const [named] = await put(1, { from_name: evil });
    await tick(one);
    const mail = readMail(smtp.ledger[0]!.raw);
    assert.equal(
      mail.header("From"),
      'Evil Bcc: everybody@evil.example body "quoted" <x@evil.example> <portal@mail.example>',
    );
    assert.match(smtp.ledger[0]!.raw, /^From: =\?UTF-8\?B\?[\w+/=]+\?=\r\n =\?/m, "encoded whole");
    assert.deepEqual(mail.lines.map((line) => line.split(":")[0]).sort(), [
      "Auto-Submitted",
      "Content-Type",
      "Date",
      "From",
      "MIME-Version",
      "Message-ID",
      "Reply-To",
      "Subject",
      "To",
    ]);
    assert.ok((await rowOf(named!.id)).sent_at);

    const before = smtp.lines.length;
    const addresses = [
      "a@x.example>\r\nRCPT TO:<b@evil.example",
      "a@x.example, b@evil.example",
      "<a@x.example>",
      "a b@x.example",
    ];
    for (const address of addresses) {
      const [to] = await put(1, { to_address: address });
      const [reply] = await put(1, { reply_to: address });
      await tick(one);
      for (const { id } of [to!, reply!]) {
        const row = await rowOf(id);
        assert.ok(row.failed_at, address);
        assert.match(row.last_error, /^REFUSED /);
      }
    }
    assert.equal(smtp.lines.length, before, "nobody was asked");
  });

  test("a plain name is a quoted one", async () => {
    await put(1, { from_name: 'Acme "The Best" Inc., Ltd.', reply_to: null, subject: "Hello" });
    await tick(one);
    const { raw } = smtp.ledger[0]!;
    assert.match(raw, /^From: "Acme 'The Best' Inc\., Ltd\." <portal@mail\.example>\r$/m);
    assert.match(raw, /^Subject: Hello\r$/m);
    assert.doesNotMatch(raw, /^Reply-To/m);
  });
});

describe("sweepers in parallel", () => {
  test("send each mail once", async () => {
    const rows = await put(80);
    await Promise.all([one, other, one, other, one, other].map(tick));
    await until(() => smtp.ledger.length >= rows.length, "all sent");
    assert.deepEqual(ids(), rows.map(({ id }) => id).sort());
  });

  test("leave alone what somebody else is sending, until that lease has ended", async () => {
    const [row] = await put(1, { leased_until: new Date(Date.now() + 60_000), attempts: 1 });
    await tick(one);
    assert.equal(smtp.ledger.length, 0);
    await adminSql`update portal.outbox set leased_until = now() - interval '1 second'`;
    await tick(one);
    assert.deepEqual(ids(), [row!.id]);
    assert.equal((await rowOf(row!.id)).attempts, 2);
  });

  test(
    "lose nothing to a server that refuses, drops and hangs, and send each mail once when it has recovered",
    { timeout: 150_000 },
    async () => {
      const rows = await put(60);
      const places = ["greeting", "EHLO", "AUTH", "MAIL", "RCPT", "DATA", "BODY"];
      let hangs = 1;
      let trouble = 0;
      smtp.behave = () => {
        const at = places[Math.floor(Math.random() * places.length)]!;
        const dice = Math.random();
        if (dice < 0.3) return { does: "accept" };
        trouble++;
        if (dice < 0.6) return { does: "refuse", at, reply: "451 4.3.0 Later" };
        if (dice < 0.97 || hangs-- <= 0) return { does: "drop", at };
        return { does: "hang", at };
      };
      for (let round = 0; round < 5; round++) {
        await Promise.all([one, other, one].map(tick));
        await passTime();
      }
      assert.ok(trouble > 20);
      always({ does: "accept" });
      await Promise.all([one, other, other].map(tick));
      assert.deepEqual(ids(), rows.map(({ id }) => id).sort());
      const [left] = await adminSql`select count(*)::int as n from portal.outbox where sent_at is null`;
      assert.equal(left!.n, 0);
    },
  );
});

describe("a server that does not take a mail", () => {
  const temporary: [string, SmtpBehaviour, RegExp][] = [
    [
      "is full",
      { does: "refuse", at: "RCPT", reply: "452 4.2.2 Full of secret@people.example" },
      /^UNAVAILABLE .*SMTP 452 to RCPT\)$/,
    ],
    [
      "wants it later",
      { does: "refuse", at: "BODY", reply: "451 4.7.1 Greylisted" },
      /^UNAVAILABLE .*SMTP 451 to DATA\)$/,
    ],
    [
      "is closing",
      { does: "refuse", at: "greeting", reply: "421 4.3.2 Bye" },
      /^UNAVAILABLE .*SMTP 421 to greeting\)$/,
    ],
    [
      "wants nobody",
      { does: "refuse", at: "EHLO", reply: "554 5.7.1 No" },
      /^UNAVAILABLE .*SMTP 554 to EHLO\)$/,
    ],
    [
      "does not know us",
      { does: "refuse", at: "AUTH", reply: "535 5.7.8 AHBvcnRpY28=" },
      /^NOT_AUTHORIZED .*SMTP 535 to AUTH\)$/,
    ],
    [
      "does not let us send so",
      { does: "refuse", at: "MAIL", reply: "550 5.7.60 No" },
      /^NOT_AUTHORIZED .*SMTP 550 to MAIL\)$/,
    ],
    ["drops the connection at once", { does: "drop", at: "greeting" }, /^UNREACHABLE /],
    ["drops it in the middle", { does: "drop", at: "RCPT" }, /^UNREACHABLE /],
    ["drops it with the mail half taken", { does: "drop", at: "BODY" }, /^UNREACHABLE /],
  ];
  for (const [what, behaviour, error] of temporary) {
    test(`${what}: tried again after a minute`, async () => {
      const [row] = await put();
      always(behaviour);
      await tick(one);
      const failed = await rowOf(row!.id);
      assert.match(failed.last_error, error);
      assert.doesNotMatch(failed.last_error, /@|AHBv/, "nothing that the server said");
      assert.deepEqual([failed.attempts, failed.failed_at, failed.leased_until], [1, null, null]);
      const wait = secondsFromNow(failed.due_at);
      assert.ok(wait > 45 && wait < 67, String(wait));
      always({ does: "accept" });
      await tick(one);
      assert.equal(smtp.ledger.length, 0, "not before its time");
      await passTime();
      await tick(one);
      assert.deepEqual(ids(), [row!.id]);
      assert.deepEqual((await rowOf(row!.id)).last_error, null);
    });
  }

  for (const at of ["RCPT", "DATA", "BODY"]) {
    test(`refuses it for good at ${at}: a dead letter at once`, async () => {
      const [row] = await put();
      always({ does: "refuse", at, reply: "550-5.1.1 No such\r\n550 5.1.1 user" });
      await tick(one);
      const dead = await rowOf(row!.id);
      assert.ok(dead.failed_at);
      assert.match(dead.last_error, new RegExp(`^REFUSED .*SMTP 550 to ${at === "BODY" ? "DATA" : at}\\)$`));
      assert.equal(dead.text_body, row!.text_body, "it can be sent again");
      await passTime();
      always({ does: "accept" });
      await tick(one);
      assert.equal(smtp.ledger.length, 0);
    });
  }

  test("is down", async () => {
    const { port } = smtp;
    smtp.stop();
    const [row] = await put();
    await tick(one);
    assert.match((await rowOf(row!.id)).last_error, /^UNREACHABLE /);
    await smtp.start(port);
    await passTime();
    await tick(one);
    assert.deepEqual(ids(), [row!.id]);
  });

  test("hangs: given up after fifteen seconds, while everything else goes on", async () => {
    const rows = await put(4);
    const places = ["greeting", "MAIL", "BODY"];
    smtp.behave = () => {
      const at = places.pop();
      return at ? { does: "hang", at } : { does: "accept" };
    };
    const began = Date.now();
    const ticking = tick(one);
    await until(() => smtp.ledger.length === 1, "the one that it takes", 5000);
    const response = await fetch(`${one.url}/health/ready`);
    assert.equal(response.status, 200);
    await ticking;
    const seconds = (Date.now() - began) / 1000;
    assert.ok(seconds > 14 && seconds < 20, String(seconds));
    const failed = await Promise.all(rows.map(({ id }) => rowOf(id)));
    assert.deepEqual(failed.map(({ last_error }) => last_error?.split(" ")[0]).sort(), [
      "TIMEOUT",
      "TIMEOUT",
      "TIMEOUT",
      undefined,
    ]);
    await passTime();
    await tick(one);
    assert.deepEqual(ids(), rows.map(({ id }) => id).sort());
  });

  test("takes it and is gone before it says so: it comes again, under the same Message-ID", async () => {
    const [row] = await put();
    always({ does: "lose" });
    await tick(one);
    assert.match((await rowOf(row!.id)).last_error, /^UNREACHABLE /);
    await passTime();
    always({ does: "accept" });
    await tick(one);
    const messageIds = smtp.ledger.map(({ raw }) => readMail(raw).header("Message-ID"));
    assert.deepEqual(messageIds, [`<${row!.id}@localhost>`, `<${row!.id}@localhost>`]);
  });

  test("for three days: a dead letter after the twenty-first attempt", async () => {
    const [row] = await put();
    always({ does: "refuse", at: "RCPT", reply: "451 4.3.0 Later" });
    for (let attempt = 1; attempt <= 21; attempt++) {
      await tick(attempt % 2 ? one : other);
      const { attempts, failed_at } = await rowOf(row!.id);
      assert.deepEqual([attempts, failed_at !== null], [attempt, attempt === 21]);
      await passTime();
    }
  });

  test("ends the Worker each time: given up as well, and not tried once more", async () => {
    const [row] = await put(1, { attempts: 21, leased_until: new Date(Date.now() - 1000) });
    await tick(one);
    const dead = await rowOf(row!.id);
    assert.ok(dead.failed_at);
    assert.match(dead.last_error, /^INTERRUPTED /);
    assert.equal(smtp.lines.length, 0);
  });
});
