import type postgres from "postgres";
import { readsSchema, type Read } from "./read.ts";

/** How long a read stays after it has left the code, for the code before and for going back to it. */
const keptMilliseconds = 30 * 86_400_000;

/**
 * Makes the functions of the reads that are not there yet, callable by the Worker's login alone. One that is no longer
 * read is marked with the day, kept for the code that still calls it, and dropped a month later.
 */
export async function installReads(tx: postgres.TransactionSql, reads: readonly Read[]): Promise<void> {
  await tx.unsafe(
    `create schema if not exists ${readsSchema}; grant usage on schema ${readsSchema} to portico_worker`,
  );
  const rows = await tx<{ name: string; retired: string | null }[]>`
    select proname as name, obj_description(oid, 'pg_proc') as retired
      from pg_proc where pronamespace = ${readsSchema}::regnamespace`;
  const found = new Set(rows.map((row) => row.name));
  const wanted = new Set(reads.map((read) => read.name));
  if (wanted.size < reads.length) throw new Error("Two reads have one name");
  const statements = reads.filter((read) => !found.has(read.name)).map((read) => read.definition);
  for (const { name, retired } of rows) {
    const comment = (text: string) => `comment on function ${readsSchema}.${name} is ${text}`;
    if (wanted.has(name)) {
      if (retired !== null) statements.push(comment("null"));
    } else if (retired === null) statements.push(comment(`'${new Date().toISOString()}'`));
    else if (Date.parse(retired) < Date.now() - keptMilliseconds)
      statements.push(`drop function ${readsSchema}.${name}`);
  }
  for (const statement of statements) await tx.unsafe(statement);
  await tx.unsafe(`revoke execute on all functions in schema ${readsSchema} from public;
    grant execute on all functions in schema ${readsSchema} to portico_worker`);
}
