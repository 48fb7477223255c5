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
  const { organizationId, userId, kind, ...from } = author;
  const actors = sql.raw(kind === "KEY" ? "portal.api_keys" : "portal.users");
  const actorName = sql`(select u.name from ${actors} u
    where u.organization_id = ${organizationId}::uuid and u.id = ${userId}::uuid)`;
  const all = changes.flatMap((change) => [change, ...(change.also ?? [])]);
  const entries = all.flatMap((change) => {
    const fields = differences(parse(change.before), parse(change.after));
    if (!fields) return [];
    const { entity, id } = change;
    const who = { organizationId, actorId: userId, actorKind: kind, actorName: actorName as never, ...from };
    return [{ ...who, id: newId(), entity, entityId: id, ...fields }];
  });
  if (entries.length > 0) await db.insert(auditLog).values(entries);
}
