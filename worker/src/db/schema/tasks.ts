import { primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { changed, instant, portal, tenantKey, timestamps } from "./common.ts";

export const tasks = portal.table(
  "tasks",
  {
    ...tenantKey(),
    customerId: uuid("customer_id").notNull(),
    title: text("title").notNull(),
    description: text("description"),
    status: text("status", { enum: ["OPEN", "IN_PROGRESS", "DONE"] })
      .notNull()
      .default("OPEN"),
    priority: text("priority", { enum: ["LOW", "NORMAL", "HIGH"] })
      .notNull()
      .default("NORMAL"),
    dueAt: instant("due_at"),
    completedAt: instant("completed_at"),
    externalId: text("external_id"),
    changed: changed(),
    ...timestamps(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);
