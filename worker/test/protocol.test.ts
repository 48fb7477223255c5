import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { describe, test, type TestContext } from "node:test";
import { ConnectionError, DatabaseError } from "../src/db/protocol/errors.ts";
import { Connection, type Target } from "../src/db/protocol/connection.ts";
import {
  answer,
  authentication,
  begun,
  error,
  int32,
  message,
  row,
  startFakePostgres,
  targetAt,
  welcome,
  type Client,
} from "./fake-postgres.ts";
import { adminSql } from "./harness.ts";

const url = process.env.WORKER_DATABASE_URL ?? "";
const real = targetAt(url);

/** The first row of a statement on a connection of its own. */
async function queryRow(target: Target, text: string, parameters: unknown[], milliseconds?: number) {
  const connection = await Connection.open(target, milliseconds);
  try {
    return (await connection.run({ text, parameters })).rows[0] ?? null;
  } finally {
    connection.close();
  }
}

/** The code of the connection's end. */
async function lostBy(work: Promise<unknown>): Promise<string> {
  const reason = await work.then(
    (found) => assert.fail(`answered ${JSON.stringify(found)}`),
    (reason: unknown) => reason,
  );
  assert.ok(reason instanceof ConnectionError, String(reason));
  return reason.code;
}

const refusedBy = (work: Promise<unknown>, code: string) =>
  assert.rejects(work, (reason) => reason instanceof DatabaseError && reason.code === code);

describe("a real PostgreSQL", () => {
  test("values go there and back as they are", async () => {
    const values = ["", "plain", "'quoted' \\ \"", "Zürich 東京 🙂", null, "x".repeat(3_000_000)];
    const casts = values.map((_, index) => `$${index + 1}::text`).join(", ");
    assert.deepEqual(await queryRow(real, `select ${casts}`, values), values);
    assert.deepEqual(await queryRow(real, "select $1::int + 1, $2::boolean", [41, true]), [42, true]);
  });

  test("no row, many rows", async () => {
    assert.equal(await queryRow(real, "select 1 where false", []), null);
    assert.deepEqual(await queryRow(real, "select generate_series(1, 50000)", []), [1]);
  });

  test("a refused statement says why, by its SQLSTATE", async () => {
    await refusedBy(queryRow(real, "select 1 / 0", []), "22012");
    await refusedBy(queryRow(real, "select nonsense", []), "42703");
    await refusedBy(queryRow(real, "select $1::text", ["zero\0byte"]), "22021");
    await refusedBy(queryRow(real, "select 1; select 2", []), "42601");
  });

  test("a notice on the way is no answer", async () => {
    const read = "select set_config('client_min_messages', 'debug5', false), 1 / 1";
    assert.deepEqual((await queryRow(real, read, []))?.[1], 1);
  });

  test("who may not come in, and what is not there, are lost connections", async () => {
    assert.equal(await lostBy(queryRow({ ...real, password: "wrong" }, "select 1", [])), "CONNECTION_28P01");
    assert.equal(await lostBy(queryRow({ ...real, user: "nobody" }, "select 1", [])), "CONNECTION_28P01");
    assert.equal(await lostBy(queryRow({ ...real, database: "none" }, "select 1", [])), "CONNECTION_3D000");
    const nowhere = targetAt("postgres://somebody:secret@127.0.0.1:1/portico");
    assert.equal(await lostBy(queryRow(nowhere, "select 1", [])), "CONNECTION_FAILED");
  });

  test("a backend that is ended in the middle is a lost connection", async () => {
    const end = "select pg_terminate_backend(pg_backend_pid()), pg_sleep(1)";
    assert.equal(await lostBy(queryRow(real, end, [])), "CONNECTION_57P01");
  });

  test("no connection stays, after an answer as after an error", async () => {
    const name = "/* leaves nothing */";
    await queryRow(real, `${name} select 1`, []);
    await refusedBy(queryRow(real, `${name} select 1 / 0`, []), "22012");
    const late = queryRow(real, `${name} select pg_sleep(0.3)`, [], 50);
    assert.equal(await lostBy(late), "CONNECTION_TIMEOUT");
    for (let left = 1, tries = 0; left > 0; tries++) {
      assert.ok(tries < 200, "a connection stayed");
      await new Promise((resolve) => setTimeout(resolve, 20));
      const rows = await adminSql`select 1 from pg_stat_activity where query like ${`${name}%`}`;
      left = rows.length;
    }
  });
});

/** Asks a server that follows a script, and makes sure that the connection is closed afterwards, however it went. */
async function ask(t: TestContext, script: (client: Client) => Promise<void>, milliseconds = 2000) {
  const server = await startFakePostgres(script);
  t.after(() => server.stop());
  try {
    return await queryRow(targetAt(server.url), "select $1", ["value"], milliseconds);
  } finally {
    await server.isEmpty();
  }
}

/** Lets a client in, and answers its statement. */
const answering =
  (...bytes: Buffer[]) =>
  async ({ hears, says }: Client) => {
    await hears();
    says(welcome);
    for (let heard = ""; !heard.startsWith("S");) heard = await hears();
    says(...bytes);
  };

describe("signing in", () => {
  test("says who and where, and nothing of a password that nobody asks for", async (t) => {
    const heard: string[] = [];
    const found = await ask(t, async ({ hears, says }) => {
      heard.push(await hears());
      says(welcome);
      for (let index = 0; index < 5; index++) heard.push(await hears());
      says(answer("a"));
      heard.push(await hears());
    });
    assert.deepEqual(found, ["a"]);
    assert.match(heard[0]!, /user\0somebody\0database\0portico\0/);
    assert.deepEqual(
      heard.slice(1).map((text) => text[0]),
      ["P", "B", "D", "E", "S", "X"],
    );
    assert.ok(!heard.join("").includes("secret"));
  });

  test("by a password, and by its MD5 hash", async (t) => {
    const asks = (demand: Buffer, expected: string) =>
      ask(t, async ({ hears, says }) => {
        await hears();
        says(demand);
        assert.equal(await hears(), expected);
        says(welcome);
        for (let index = 0; index < 5; index++) await hears();
        says(answer("in"));
      });
    assert.deepEqual(await asks(authentication(3), "psecret\0"), ["in"]);
    const hash = (text: string) => createHash("md5").update(text, "latin1").digest("hex");
    const hashed = `pmd5${hash(`${hash("secretsomebody")}\x01\x02\x03\xff`)}\0`;
    assert.deepEqual(await asks(authentication(5, Buffer.from([1, 2, 3, 255])), hashed), ["in"]);
  });

  const mechanisms = authentication(10, "SCRAM-SHA-256-PLUS\0SCRAM-SHA-256\0\0");
  /** A server that asks for SCRAM and goes on as told, with the client's nonce. */
  const scram = (t: TestContext, serverFirst: (nonce: string) => string, ...then: Buffer[]) =>
    ask(t, async ({ hears, says }) => {
      await hears();
      says(mechanisms);
      const nonce = /n,,n=,r=(.+)$/.exec(await hears())![1]!;
      says(authentication(11, serverFirst(nonce)));
      await hears();
      says(...then, welcome);
      await hears();
      says(answer("deceived"));
    });
  const good = (nonce: string) => `r=${nonce}server,s=c2FsdA==,i=4096`;
  const untrusted = "CONNECTION_AUTHENTICATION";

  test("SCRAM: a server that does not know the password is not asked anything", async (t) => {
    const signature = Buffer.alloc(32).toString("base64");
    assert.equal(await lostBy(scram(t, good, authentication(12, `v=${signature}`))), untrusted);
    assert.equal(await lostBy(scram(t, good, authentication(12, "e=other-error"))), untrusted);
    assert.equal(await lostBy(scram(t, good)), untrusted, "it skips its proof");
  });

  test("SCRAM: a nonce that is not ours, rounds beyond measure", async (t) => {
    for (const first of [
      (nonce: string) => `r=${nonce},s=c2FsdA==,i=4096`,
      () => "r=another,s=c2FsdA==,i=4096",
      (nonce: string) => good(nonce).replace("4096", "100001"),
      (nonce: string) => good(nonce).replace("4096", "0"),
      (nonce: string) => good(nonce).replace("4096", "many"),
      () => "",
    ])
      assert.equal(await lostBy(scram(t, first)), untrusted);
  });

  test("what we cannot do, and errors, at any step", async (t) => {
    const first = (...bytes: Buffer[]) =>
      lostBy(
        ask(t, async ({ hears, says }) => {
          await hears();
          says(...bytes);
        }),
      );
    assert.equal(await first(authentication(10, "SCRAM-SHA-256-PLUS\0\0")), untrusted);
    assert.equal(await first(authentication(7)), untrusted);
    assert.equal(await first(message("Z", "I")), "CONNECTION_PROTOCOL");
    assert.equal(await first(error("FATAL", "53300", "too many clients")), "CONNECTION_53300");
    assert.equal(await first(authentication(0), error("FATAL", "57P03", "starting")), "CONNECTION_57P03");
    assert.equal(await first(Buffer.from("HTTP/1.1 400 Bad Request\r\n\r\n")), "CONNECTION_PROTOCOL");
  });
});

describe("an answer", () => {
  test("comes in pieces of any size", async (t) => {
    const all = Buffer.concat([welcome, answer("ä", null, "b".repeat(300))]);
    for (const size of [1, 7, 4096]) {
      const found = await ask(t, async ({ hears, says }) => {
        await hears();
        for (let at = 0; at < all.length; at += size) {
          says(all.subarray(at, at + size));
          await new Promise((resolve) => setImmediate(resolve));
        }
      });
      assert.deepEqual(found, ["ä", null, "b".repeat(300)]);
    }
  });

  test("has asides anywhere", async (t) => {
    const aside = Buffer.concat([
      message("N", "SNOTICE\0M…\0\0"),
      message("S", "TimeZone\0UTC\0"),
      message("A", int32(1), "channel\0payload\0"),
    ]);
    const bytes = [begun(), aside, row("a"), aside, message("C", "x\0"), message("Z", "I")];
    assert.deepEqual(await ask(t, answering(aside, ...bytes)), ["a"]);
  });

  test("ends in an error behind its first row", async (t) => {
    const division = error("ERROR", "22012", "division by zero");
    await refusedBy(ask(t, answering(begun(), row("a"), division, message("Z", "I"))), "22012");
    const fatal = ask(t, answering(begun(), row("a"), error("FATAL", "57P01", "shutting down")));
    assert.equal(await lostBy(fatal), "CONNECTION_57P01");
  });

  test("that breaks off is none", async (t) => {
    const whole = answer("a");
    for (const length of [0, 3, 12, whole.length - 6]) {
      const script = async (client: Client) => {
        await answering(whole.subarray(0, length))(client);
        client.socket.end();
      };
      assert.equal(await lostBy(ask(t, script)), "CONNECTION_CLOSED");
    }
    const reset = async (client: Client) => {
      await answering()(client);
      client.socket.resetAndDestroy();
    };
    assert.equal(await lostBy(ask(t, reset)), "CONNECTION_FAILED");
  });

  test("that never comes is waited for no longer than said", async (t) => {
    const silent = async () => {};
    assert.equal(await lostBy(ask(t, silent, 50)), "CONNECTION_TIMEOUT");
    assert.equal(await lostBy(ask(t, answering(begun()), 50)), "CONNECTION_TIMEOUT");
  });

  test("beyond measure, or that makes no sense, is refused", async (t) => {
    const sized = (length: number) => Buffer.concat([Buffer.from("D"), int32(length)]);
    for (const length of [0x7fffffff, 17 * 1024 * 1024, -1, 0, 3])
      assert.equal(await lostBy(ask(t, answering(sized(length)))), "CONNECTION_PROTOCOL");
    for (const type of ["G", "3", "R", "K"])
      assert.equal(await lostBy(ask(t, answering(begun(), message(type)))), "CONNECTION_PROTOCOL");
    for (const body of ["\0\0", "\0\x02\0\0\0\x01a"])
      assert.equal(await lostBy(ask(t, answering(begun(), message("D", body)))), "CONNECTION_PROTOCOL");
    for (const body of ["", "\0\x01", "\0\x01\0\0\0\x09abc"])
      assert.equal(await lostBy(ask(t, answering(begun(), message("D", body)))), "CONNECTION_FAILED");
    assert.equal(await lostBy(ask(t, answering(message("T", "\0\x02ab")))), "CONNECTION_FAILED");
    assert.equal(await lostBy(ask(t, answering(message("E", "C22012\0")))), "CONNECTION_FAILED");
  });
});
