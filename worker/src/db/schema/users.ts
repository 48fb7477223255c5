import { primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, portal, sortName, tenantKey, timestamps } from "./common.ts";

export const users = portal.table(
  "users",
  {
    ...tenantKey(),
    email: text("email").notNull(),
    name: text("name").notNull(),
    role: text("role", { enum: ["OWNER", "ADMIN", "EMPLOYEE", "CUSTOMER"] }).notNull(),
    passwordHash: text("password_hash").notNull(),
    customerId: uuid("customer_id"),
    emailVerifiedAt: instant("email_verified_at"),
    disabledAt: instant("disabled_at"),
    sortName: sortName(),
    ...timestamps(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);
