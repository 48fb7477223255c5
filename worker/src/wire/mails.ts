import * as z from "zod";
import { mailErrors, type MailErrorCode } from "../mail/error.ts";
import { id, instant } from "./common.ts";

export const mailStatus = ["QUEUED", "SENT", "FAILED"] as const;

export const MailRecord = z
  .object({
    id,
    kind: z.string().openapi({ description: "What it is about.", example: "REGISTRATION_CODE" }),
    to: z.string().openapi({ example: "ada@northwind.example" }),
    status: z.enum(mailStatus).openapi({
      description:
        "`QUEUED`: sent at `dueAt` or soon after. `SENT`: the provider has taken it. `FAILED`: refused, or not taken within three days; it can be sent again.",
    }),
    attempts: z.number().int(),
    dueAt: instant.nullable(),
    sentAt: instant.nullable(),
    failedAt: instant.nullable(),
    lastError: z
      .union([
        z.object({
          code: z.enum(Object.keys(mailErrors) as [MailErrorCode, ...MailErrorCode[]]),
          message: z.string().openapi({ example: `${mailErrors.UNAVAILABLE} (HTTP 503)` }),
        }),
        z.null(),
      ])
      .openapi({ description: "Why the last attempt failed." }),
    createdAt: instant,
    updatedAt: instant,
  })
  .openapi("MailRecord", {
    description: "A mail without its subject and words, which may hold a code or a link.",
  });
