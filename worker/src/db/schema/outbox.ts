import { integer, primaryKey, text } from "drizzle-orm/pg-core";
import { instant, portal, tenantKey } from "./common.ts";

export const outbox = portal.table(
  "outbox",
  {
    ...tenantKey(),
    to: text("to_address").notNull(),
    subject: text("subject").notNull(),
    text: text("text_body").notNull(),
    html: text("html_body").notNull(),
    createdAt: instant("created_at").notNull().defaultNow(),
    sentAt: instant("sent_at"),
    kind: text("kind").notNull().default("OTHER"),
    locale: text("locale").notNull().default("en"),
    fromName: text("from_name"),
    replyTo: text("reply_to"),
    attempts: integer("attempts").notNull().default(0),
    dueAt: instant("due_at").notNull().defaultNow(),
    leasedUntil: instant("leased_until"),
    failedAt: instant("failed_at"),
    lastError: text("last_error"),
    updatedAt: instant("updated_at").notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);
