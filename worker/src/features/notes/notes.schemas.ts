import * as z from "zod";
import { id, plainText } from "../../wire/common.ts";
import { noteVisibility } from "../../wire/entities.ts";

const fields = {
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
    title: fields.title,
    body: fields.body,
    visibility: fields.visibility.default("INTERNAL"),
  })
  .openapi("CreateNoteInput");

export const UpdateNoteInput = z
  .strictObject(fields)
  .partial()
  .openapi("UpdateNoteInput", { description: "What is absent stays.", example: { visibility: "SHARED" } });
