import * as z from "zod";
import { jsonText, pageValues, readAsEmployee } from "../../access.ts";
import { upsertAsEmployee } from "../../batch.ts";
import { changeAsEmployee, changeResponse, createAsEmployee, ifMatch, itemResponse } from "../../changes.ts";
import { newRouter } from "../../router.ts";
import { externalId, id } from "../../wire/common.ts";
import { NoteRecord, noteVisibility } from "../../wire/entities.ts";
import { recordOperations } from "../../wire/records.ts";
import {
  createNote,
  deleteNote,
  findNoteRecord,
  getNoteRecord,
  listNoteRecords,
  noteBatch,
  updateNote,
} from "./dashboard.queries.ts";
import { CreateNoteInput, UpdateNoteInput, UpsertNoteRow } from "./notes.schemas.ts";

/** Every customer's notes, for employees: shared and internal ones. */
export const noteRecordRoutes = newRouter();
const notes = recordOperations({
  path: "/dashboard/notes",
  tag: "Dashboard: notes",
  record: NoteRecord,
  page: "NoteRecordPage",
});

const listRoute = notes.list(
  {
    operationId: "listNoteRecords",
    summary: "Every customer's notes",
    description: "Newest first, shared and internal ones.",
  },
  {
    externalId: externalId.optional().openapi({
      description: "Only the one that has this external id; other filters do not count then.",
    }),
    customerId: id.optional().openapi({ description: "Only those about this customer." }),
    visibility: z.enum(noteVisibility).optional().openapi({ description: "Only these." }),
  },
);
noteRecordRoutes.openapi(listRoute, async (c) => {
  const { customerId, visibility = null, ...query } = c.req.valid("query");
  const { externalId } = query;
  if (externalId !== undefined)
    return jsonText(c, await readAsEmployee(c, findNoteRecord, { externalId })) as never;
  const list = listNoteRecords[customerId ? "customer" : "all"];
  const values = { ...pageValues(query), customerId, visibility };
  return jsonText(c, await readAsEmployee(c, list, values)) as never;
});

const getRoute = notes.get({ operationId: "getNoteRecord", summary: "One note" });
noteRecordRoutes.openapi(
  getRoute,
  async (c) => itemResponse(c, await readAsEmployee(c, getNoteRecord, c.req.valid("param"))) as never,
);

const createNoteRoute = notes.create(
  {
    operationId: "createNote",
    summary: "Write a note",
    description: "Its author is whoever is signed in. It is internal unless it says that it is shared.",
  },
  CreateNoteInput,
);
noteRecordRoutes.openapi(
  createNoteRoute,
  async (c) =>
    (await createAsEmployee(c, { action: "createNote" }, (db, me) =>
      createNote(db, me, c.req.valid("json")),
    )) as never,
);

const updateRoute = notes.update(
  {
    operationId: "updateNote",
    summary: "Change a note",
    description: "A note that becomes `SHARED` is seen by its customer at once. Its author stays.",
  },
  UpdateNoteInput,
);
noteRecordRoutes.openapi(updateRoute, async (c) => {
  const { id } = c.req.valid("param");
  const change = await changeAsEmployee(c, { action: "updateNote" }, (db, me) =>
    updateNote(db, me, id, c.req.valid("json"), ifMatch(c)),
  );
  return changeResponse(c, change) as never;
});

const deleteRoute = notes.delete({ operationId: "deleteNote", summary: "Delete a note" });
noteRecordRoutes.openapi(deleteRoute, async (c) => {
  const { id } = c.req.valid("param");
  await changeAsEmployee(c, { action: "deleteNote" }, (db, me) => deleteNote(db, me, id, ifMatch(c)));
  return c.body(null, 204);
});

const batchRoute = notes.batch(
  {
    operationId: "upsertNotes",
    summary: "Make, change and delete many notes",
    description:
      "A row that fails fails alone, and the answer is 200. A second row about one record fails. At most 4 MiB.",
  },
  UpsertNoteRow,
);
noteRecordRoutes.openapi(batchRoute, async (c) => {
  const batch = { action: "upsertNotes", spec: noteBatch, create: CreateNoteInput };
  return (await upsertAsEmployee(c, batch, c.req.valid("json"))) as never;
});
