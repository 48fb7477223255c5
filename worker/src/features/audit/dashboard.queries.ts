import { sql } from "drizzle-orm";
import { orElse, pageRead } from "../../db/page.ts";
import { placeholder, read } from "../../db/read.ts";
import { auditEntryJson } from "../../db/wire.ts";

/** The filters, each with the index that finds its entries; the first that is given leads. */
const filters = {
  entityId: sql`g.entity_id = ${placeholder("entityId")}::uuid`,
  actorId: sql`g.actor_id = ${placeholder("actorId")}::uuid`,
  action: sql`g.action = ${placeholder("action")}`,
  entity: sql`g.entity = ${placeholder("entity")}`,
  actorKind: sql`g.actor_kind = ${placeholder("actorKind")}`,
};

/** What the audit log can be filtered by, besides time. */
export const auditFilters = Object.keys(filters) as (keyof typeof filters)[];

const list = (name: string, leading?: keyof typeof filters) =>
  pageRead(name, {
    from: sql`portal.audit_log g`,
    json: auditEntryJson,
    where: sql.join(
      [
        sql`g.organization_id = me.organization_id and g.at >= ${orElse("from", "timestamptz", "-infinity")}`,
        ...auditFilters.map((filter) =>
          filter === leading ? filters[filter] : sql`(${placeholder(filter)} is null or ${filters[filter]})`,
        ),
      ],
      sql` and `,
    ),
    sort: sql`g.at`,
    id: sql`g.id`,
    direction: "desc",
    beginning: orElse("to", "timestamptz", "infinity"),
  });

/** A page of the audit log, newest first: of everything, or along the index of a filter. */
export const listAuditEntries = {
  all: list("list_audit_entries"),
  entityId: list("list_audit_entries_of_record", "entityId"),
  actorId: list("list_audit_entries_of_actor", "actorId"),
  action: list("list_audit_entries_of_action", "action"),
  entity: list("list_audit_entries_of_kind", "entity"),
  actorKind: list("list_audit_entries_by_kind", "actorKind"),
};

/** One entry of the audit log. */
export const getAuditEntry = read(
  "get_audit_entry",
  sql`select ${auditEntryJson} from portal.audit_log g
    where g.organization_id = me.organization_id and g.id = ${placeholder("id")}::uuid`,
);
