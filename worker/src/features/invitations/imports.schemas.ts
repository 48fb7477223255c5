import * as z from "zod";
import { id, instant } from "../../wire/common.ts";

export const importRowState = ["READY", "INVALID", "SKIPPED", "INVITED"] as const;

/** Why a row is not invited: its code, what becomes of it, and what to do about it. */
export const importReasons = {
  TOO_MANY_FIELDS: ["INVALID", "The line has more fields than the header. Put quotes around separators."],
  EMAIL_MISSING: ["INVALID", "There is no email address."],
  EMAIL_INVALID: ["INVALID", "The email address is not one."],
  NAME_INVALID: ["INVALID", "The name has more than 200 characters, or control characters."],
  EXTERNAL_ID_INVALID: ["INVALID", "The external id has more than 100 characters, or control characters."],
  PHONE_INVALID: ["INVALID", "The phone number is not one."],
  LOCALE_INVALID: ["INVALID", "The language is not a tag such as en or de-AT."],
  EXTERNAL_ID_REPEATED: ["INVALID", "A line before has the same external id with another address."],
  EXTERNAL_ID_TAKEN: ["INVALID", "The customer with this external id has another email address."],
  SEVERAL_CUSTOMERS: ["INVALID", "Several customers have this address. Invite the right one by itself."],
  REPEATED: ["SKIPPED", "A line before has the same address."],
  HAS_ACCOUNT: ["SKIPPED", "There is an account already."],
  ALREADY_INVITED: ["SKIPPED", "There is an open invitation already."],
} as const satisfies Record<string, ["INVALID" | "SKIPPED", string]>;

/** A reason's code. */
export type ImportReason = keyof typeof importReasons;

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
    status: z.enum(["PREVIEW", "RUNNING", "DONE", "CANCELLED"]).openapi({
      description: "Nothing is sent in a `PREVIEW`; while it is `RUNNING`, the counts tell how far it is.",
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
