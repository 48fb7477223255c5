import { integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, portal } from "./common.ts";

export const throttles = portal.table(
  "throttles",
  {
    organizationId: uuid("organization_id").notNull(),
    id: text("id").notNull(),
    count: integer("count").notNull().default(0),
    resetsAt: instant("resets_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);
