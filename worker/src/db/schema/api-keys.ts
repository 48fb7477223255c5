import { integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, portal, tenantKey, timestamps } from "./common.ts";

export const apiKeys = portal.table(
  "api_keys",
  {
    ...tenantKey(),
    name: text("name").notNull(),
    scopes: text("scopes").array().notNull(),
    secretHash: text("secret_hash").notNull(),
    lastFour: text("last_four").notNull(),
    createdBy: uuid("created_by"),
    expiresAt: instant("expires_at"),
    revokedAt: instant("revoked_at"),
    ...timestamps(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

export const apiKeyUses = portal.table(
  "api_key_uses",
  {
    ...tenantKey(),
    quota: integer("quota").notNull().default(600),
    count: integer("count").notNull().default(0),
    usedAt: instant("used_at"),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);
