import { primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { changed, instant, portal, tenantKey, timestamps } from "./common.ts";

export const appointments = portal.table(
  "appointments",
  {
    ...tenantKey(),
    customerId: uuid("customer_id").notNull(),
    employeeId: uuid("employee_id"),
    title: text("title").notNull(),
    description: text("description"),
    status: text("status", { enum: ["REQUESTED", "CONFIRMED", "CANCELLED", "COMPLETED", "NO_SHOW"] })
      .notNull()
      .default("REQUESTED"),
    startsAt: instant("starts_at").notNull(),
    endsAt: instant("ends_at").notNull(),
    timeZone: text("time_zone").notNull(),
    location: text("location"),
    meetingUrl: text("meeting_url"),
    externalId: text("external_id"),
    changed: changed(),
    ...timestamps(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);
