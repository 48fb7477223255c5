import { jsonb, primaryKey, text, uuid } from "drizzle-orm/pg-core";
import { actorKinds } from "../../lib/roles.ts";
import { instant, portal, tenantKey } from "./common.ts";

export const auditLog = portal.table(
  "audit_log",
  {
    ...tenantKey(),
    at: instant("at").notNull().defaultNow(),
    actorId: uuid("actor_id").notNull(),
    actorName: text("actor_name").notNull(),
    actorKind: text("actor_kind", { enum: actorKinds }).notNull().default("EMPLOYEE"),
    action: text("action").notNull(),
    entity: text("entity").notNull(),
    entityId: uuid("entity_id").notNull(),
    before: jsonb("before"),
    after: jsonb("after"),
    network: text("network"),
    userAgent: text("user_agent"),
    requestId: uuid("request_id").notNull(),
  },
  (table) => [primaryKey({ columns: [table.organizationId, table.id] })],
);
