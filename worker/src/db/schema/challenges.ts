import { integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, portal, tenantKey } from "./common.ts";

export const challenges = portal.table(
  "challenges",
  {
    ...tenantKey(),
    userId: uuid("user_id").notNull(),
    purpose: text("purpose", { enum: ["RESET_PASSWORD", "CHANGE_EMAIL"] }).notNull(),
    email: text("email"),
    secretHash: text("secret_hash").notNull(),
    codeHash: text("code_hash").notNull(),
    attempts: integer("attempts").notNull().default(0),
    expiresAt: instant("expires_at").notNull(),
    codeExpiresAt: instant("code_expires_at").notNull(),
    usedAt: instant("used_at"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);
