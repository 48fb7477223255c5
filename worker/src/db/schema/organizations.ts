import { jsonb, text, uuid } from "drizzle-orm/pg-core";
import type { Terms } from "../../wire/terms.ts";
import { instant, portal, timestamps } from "./common.ts";

export const organizations = portal.table("organizations", {
  id: uuid("id").primaryKey(),
  slug: text("slug").notNull().unique(),
  name: text("name").notNull(),
  timeZone: text("time_zone").notNull().default("UTC"),
  locale: text("locale").notNull().default("en"),
  registration: text("registration", { enum: ["OPEN", "INVITATION", "OFF"] })
    .notNull()
    .default("OPEN"),
  accentColor: text("accent_color"),
  logoUrl: text("logo_url"),
  terms: jsonb("terms").$type<Terms>().notNull().default({}),
  allowedOrigins: text("allowed_origins").array().notNull().default([]),
  portalUrl: text("portal_url"),
  contactEmail: text("contact_email"),
  embedSeenAt: instant("embed_seen_at"),
  embedSeenUrl: text("embed_seen_url"),
  setupDismissedAt: instant("setup_dismissed_at"),
  ...timestamps(),
});
