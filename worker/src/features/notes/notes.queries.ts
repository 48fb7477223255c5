import { sql } from "drizzle-orm";
import { pageRead, type PageSpec } from "../../db/page.ts";
import { placeholder, read } from "../../db/read.ts";
import { noteJson } from "../../db/wire.ts";

const shared = sql`n.organization_id = me.organization_id and n.customer_id = me.customer_id and n.visibility = 'SHARED'`;

const newest: PageSpec = {
  from: sql`portal.notes n`,
  json: noteJson,
  where: shared,
  sort: sql`n.created_at`,
  id: sql`n.id`,
  direction: "desc",
};

/** A page of the notes shared with the customer, newest first. */
export const listNotes = pageRead("list_notes", newest);

/** One shared note. */
export const getNote = read(
  "get_note",
  sql`select ${noteJson} from portal.notes n where ${shared} and n.id = ${placeholder("id")}::uuid`,
);
