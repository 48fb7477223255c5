import { sql } from "drizzle-orm";
import { newId } from "../lib/ids.ts";
import type { ActorKind } from "../lib/roles.ts";
import type { TenantDb } from "./client.ts";
import { auditLog } from "./schema/audit-log.ts";

/** What a record of the audit log is about. */
export type AuditEntity =
  | "organization"
  | "employee"
  | "customer"
  | "appointment"
  | "task"
  | "note"
  | "invitation"
  | "import"
  | "mail"
  | "session"
  | "api_key";

/** What one change did to one record: its wire shape before and after, as PostgreSQL wrote it; null where it was not there. */
export interface Change {
  entity: AuditEntity;
  id: string;
  before: string | null;
  after: string | null;
  /** What changed along with it. */
  also?: Change[];
}

/** Who made it, and from where. */
export interface Author {
  organizationId: string;
  kind: ActorKind;
  /** The user, or the key. */
  userId: string;
  action: string;
  network: string | null;
  userAgent: string | null;
  requestId: string;
}

type Fields = Record<string, unknown>;

/** Of a record that stayed, only the fields that differ; when it was changed says the entry itself. */
function differences(before: Fields | null, after: Fields | null) {
  if (!before || !after) return { before, after };
  const names = Object.keys({ ...before, ...after }).filter(
    (name) => name !== "updatedAt" && JSON.stringify(before[name]) !== JSON.stringify(after[name]),
  );
  const pick = (fields: Fields) => Object.fromEntries(names.map((name) => [name, fields[name] ?? null]));
  return names.length > 0 ? { before: pick(before), after: pick(after) } : null;
}

/** Writes changes into the audit log, in the transaction that makes them. What changed nothing leaves no entry. */
export async function recordChanges(db: TenantDb, author: Author, changes: Change[]): Promise<void> {
  const parse = (text: string | null) => (text === null ? null : (JSON.parse(text) as Fields));
  const all = changes.flatMap((change) => [change, ...(change.also ?? [])]);
  const entries = all.flatMap((change) => {
    const fields = differences(parse(change.before), parse(change.after));
    if (!fields) return [];
    return [{ id: newId(), entity: change.entity, entityId: change.id, ...fields }];
  });
  if (entries.length === 0) return;
  const { organizationId, userId, kind, action, network, userAgent, requestId } = author;
  // One parameter however many they are: a batch has 500.
  await db.execute(sql`
    insert into ${auditLog} (organization_id, id, actor_id, actor_kind, actor_name, action, entity, entity_id, before,
           after, network, user_agent, request_id)
    select u.organization_id, r.id, u.id, ${kind}, u.name, ${action}, r.entity, r."entityId", r.before, r.after,
           ${network}, ${userAgent}, ${requestId}::uuid
      from json_to_recordset(${JSON.stringify(entries)}::json)
             as r(id uuid, entity text, "entityId" uuid, before jsonb, after jsonb)
      join ${sql.raw(kind === "KEY" ? "portal.api_keys" : "portal.users")} u on u.organization_id = ${organizationId}::uuid and u.id = ${userId}::uuid`);
}
