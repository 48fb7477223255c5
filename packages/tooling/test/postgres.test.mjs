import assert from "node:assert/strict";
import { existsSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import postgres from "postgres";
import { databaseFolder, runningProcess, startPostgres } from "../postgres.mjs";

const isOwn = !process.env.DATABASE_URL;

test("a temporary PostgreSQL is fresh, real, on the loopback only, and leaves nothing", async () => {
  const server = await startPostgres({ isTemporary: true, name: "tooling" });
  const sql = postgres(server.adminUrl, { max: 1 });
  const [row] =
    await sql`select current_database() as name, current_setting('listen_addresses') as addresses`;
  await sql.end();
  const folder = join(databaseFolder(), `tooling-${process.pid}`);
  if (isOwn) {
    assert.deepEqual({ ...row }, { name: "portico", addresses: "127.0.0.1" });
    assert.equal(existsSync(folder), true);
  }
  await server.stop();
  assert.equal(existsSync(folder), false);
});

test(
  "a number that now belongs to another program is not taken for the server",
  { skip: !isOwn },
  async () => {
    const server = await startPostgres({ isTemporary: true, name: "stale" });
    const folder = join(databaseFolder(), `stale-${process.pid}`);
    assert.equal(typeof runningProcess(folder)?.pid, "number");
    const lines = [process.pid, folder, 0, 1];
    writeFileSync(join(databaseFolder(), "postmaster.pid"), lines.join("\n"));
    assert.equal(runningProcess(databaseFolder()), undefined);
    await server.stop();
  },
);
