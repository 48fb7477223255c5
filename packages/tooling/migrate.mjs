// `npm run migrate`: brings a deployment's database up to date, before its new Worker is deployed.
import { join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { PlainError, main, root, say } from "./lib.mjs";

await main(async () => {
  const { DATABASE_URL: ownersUrl = "", WORKER_PASSWORD: workerPassword = "" } = process.env;
  if (!URL.canParse(ownersUrl))
    throw new PlainError(
      "DATABASE_URL must be the address of the database's owner: postgres://user:password@host/name",
    );
  if (!/^[\w-]{16,}$/.test(workerPassword))
    throw new PlainError(
      "WORKER_PASSWORD must be 16 or more of A-Z a-z 0-9 _ -: what portico_worker signs in with.",
    );
  const { migrate } = await import(pathToFileURL(join(root, "worker", "src", "migrate.ts")).href);
  /** @type {string[]} */
  const applied = await migrate(ownersUrl, { workerPassword, development: false }).catch(
    (/** @type {unknown} */ error) => {
      // PostgreSQL's own words, never the address with its password.
      throw new PlainError(
        `The database was not brought up to date: ${error instanceof Error ? error.message : error}`,
      );
    },
  );
  say(applied.length > 0 ? `Applied ${applied.join(", ")}.` : "The database is up to date.");
});
