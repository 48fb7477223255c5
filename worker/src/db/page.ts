import { sql, type SQL } from "drizzle-orm";
import { placeholder, read, type Read } from "./read.ts";

/** How a list is ordered and cut: by an instant and then the id, both along one index. */
export interface PageSpec {
  /** The table with its alias. */
  from: SQL;
  /** The row's wire shape. */
  json: SQL;
  /** Which rows; may use `me`. */
  where: SQL;
  /** The instant that orders; never null. */
  sort: SQL;
  /** The id that breaks ties. */
  id: SQL;
  direction: "asc" | "desc";
}

/** Where a list begins: before every instant and id, in its own direction. */
const beginnings = {
  asc: { beyond: sql`>`, time: "-infinity", id: "00000000-0000-0000-0000-000000000000" },
  desc: { beyond: sql`<`, time: "infinity", id: "ffffffff-ffff-ffff-ffff-ffffffffffff" },
};

/**
 * A placeholder's value, or `otherwise` where it is null. Not `coalesce`: PostgreSQL takes that for something that might
 * leak a row, so that under row-level security it would filter by it behind the index rather than within.
 */
export const orElse = (name: string, type: string, otherwise: string) =>
  sql`case when ${placeholder(name)} is null then ${sql.raw(`'${otherwise}'::${type}`)} else ${placeholder(name)}::${sql.raw(type)} end`;

/**
 * A page of a list. Placeholders: `limit`, and `afterTime` with `afterId`, the position behind which it begins (null:
 * at the beginning). One row more than asked is read to know whether there is a next page. The cursor is the position
 * as base64url; `decodeCursor` reads it.
 */
export function pageRead(name: string, spec: PageSpec): Read {
  const { beyond, time, id } = beginnings[spec.direction];
  const order = sql`${spec.sort} ${sql.raw(spec.direction)}, ${spec.id} ${sql.raw(spec.direction)}`;
  const limit = sql`${placeholder("limit")}::int`;
  return read(
    name,
    sql`
    select json_build_object(
      'items', coalesce(json_agg(r.item order by r.place) filter (where r.place <= ${limit}), '[]'),
      'nextCursor', case when count(*) > ${limit} then translate(encode(convert_to(
        max(json_build_array(r.sort, r.id)::text) filter (where r.place = ${limit}), 'UTF8'), 'base64'), E'+/=\\n', '-_') end)
      from (
        select ${spec.json} as item, ${spec.sort}::text as sort, ${spec.id} as id,
               row_number() over (order by ${order}) as place
          from ${spec.from}
         where ${spec.where}
           and (${spec.sort}, ${spec.id}) ${beyond} (${orElse("afterTime", "timestamptz", time)}, ${orElse("afterId", "uuid", id)})
         order by ${order}
         limit ${limit} + 1
      ) r`,
  );
}
