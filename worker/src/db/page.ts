import { sql, type SQL } from "drizzle-orm";
import { placeholder, read, type Read } from "./read.ts";

/** What a list read answers: the items as JSON text, and the sort key of the last one if there are more. */
export interface PageRow {
  items: string;
  next: [string, string] | null;
}

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

/**
 * A page in one statement. Placeholders: `limit`, and `afterTime` with `afterId` (both null on the first page).
 * One row more than asked is read to know whether there is a next page.
 */
export function pageRead(spec: PageSpec, continued: boolean): Read<PageRow> {
  const direction = sql.raw(spec.direction);
  const beyond = sql.raw(spec.direction === "asc" ? ">" : "<");
  // As text: the driver would make a Date of it, which knows neither microseconds nor infinity.
  const after = continued
    ? sql`and (${spec.sort}, ${spec.id}) ${beyond} (${placeholder("afterTime")}::text::timestamptz, ${placeholder("afterId")}::uuid)`
    : sql``;
  const limit = sql`${placeholder("limit")}::int`;
  return read<PageRow>(
    sql`p.*`,
    sql`cross join lateral (
    select coalesce(json_agg(r.item order by r.position) filter (where r.position <= ${limit}), '[]')::text as items,
           case when count(*) > ${limit} then
             (array_agg(json_build_array(r.sort, r.id) order by r.position))[${limit}]
           end as next
      from (
        select ${spec.json} as item, ${spec.sort}::text as sort, ${spec.id} as id,
               row_number() over (order by ${spec.sort} ${direction}, ${spec.id} ${direction}) as position
          from ${spec.from}
         where ${spec.where} ${after}
         order by ${spec.sort} ${direction}, ${spec.id} ${direction}
         limit ${limit} + 1
      ) r
  ) p`,
  );
}
