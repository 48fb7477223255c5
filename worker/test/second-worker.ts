import postgres from "postgres";

/** A Worker of a suite's own. */
export interface SecondWorker {
  url: string;
  adminUrl: string;
  workerUrl: string;
  stop: () => Promise<void>;
}

/** What a second Worker is started with: more variables, and more of wrangler.toml. */
export interface SecondWorkerOptions {
  databaseUrl: string;
  env?: Record<string, string>;
  config?: string;
}

const runUrl = process.env.ADMIN_DATABASE_URL ?? "";

/** Roles belong to the whole cluster: one migration run at a time, whichever database it is for. */
async function alone<T>(work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(runUrl, { max: 1, onnotice: () => {} });
  try {
    await sql`select pg_advisory_lock(7025011)`;
    return await work(sql);
  } finally {
    await sql.end();
  }
}

/** Starts one beside the Worker of the run; the scripts that start it are packages/tooling's. */
export async function startSecondWorker(options: SecondWorkerOptions): Promise<SecondWorker> {
  const scripts = new URL("../../packages/tooling/worker.mjs", import.meta.url).href;
  const { startWorker } = await import(scripts);
  return alone(() => startWorker({ ...options, isQuiet: true }));
}

/**
 * Makes a database of a suite's own, beside the run's: a Worker that sends mail takes every mail that it finds. The
 * harness, imported afterwards, works there too.
 */
export async function useOwnDatabase() {
  const name = `own_${process.pid}`;
  await alone((sql) => sql.unsafe(`create database ${name}`));
  for (const variable of ["ADMIN_DATABASE_URL", "WORKER_DATABASE_URL"]) {
    const url = new URL(process.env[variable] ?? "");
    url.pathname = `/${name}`;
    process.env[variable] = url.href;
  }
  const drop = () => alone((sql) => sql.unsafe(`drop database ${name} with (force)`));
  return { url: process.env.ADMIN_DATABASE_URL ?? "", drop };
}
