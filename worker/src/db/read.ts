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
const session = ["organization", "session", "audience", "origin", "previewed", "secretHash", "scope"];

const numberIn = (parameters: string[], name: string) => `$${parameters.indexOf(name) + 1}`;

/**
 * The function of a read. `me` comes first, so that policies and `statement` see whose session or key it is. A key's
 * request is counted last, since its row is held until the end, and that is not waited for to be on disk.
 */
function define(name: string, parameters: string[], statement: string): string {
  const [previewed, secretHash, scope] = session.slice(-3).map((each) => numberIn(parameters, each));
  return `
create function ${readsSchema}.${name}(${parameters.map(() => "text").join(", ")})
returns table (organization_id uuid, user_id uuid, customer_id uuid, role text, origin_allowed boolean, key json, body text, etag text)
language plpgsql rows 1 set plan_cache_mode = force_generic_plan as $read$
#variable_conflict use_column
declare
  me record;
  admitted boolean := true;
begin
  if ${secretHash} is not null then
    select * into me from portal.enter_with_key($1::uuid, $2::uuid, ${secretHash}, ${scope});
    key := me.key;
    admitted := me.admitted;
  elsif ${previewed} is not null then
    select * into me from portal.enter_preview($1::uuid, $2::uuid, ${previewed}::uuid, $4);
  else
    select * into me from portal.enter($1::uuid, $2::uuid, $3, $4);
  end if;
  if me.organization_id is null then
    return;
  end if;
  if admitted then
    select * into body, etag from (${statement}) answer;
  end if;
  organization_id := me.organization_id;
  user_id := me.user_id;
  customer_id := me.customer_id;
  role := me.role;
  origin_allowed := me.origin_allowed;
  if ${secretHash} is not null then
    perform set_config('synchronous_commit', 'off', true), portal.count_key_use($1::uuid, $2::uuid);
  end if;
  return next;
end $read$`;
}

/**
 * Makes a read. `query` answers one row, or none where there is nothing: the body as JSON and, in a second column if
 * there is one, its ETag. It may use `me`, the live session, and placeholders, which arrive as text.
 */
export function read(name: string, query: SQL): Read {
  if (!/^[a-z_]{1,54}$/.test(name)) throw new Error(`${name} is no name for a read`);
  const { sql: rendered, params } = dialect.sqlToQuery(query);
  const names = params.map((param) => {
    if (!(param instanceof Placeholder)) throw new Error(`${name}: values of a read are placeholders`);
    return String(param.name);
  });
  const parameters = [...new Set([...session, ...names])];
  // Indentation is the source's: the bundle has none, and must come to the same name.
  const statement = rendered
    .replaceAll(/\$(\d+)/g, (_, position) => numberIn(parameters, names[Number(position) - 1]!))
    .replaceAll(/\s+/g, " ");
  const hash = createHash("sha256")
    .update(define(name, parameters, statement))
    .digest("hex");
  const full = `${name}_${hash.slice(0, 8)}`;
  const text = `select * from ${readsSchema}.${full}(${parameters.map((_, index) => `$${index + 1}`).join(", ")})`;
  const made: Read = {
    name: full,
    definition: define(full, parameters, statement),
    bind(given) {
      const values: typeof given = { previewed: null, secretHash: null, scope: null, ...given };
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
