import { PgDatabase, PgDialect } from "drizzle-orm/pg-core";
import type { PostgresJsDatabase } from "drizzle-orm/postgres-js";
import { PostgresJsSession } from "drizzle-orm/postgres-js/session";
import type { Answer, Connection } from "./protocol/connection.ts";

const dialect = new PgDialect();

/** The rows of an answer by their columns' names. */
export const objectsOf = ({ columns, rows }: Answer): Record<string, unknown>[] =>
  rows.map((row) => Object.fromEntries(columns.map(({ name }, index) => [name, row[index]])));

/** drizzle on a connection of ours: its session for postgres.js, which asks nothing of a client but `unsafe`. */
export function drizzleOn(connection: Connection): PostgresJsDatabase {
  const client = {
    unsafe(text: string, parameters: unknown[]) {
      const run = () => connection.run({ text, parameters });
      return {
        // A query that begins when somebody waits for it: as objects, or else as arrays.
        then: (...then: Parameters<Promise<unknown>["then"]>) =>
          run()
            .then(objectsOf)
            .then(...then),
        values: () => run().then(({ rows }) => rows),
      };
    },
  };
  const session = new PostgresJsSession(client as never, dialect, undefined);
  return new PgDatabase(dialect, session, undefined) as unknown as PostgresJsDatabase;
}
