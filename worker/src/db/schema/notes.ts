import { primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { changed, portal, tenantKey, timestamps } from "./common.ts";

export const notes = portal.table(
  "notes",
  {
    ...tenantKey(),
    customerId: uuid("customer_id").notNull(),
    authorId: uuid("author_id"),
    title: text("title").notNull(),
    body: text("body").notNull(),
    visibility: text("visibility", { enum: ["SHARED", "INTERNAL"] })
      .notNull()
      .default("INTERNAL"),
    externalId: text("external_id"),
    changed: changed(),
    ...timestamps(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);
