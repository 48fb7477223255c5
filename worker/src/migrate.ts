import { glob, readFile, readdir } from "node:fs/promises";
import postgres from "postgres";
import { installReads } from "./db/install-reads.ts";
import { registeredReads, type Read } from "./db/read.ts";

const folder = new URL("./db/migrations/", import.meta.url);

/** What `migrate` needs to know beyond the address. */
export interface MigrateOptions {
  /** Password of the login role `portico_worker`; letters, digits, `-` and `_` only. */
  workerPassword: string;
  /** Adds what only a local deployment has: the view behind `/dev/outbox`. */
  development: boolean;
}

/** Every read there is: `read` registers what it makes, and all that make reads are loaded first. */
export async function loadReads(): Promise<readonly Read[]> {
  for await (const file of glob("features/**/*.queries.ts", { cwd: import.meta.dirname }))
    await import(new URL(file, import.meta.url).href);
  return registeredReads();
}

/**
 * Brings the database at `adminUrl` forward: makes the roles (`portico_worker` signs in and owns nothing,
 * `portico_lookup` owns the functions that look across organizations, `portico_sweeper` the one that deletes what has
 * expired in any of them), applies each migration in a transaction of its own, and installs the reads.
 * @returns the names of the migrations that were applied now.
 */
export async function migrate(adminUrl: string, options: MigrateOptions): Promise<string[]> {
  if (!/^[\w-]{16,}$/.test(options.workerPassword))
    throw new Error("workerPassword: 16 or more of A-Z a-z 0-9 _ -");
  const sql = postgres(adminUrl, { max: 1, onnotice: () => {} });
  try {
    // One migration run at a time, however many deployments start at once.
    await sql`select pg_advisory_lock(7025010)`;
    await sql.unsafe(`
      do $$ begin
        if not exists (select from pg_roles where rolname = 'portico_worker') then
          create role portico_worker login nosuperuser nocreatedb nocreaterole noinherit;
        end if;
        if not exists (select from pg_roles where rolname = 'portico_lookup') then
          create role portico_lookup nologin noinherit;
        end if;
        if not exists (select from pg_roles where rolname = 'portico_sweeper') then
          create role portico_sweeper nologin noinherit;
        end if;
        execute format('grant portico_lookup, portico_sweeper to %I', current_user);
      end $$;
      alter role portico_worker password '${options.workerPassword}';
      create table if not exists public.portico_migrations (name text primary key, applied_at timestamptz not null default now());
    `);
    const done = new Set((await sql`select name from public.portico_migrations`).map((row) => row.name));
    const names = (await readdir(folder)).filter((name) => name.endsWith(".sql") && !done.has(name)).sort();
    for (const name of names) {
      const text = await readFile(new URL(name, folder), "utf8");
      await sql.begin(async (tx) => {
        await tx.unsafe(text);
        await tx`insert into public.portico_migrations (name) values (${name})`;
      });
    }
    if (options.development) {
      await sql.unsafe(await readFile(new URL("./db/development.sql", import.meta.url), "utf8"));
    }
    const reads = await loadReads();
    await sql.begin((tx) => installReads(tx, reads));
    return names;
  } finally {
    await sql.end();
  }
}
