import * as z from "zod";
import { externalId, id, instant, plainText } from "../../wire/common.ts";
import { rowCustomer, rowNames } from "../../wire/batch.ts";
import { Task, taskStatus } from "../../wire/entities.ts";

const fields = {
  externalId: externalId.nullable(),
  title: plainText(200).openapi({ example: "Fill in the health questionnaire" }),
  description: plainText(5000, { lines: true }).nullable(),
  status: z.enum(taskStatus),
  priority: Task.shape.priority,
  dueAt: instant.nullable(),
};

export const CreateTaskInput = z
  .strictObject({
    customerId: id,
    externalId: fields.externalId.default(null),
    title: fields.title,
    description: fields.description.default(null),
    status: fields.status.default("OPEN"),
    priority: fields.priority.default("NORMAL"),
    dueAt: fields.dueAt.default(null),
  })
  .openapi("CreateTaskInput");

export const UpsertTaskRow = z
  .strictObject({ ...fields, ...rowNames, ...rowCustomer })
  .partial()
  .openapi("UpsertTaskRow", { description: "What is absent stays, or is as for a new task (RFC 7396)." });

export const UpdateTaskInput = z
  .strictObject(fields)
  .partial()
  .openapi("UpdateTaskInput", { description: "What is absent stays; null empties a field (RFC 7396)." });
