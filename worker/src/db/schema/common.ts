import { sql } from "drizzle-orm";
import { customType, pgSchema, text, timestamp, uuid } from "drizzle-orm/pg-core";

/** Everything of Portico's lives in one PostgreSQL schema. */
export const portal = pgSchema("portal");

/** The two columns of every tenant table's primary key. */
export const tenantKey = () => ({
  organizationId: uuid("organization_id").notNull(),
  id: uuid("id").notNull(),
});

/** A `timestamptz`. */
export const instant = (name: string) => timestamp(name, { withTimezone: true, mode: "string" });

/** When the row was made and last changed. */
export const timestamps = () => ({
  createdAt: instant("created_at").notNull().defaultNow(),
  updatedAt: instant("updated_at").notNull().defaultNow(),
});

/** The name as lists are sorted by it; PostgreSQL makes it. */
export const sortName = () =>
  text("sort_name")
    .notNull()
    .generatedAlwaysAs(sql`left(portal.fold(name), 80)`);

const xid8 = customType<{ data: string }>({ dataType: () => "xid8" });

/** The transaction that changed the row last; a trigger sets it. */
export const changed = () =>
  xid8("changed")
    .notNull()
    .default(sql`pg_current_xact_id()`);

/** Words to be searched. */
export const searchWords = customType<{ data: string }>({ dataType: () => "tsvector" });
