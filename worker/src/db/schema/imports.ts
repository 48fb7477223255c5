import { integer, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { instant, portal, tenantKey } from "./common.ts";

export const imports = portal.table(
  "imports",
  {
    ...tenantKey(),
    status: text("status", { enum: ["PREVIEW", "RUNNING", "DONE", "CANCELLED", "FAILED"] })
      .notNull()
      .default("PREVIEW"),
    total: integer("total").notNull().default(0),
    ready: integer("ready").notNull().default(0),
    invalid: integer("invalid").notNull().default(0),
    skipped: integer("skipped").notNull().default(0),
    invited: integer("invited").notNull().default(0),
    createdBy: uuid("created_by"),
    confirmedBy: uuid("confirmed_by"),
    requestId: uuid("request_id"),
    leasedUntil: instant("leased_until"),
    failures: integer("failures").notNull().default(0),
    createdAt: instant("created_at").notNull().defaultNow(),
    confirmedAt: instant("confirmed_at"),
    finishedAt: instant("finished_at"),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);

export const importRows = portal.table(
  "import_rows",
  {
    ...tenantKey(),
    importId: uuid("import_id").notNull(),
    line: integer("line").notNull(),
    email: text("email"),
    name: text("name"),
    externalId: text("external_id"),
    phone: text("phone"),
    locale: text("locale"),
    state: text("state", { enum: ["READY", "INVALID", "SKIPPED", "INVITED"] }).notNull(),
    reason: text("reason"),
    invitationId: uuid("invitation_id"),
    createdAt: instant("created_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);
