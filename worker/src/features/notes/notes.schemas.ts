import * as z from "zod";
import { externalId, id, plainText } from "../../wire/common.ts";
import { rowCustomer, rowNames } from "../../wire/batch.ts";
import { noteVisibility } from "../../wire/entities.ts";

const fields = {
  externalId: externalId.nullable(),
  title: plainText(200).openapi({ example: "After your filling" }),
  body: plainText(20_000, { lines: true }).openapi({
    description: "Markdown.",
    example: "Please do not eat on the **left side** today.",
  }),
  visibility: z.enum(noteVisibility),
};

export const CreateNoteInput = z
  .strictObject({
    customerId: id,
    externalId: fields.externalId.default(null),
    title: fields.title,
    body: fields.body,
    visibility: fields.visibility.default("INTERNAL"),
  })
  .openapi("CreateNoteInput");

export const UpsertNoteRow = z
  .strictObject({ ...fields, ...rowNames, ...rowCustomer })
  .partial()
  .openapi("UpsertNoteRow", { description: "What is absent stays, or is as for a new note (RFC 7396)." });

export const UpdateNoteInput = z
  .strictObject(fields)
  .partial()
  .openapi("UpdateNoteInput", { description: "What is absent stays.", example: { visibility: "SHARED" } });
