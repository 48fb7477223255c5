import { createHash } from "node:crypto";
import { Placeholder, sql, type SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";

/** A read: a function that the migration run installs in the database, so that PostgreSQL plans it once. */
export interface Read {
  /** The function's name: what is read, and a hash of how. Old code finds its own while new code is deployed. */
  name: string;
  /** `create function …`, whole. */
  definition: string;
  /** The statement that calls it, and its parameters in order. */
  bind(values: Record<string, unknown>): { text: string; parameters: unknown[] };
}

/** The schema of all reads; nothing else is in it. */
export const readsSchema = "portal_reads";

const dialect = new PgDialect();
const registered: Read[] = [];
const session = ["organization", "session", "audience", "origin"];

/**
 * Makes a read. `body` is a query of one row with one column, the answer's body as JSON, or of no row where there is
 * nothing; it may use `me`, the live session, and placeholders, which arrive as text. It runs after `portal.enter`
 * has set what policies look at, and only if the session is live.
 */
export function read(name: string, body: SQL): Read {
  const { sql: rendered, params } = dialect.sqlToQuery(body);
  const names = params.map((param) => {
    if (!(param instanceof Placeholder)) throw new Error(`${name}: values of a read are placeholders`);
    return String(param.name);
  });
  const parameters = [...new Set([...session, ...names])];
  const query = rendered.replaceAll(
    /\$(\d+)/g,
    (_, position) => `$${parameters.indexOf(names[Number(position) - 1]!) + 1}`,
  );
  const define = (
    full: string,
  ) => `create function ${readsSchema}.${full}(${parameters.map(() => "text").join(", ")})
returns table (organization_id uuid, user_id uuid, customer_id uuid, role text, origin_allowed boolean, body text)
language plpgsql rows 1 set plan_cache_mode = force_generic_plan as $read$
#variable_conflict use_column
declare
  me record;
begin
  select * into me from portal.enter($1::uuid, $2::uuid, $3, $4);
  if found then
    return query select me.organization_id, me.user_id, me.customer_id, me.role, me.origin_allowed, (${query})::text;
  end if;
end $read$`;
  const hash = createHash("sha256").update(define(name)).digest("hex").slice(0, 8);
  const full = `${name}_${hash}`;
  const text = `select * from ${readsSchema}.${full}(${parameters.map((_, index) => `$${index + 1}`).join(", ")})`;
  const made: Read = {
    name: full,
    definition: define(full),
    bind(values) {
      const missing = parameters.filter((parameter) => values[parameter] === undefined);
      if (missing.length > 0) throw new Error(`${name}: no value for ${missing.join(", ")}`);
      return { text, parameters: parameters.map((parameter) => values[parameter]) };
    },
  };
  registered.push(made);
  return made;
}

/** Every read that has been made; what is not imported yet is not among them. */
export const registeredReads = (): readonly Read[] => registered;

/** A value that is given when the read runs; text in PostgreSQL, so it needs a cast where it is anything else. */
export const placeholder = (name: string) => sql.placeholder(name);

/** An instant as the wire has it: UTC, milliseconds, `Z` (RFC 3339). Null stays null. */
export const wireTime = (column: SQL | { getSQL(): SQL }) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
