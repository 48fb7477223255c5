import * as z from "zod";
import { id, instant, plainText } from "../../wire/common.ts";
import { Task, taskStatus } from "../../wire/entities.ts";

const fields = {
  title: plainText(200).openapi({ example: "Fill in the health questionnaire" }),
  description: plainText(5000, { lines: true }).nullable(),
  status: z.enum(taskStatus),
  priority: Task.shape.priority,
  dueAt: instant.nullable(),
};

export const CreateTaskInput = z
  .strictObject({
    customerId: id,
    title: fields.title,
    description: fields.description.default(null),
    status: fields.status.default("OPEN"),
    priority: fields.priority.default("NORMAL"),
    dueAt: fields.dueAt.default(null),
  })
  .openapi("CreateTaskInput");

export const UpdateTaskInput = z
  .strictObject(fields)
  .partial()
  .openapi("UpdateTaskInput", { description: "What is absent stays; null empties a field (RFC 7396)." });
