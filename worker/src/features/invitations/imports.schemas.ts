import * as z from "zod";
import { id, instant } from "../../wire/common.ts";
import { importReasons, type ImportReason } from "./imports.reasons.ts";

export const importRowState = ["READY", "INVALID", "SKIPPED", "INVITED"] as const;

export const CreateInvitationImportInput = z
  .strictObject({
    csv: z.string().min(1).openapi({
      description:
        "The file's text, at most 5,000 rows. The header names the columns: `email` (required), `name`, `externalId`, `phone`, `locale`; others are ignored.",
      example: "email;name\nada@northwind.example;Ada Okafor",
    }),
    separator: z
      .enum([",", ";", "\t"])
      .optional()
      .openapi({ description: "Absent: the one that the header has most of." }),
  })
  .openapi("CreateInvitationImportInput");

const count = z.number().int();

export const InvitationImport = z
  .object({
    id,
    status: z.enum(["PREVIEW", "RUNNING", "DONE", "CANCELLED", "FAILED"]).openapi({
      description:
        "Nothing is sent in a `PREVIEW`, which goes after 7 days; while it is `RUNNING`, the counts tell how far it is. `FAILED`: tried again and again for an hour, in vain; whoever is `INVITED` is. It goes 30 days after its end.",
    }),
    counts: z.object({ total: count, ready: count, invalid: count, skipped: count, invited: count }),
    createdAt: instant,
    confirmedAt: instant.nullable(),
    finishedAt: instant.nullable(),
  })
  .openapi("InvitationImport");

export const InvitationImportRow = z
  .object({
    line: z.number().int().openapi({ description: "Where it begins in the file, from 1." }),
    email: z.string().nullable(),
    name: z.string().nullable(),
    state: z.enum(importRowState),
    reason: z
      .enum(Object.keys(importReasons) as [ImportReason, ...ImportReason[]])
      .nullable()
      .openapi({ description: "Why it is `INVALID` or `SKIPPED`." }),
    message: z.string().nullable().openapi({ description: "The reason in English, for developers." }),
  })
  .openapi("InvitationImportRow");
