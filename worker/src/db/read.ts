import { fillPlaceholders, sql, type SQL } from "drizzle-orm";
import { PgDialect } from "drizzle-orm/pg-core";

/** A statement rendered once, run many times. */
export interface Read<Row> {
  bind(values: Record<string, unknown>): { text: string; parameters: unknown[] };
  /** Only the type: what a row has beside the session's columns. */
  readonly row?: Row;
}

const dialect = new PgDialect();

/**
 * Makes a read of one statement: `columns` and `joins` may use `me` (the live session). They must be subqueries that
 * the planner keeps whole (aggregates or limits), so that they are evaluated for the row of `me`, after `portal.enter` has set what policies look at; were the order
 * ever another, the settings would be empty and no row visible.
 */
export function read<Row>(columns: SQL, joins: SQL = sql``): Read<Row> {
  const { sql: text, params } = dialect.sqlToQuery(sql`
    with me as materialized (
      select * from portal.enter(${sql.placeholder("organization")}::uuid, ${sql.placeholder("session")}::uuid,
        ${sql.placeholder("audience")}::text, ${sql.placeholder("origin")}::text)
    )
    select me.*, ${columns} from me ${joins}`);
  return { bind: (values) => ({ text, parameters: fillPlaceholders(params, values) }) };
}

/** A value that is given when the read runs. */
export const placeholder = (name: string) => sql.placeholder(name);

/** An instant as the wire has it: UTC, milliseconds, `Z` (RFC 3339). Null stays null. */
export const wireTime = (column: SQL | { getSQL(): SQL }) =>
  sql`to_char(${column} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
