import { integer, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, portal, tenantKey } from "./common.ts";

export const registrations = portal.table(
  "registrations",
  {
    ...tenantKey(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    passwordHash: text("password_hash").notNull(),
    codeHash: text("code_hash").notNull(),
    attempts: integer("attempts").notNull().default(0),
    expiresAt: instant("expires_at").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);
