import { primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, portal, tenantKey, timestamps } from "./common.ts";

export const invitations = portal.table(
  "invitations",
  {
    ...tenantKey(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    role: text("role", { enum: ["OWNER", "ADMIN", "EMPLOYEE", "CUSTOMER"] }).notNull(),
    customerId: uuid("customer_id"),
    invitedBy: uuid("invited_by"),
    invitedByKey: uuid("invited_by_key"),
    secretHash: text("secret_hash").notNull(),
    supersededHashes: text("superseded_hashes").array().notNull().default([]),
    expiresAt: instant("expires_at").notNull(),
    sentAt: instant("sent_at").notNull().defaultNow(),
    acceptedAt: instant("accepted_at"),
    revokedAt: instant("revoked_at"),
    ...timestamps(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);
