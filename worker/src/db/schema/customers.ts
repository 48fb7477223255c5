import { sql } from "drizzle-orm";
import { primaryKey, text } from "drizzle-orm/pg-core";
import { changed, portal, searchWords, sortName, tenantKey, timestamps } from "./common.ts";

export const customers = portal.table(
  "customers",
  {
    ...tenantKey(),
    externalId: text("external_id"),
    name: text("name").notNull(),
    email: text("email"),
    phone: text("phone"),
    address: text("address"),
    timeZone: text("time_zone"),
    locale: text("locale"),
    sortName: sortName(),
    words: searchWords("words").generatedAlwaysAs(
      sql`portal.customer_words(organization_id, name, email, phone, external_id)`,
    ),
    changed: changed(),
    ...timestamps(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);
