// The reader's own PostgreSQL, named by DATABASE_URL, and databases within any of them.
import process from "node:process";
import postgres from "postgres";
import { PlainError, onStop } from "./lib.mjs";

/** Creates a database unless it is there. */
export async function createDatabase(/** @type {string} */ url, /** @type {string} */ database) {
  const sql = postgres(url, { max: 1, onnotice: () => {} });
  try {
    const found = await sql`select 1 from pg_database where datname = ${database}`;
    if (found.length === 0) await sql`create database ${sql(database)}`;
  } finally {
    await sql.end();
  }
}

/** A wrong address is the reader's to mend: say what PostgreSQL says, never the address with its password. */
async function requireConnection(/** @type {string} */ url) {
  if (!URL.canParse(url))
    throw new PlainError("DATABASE_URL is not an address like postgres://user:password@host/name.");
  const sql = postgres(url, { max: 1, connect_timeout: 10, onnotice: () => {} });
  try {
    await sql`select 1`;
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new PlainError(`The PostgreSQL that DATABASE_URL names cannot be used: ${reason}`);
  } finally {
    await sql.end({ timeout: 1 });
  }
}

/** The reader's own PostgreSQL: tests get a database of their own in it, dropped afterwards. */
export async function useDatabaseUrl(/** @type {string} */ url, /** @type {boolean} */ isTemporary) {
  await requireConnection(url);
  if (!isTemporary) return { adminUrl: url, stop: async () => {} };
  const database = `portico_test_${process.pid}_${Date.now().toString(36)}`;
  await createDatabase(url, database);
  const stop = async () => {
    const sql = postgres(url, { max: 1, onnotice: () => {} });
    await sql`drop database if exists ${sql(database)} with (force)`;
    await sql.end();
  };
  onStop(stop);
  const mine = new URL(url);
  mine.pathname = `/${database}`;
  return { adminUrl: mine.href, stop };
}
