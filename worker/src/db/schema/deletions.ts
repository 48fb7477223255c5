import { primaryKey, text } from "drizzle-orm/pg-core";
import { changed, instant, portal, tenantKey } from "./common.ts";

export const deletions = portal.table(
  "deletions",
  {
    ...tenantKey(),
    entity: text("entity").notNull(),
    externalId: text("external_id"),
    at: instant("at").notNull().defaultNow(),
    changed: changed(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);
