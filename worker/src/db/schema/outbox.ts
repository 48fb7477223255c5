import { primaryKey, text } from "drizzle-orm/pg-core";
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
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);
