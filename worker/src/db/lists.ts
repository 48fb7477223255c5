import { sql } from "drizzle-orm";

/**
 * Values as rows, in one parameter however many they are: `in` makes a hash table of them, `= any (array…)` looks each
 * up in an index.
 */
export const listOf = (values: string[], type: "text" | "uuid" = "text") =>
  sql`(select json_array_elements_text(${JSON.stringify(values)}::json)::${sql.raw(type)})`;
