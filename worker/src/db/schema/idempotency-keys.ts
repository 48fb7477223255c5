import { primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, portal } from "./common.ts";

export const idempotencyKeys = portal.table(
  "idempotency_keys",
  {
    organizationId: uuid("organization_id").notNull(),
    id: text("id").notNull(),
    requestHash: text("request_hash").notNull(),
    answer: text("answer"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);
