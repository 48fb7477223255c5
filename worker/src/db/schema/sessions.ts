import { integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, portal, tenantKey } from "./common.ts";

export const sessions = portal.table(
  "sessions",
  {
    ...tenantKey(),
    userId: uuid("user_id").notNull(),
    audience: text("audience", { enum: ["portal", "dashboard"] }).notNull(),
    counter: integer("counter").notNull().default(0),
    createdAt: instant("created_at").notNull().defaultNow(),
    rotatedAt: instant("rotated_at").notNull().defaultNow(),
    expiresAt: instant("expires_at").notNull(),
    revokedAt: instant("revoked_at"),
    userAgent: text("user_agent"),
    network: text("network"),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);
