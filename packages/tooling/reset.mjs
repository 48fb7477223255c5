// `npm run reset`: forgets the local database, keys and state; the next start begins anew.
import { existsSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PlainError, main, root, say, stateFolder } from "./lib.mjs";
import { databaseFolder, runningProcess } from "./postgres.mjs";

await main(async () => {
  const folder = databaseFolder();
  for (const name of readdirSync(folder)) {
    const running = runningProcess(join(folder, name));
    if (running)
      throw new PlainError(`PostgreSQL is running (process ${running.pid}): stop \`npm start\` first.`);
  }
  for (const path of [folder, stateFolder, join(root, ".wrangler")]) {
    if (existsSync(path)) rmSync(path, { recursive: true, force: true });
  }
  say("The local database and state are gone; `npm start` begins anew.");
  if (process.env.DATABASE_URL) say("DATABASE_URL is set: the database it names was left alone.");
});
