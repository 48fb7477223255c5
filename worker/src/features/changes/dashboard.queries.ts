import { sql, type SQL } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import { cursorOf } from "../../db/page.ts";
import { placeholder, read, wireTime } from "../../db/read.ts";
import { deletions } from "../../db/schema/deletions.ts";
import { appointmentRecordJson, customerRecordJson, noteRecordJson, taskRecordJson } from "../../db/wire.ts";

/** What can be followed: the tables, each with its alias and its wire shape. */
const followed = {
  customers: ["c", customerRecordJson],
  appointments: ["a", appointmentRecordJson],
  tasks: ["t", taskRecordJson],
  notes: ["n", noteRecordJson],
} as const;

/** The names of what can be followed. */
export const followedEntities = Object.keys(followed) as (keyof typeof followed)[];

const limit = sql`${placeholder("limit")}::int`;
const entities = sql`string_to_array(${placeholder("entities")}, ',')`;
const position = sql`(${placeholder("after")}::xid8, ${placeholder("afterId")}::uuid)`;

/** The next of one table behind the position, none of them of a transaction that others may still overtake. */
const next = (table: SQL | PgTable, alias: string, entity: SQL, where: SQL) => {
  const row = sql.raw(alias);
  return sql`(select ${entity} as entity, ${row}.changed, ${row}.id from ${table} ${row}
    where ${row}.organization_id = me.organization_id and (${row}.changed, ${row}.id) > ${position}
      and ${row}.changed < h.horizon and ${where}
    order by ${row}.changed, ${row}.id limit ${limit} + 1)`;
};

const records = followedEntities.map((name) =>
  next(
    sql.raw(`portal.${name}`),
    followed[name][0],
    sql.raw(`'${name}'`),
    sql`${sql.raw(`'${name}'`)} = any (${entities})`,
  ),
);
const gone = next(deletions, "d", sql`d.entity`, sql`d.entity = any (${entities})`);

/** One change: the record as it is now, or what is left of it. */
const shapes = followedEntities.map((name) => {
  const [alias, json] = followed[name];
  const row = sql.raw(alias);
  return sql`select json_build_object('entity', r.entity, 'id', r.id, 'externalId', ${row}.external_id,
      'deleted', false, 'at', ${wireTime(sql`${row}.updated_at`)}, 'record', ${json}) as item
    from ${sql.raw(`portal.${name}`)} ${row}
   where r.entity = ${sql.raw(`'${name}'`)} and ${row}.organization_id = me.organization_id and ${row}.id = r.id`;
});
const tombstone = sql`select json_build_object('entity', r.entity, 'id', r.id, 'externalId', d.external_id,
      'deleted', true, 'at', ${wireTime(sql`d.at`)}, 'record', null) as item
    from portal.deletions d where d.organization_id = me.organization_id and d.id = r.id`;

/**
 * What has changed behind a position, in the order of transactions, up to the oldest that is still under way: whatever
 * commits later has a place beyond that. Placeholders: `after` and `afterId`, `since`, `entities` and `limit`. The next
 * position is behind the last change of the page, or where there is no more, the horizon.
 */
export const listChanges = read(
  "list_changes",
  sql`
    select json_build_object(
      'items', coalesce(json_agg(p.item order by p.place) filter (where p.place <= ${limit}), '[]'),
      'nextCursor', ${cursorOf(sql`(case when count(p.place) > ${limit}
        then json_build_array(max(p.changed::text) filter (where p.place = ${limit}),
          max(p.id::text) filter (where p.place = ${limit}), ${placeholder("since")}::bigint, ${placeholder("entities")})
        else json_build_array(max(h.horizon::text), '00000000-0000-0000-0000-000000000000',
          extract(epoch from now())::bigint, ${placeholder("entities")}) end)::text`)},
      'hasMore', count(p.place) > ${limit})
      from (select pg_snapshot_xmin(pg_current_snapshot()) as horizon) h
      left join lateral (
        select r.*, i.item
          from (select r.*, row_number() over (order by r.changed, r.id) as place
                  from (${sql.join([...records, gone], sql` union all `)}) r
                 order by r.changed, r.id limit ${limit} + 1) r
          join lateral (${sql.join([...shapes, tombstone], sql` union all `)}) i on true
      ) p on true`,
);
