import { sql } from "drizzle-orm";

/** Values as a list of PostgreSQL's, for `= any`: one parameter, however many they are. */
export const listOf = (values: string[], type: "text" | "uuid" = "text") =>
  sql`(array(select json_array_elements_text(${JSON.stringify(values)}::json)::${sql.raw(type)}))`;
