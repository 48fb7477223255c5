import { and, eq, sql } from "drizzle-orm";
import type { Employee, TenantDb } from "../../db/client.ts";
import { columnsOf, type BatchSpec } from "../../db/batch.ts";
import {
  changeItem,
  createdItem,
  deleteItem,
  externalRead,
  itemRead,
  type ItemSpec,
} from "../../db/items.ts";
import { pageRead, type PageSpec } from "../../db/page.ts";
import { placeholder } from "../../db/read.ts";
import { notes } from "../../db/schema/notes.ts";
import { noteRecordJson } from "../../db/wire.ts";
import { newId } from "../../lib/ids.ts";

const item: ItemSpec = { entity: "note", from: sql`portal.notes n`, alias: "n", json: noteRecordJson };

const of = (customer: boolean): PageSpec => ({
  from: item.from,
  json: item.json,
  where: sql`n.organization_id = me.organization_id
    ${customer ? sql`and n.customer_id = ${placeholder("customerId")}::uuid` : sql``}
    and (${placeholder("visibility")} is null or n.visibility = ${placeholder("visibility")})`,
  sort: sql`n.created_at`,
  id: sql`n.id`,
  direction: "desc",
});

/** A page of the organization's notes, or of one customer's: newest first. */
export const listNoteRecords = {
  all: pageRead("list_note_records", of(false)),
  customer: pageRead("list_note_records_of_customer", of(true)),
};

/** One note of the organization. */
export const getNoteRecord = itemRead(item);

/** The one note that has an external id, as a list. */
export const findNoteRecord = externalRead(item);

/** What employees say in a note. */
type Values = Pick<typeof notes.$inferInsert, "externalId" | "title" | "body" | "visibility">;

/** Writes a note about a customer of this organization; the foreign key refuses any other. */
export async function createNote(db: TenantDb, me: Employee, values: Values & { customerId: string }) {
  const id = newId();
  const organizationId = me.organization_id;
  await db.insert(notes).values({ ...values, organizationId, id, authorId: me.user_id });
  return createdItem(db, item, organizationId, id);
}

/** Changes a note; its author stays. */
export function updateNote(
  db: TenantDb,
  me: Employee,
  id: string,
  values: Partial<Values>,
  etags: string[] | null,
) {
  return changeItem(db, item, me.organization_id, id, etags, () =>
    db
      .update(notes)
      .set({ ...values, updatedAt: sql`now()` })
      .where(and(eq(notes.organizationId, me.organization_id), eq(notes.id, id))),
  );
}

/** Deletes a note. */
export const deleteNote = (db: TenantDb, me: Employee, id: string, etags: string[] | null) =>
  deleteItem(db, item, me.organization_id, id, etags);

/** Many notes at once. */
export const noteBatch: BatchSpec = {
  item,
  table: "notes",
  columns: columnsOf(notes, ["externalId", "customerId", "authorId", "title", "body", "visibility"]),
  made: (me) => ({ authorId: me.user_id }),
};
