import { sql, type SQL } from "drizzle-orm";
import { placeholder, read, type Read } from "./read.ts";

/** In which order a list is shown: by an instant or a name, and then the id, both along one index. */
export interface PageOrder {
  /** What orders; never null. */
  sort: SQL;
  /** The id that breaks ties. */
  id: SQL;
  /** Which way along instants; names go from A to Z. */
  direction: keyof typeof directions;
  /** The instant or name behind which the list begins, if that is not the first of all. */
  beginning?: SQL;
}

/** What a list shows. */
export interface PageSpec extends PageOrder {
  /** The table with its alias. */
  from: SQL;
  /** The row's wire shape. */
  json: SQL;
  /** Which rows; may use `me`. */
  where: SQL;
  /** Where `from` ends before the list does: its last row's `sort` and id, behind which the next page begins. */
  horizon?: SQL;
}

const lowestId = "00000000-0000-0000-0000-000000000000";
const highestId = "ffffffff-ffff-ffff-ffff-ffffffffffff";

const directions = {
  asc: { by: sql`asc`, beyond: sql`>`, type: "timestamptz", first: "-infinity", ids: [lowestId, highestId] },
  desc: { by: sql`desc`, beyond: sql`<`, type: "timestamptz", first: "infinity", ids: [highestId, lowestId] },
  names: { by: sql`asc`, beyond: sql`>`, type: "text", first: "", ids: [lowestId, highestId] },
};

/**
 * A placeholder's value, or `otherwise` where it is null. Not `coalesce`: PostgreSQL takes that for something that might
 * leak a row, so that under row-level security it would filter by it behind the index rather than within.
 */
export const orElse = (name: string, type: string, otherwise: string | SQL) => {
  const other = typeof otherwise === "string" ? sql.raw(`'${otherwise}'::${type}`) : otherwise;
  return sql`case when ${placeholder(name)} is null then ${other} else ${placeholder(name)}::${sql.raw(type)} end`;
};

/** The order of a list in SQL. */
export function orderOf({ sort, id, direction }: PageOrder): SQL {
  const { by } = directions[direction];
  return sql`${sort} ${by}, ${id} ${by}`;
}

/** Whether a row lies behind the cursor: the placeholders `after` and `afterId`, both null at the beginning. */
export function isBehindCursor({ sort, id, direction, beginning }: PageOrder): SQL {
  const { beyond, type, first, ids } = directions[direction];
  const [every, none] = ids as [string, string];
  return sql`(${sort}, ${id}) ${beyond}
    (${orElse("after", type, beginning ?? first)}, ${orElse("afterId", "uuid", beginning ? none : every)})`;
}

/** A position as a cursor: base64url of its JSON; lib/cursor.ts reads it. */
export const cursorOf = (position: SQL) =>
  sql`translate(encode(convert_to(${position}, 'UTF8'), 'base64'), E'+/=\\n', '-_')`;

/**
 * A page of a list. Placeholders: `limit`, and those of the cursor. One row more than asked is read to know whether
 * there is a next page. The cursor is the position as base64url; `decodeCursor` reads it.
 */
export function pageRead(name: string, spec: PageSpec): Read {
  const order = orderOf(spec);
  const limit = sql`${placeholder("limit")}::int`;
  const horizon = spec.horizon
    ? sql`else (select ${cursorOf(sql`json_build_array(h.sort, h.id)::text`)} from ${spec.horizon} h (sort, id))`
    : sql``;
  return read(
    name,
    sql`
    select json_build_object(
      'items', coalesce(json_agg(r.item order by r.place) filter (where r.place <= ${limit}), '[]'),
      'nextCursor', case when count(*) > ${limit}
        then ${cursorOf(sql`max(json_build_array(r.sort, r.id)::text) filter (where r.place = ${limit})`)} ${horizon} end)
      from (
        select ${spec.json} as item, ${spec.sort}::text as sort, ${spec.id} as id,
               row_number() over (order by ${order}) as place
          from ${spec.from}
         where ${spec.where} and ${isBehindCursor(spec)}
         order by ${order}
         limit ${limit} + 1
      ) r`,
  );
}
