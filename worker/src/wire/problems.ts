import * as z from "zod";
import { errors, type ErrorCode } from "../errors.ts";

/** The problem document (RFC 9457) that every error answers with. */
export const Problem = z
  .object({
    type: z.string().openapi({ description: "The page that explains the code." }),
    title: z.string(),
    status: z.number().int(),
    code: z.enum(Object.keys(errors) as [ErrorCode, ...ErrorCode[]]).openapi("ErrorCode"),
    detail: z.string().openapi({ description: "What to do about it." }),
    requestId: z.string().openapi({ description: "Quote it when you ask for help." }),
    errors: z
      .array(z.object({ path: z.string().openapi({ example: "email" }), message: z.string() }))
      .optional()
      .openapi({ description: "Each field that is wrong." }),
    organizations: z
      .array(z.object({ slug: z.string(), name: z.string() }))
      .optional()
      .openapi({ description: "With ORGANIZATION_REQUIRED: where the address can sign in." }),
  })
  .openapi("Problem");

/** The error responses of an operation, one a status, their codes named. */
export function problems(...codes: ErrorCode[]) {
  const byStatus = new Map<number, ErrorCode[]>();
  for (const code of [...codes, "INTERNAL", "UNAVAILABLE"] as ErrorCode[]) {
    const status = errors[code].status;
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  return Object.fromEntries(
    [...byStatus].map(([status, list]) => [
      status,
      {
        description: list.map((code) => `${code}: ${errors[code].title}.`).join(" "),
        content: {
          "application/problem+json": {
            schema: Problem,
            example: {
              type: `https://portal.example.com/docs/errors#${list[0]}`,
              title: errors[list[0]!].title,
              status,
              code: list[0],
              detail: `${errors[list[0]!].title}.`,
              requestId: "0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b",
            },
          },
        },
      },
    ]),
  );
}

/** A JSON response of `schema`. */
export const json = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  description,
  content: { "application/json": { schema } },
});

/** A JSON request body of `schema`, required. */
export const body = <Schema extends z.ZodType>(schema: Schema) => ({
  body: { required: true, content: { "application/json": { schema } } },
});

/** A JSON response of one record, with its ETag. */
export const item = <Schema extends z.ZodType>(schema: Schema, description: string) => ({
  ...json(schema, description),
  headers: z.object({
    ETag: z.string().openapi({ description: "This state of the record; send it back as `If-Match`." }),
  }),
});

/** The headers of a change. */
export const changeHeaders = z.object({
  "If-Match": z.string().max(1000).optional().openapi({
    description:
      "The ETag of the state that the change is meant for (RFC 9110, section 13.1.1): 412 if it is another by now.",
  }),
});

/** The headers of a create. */
export const createHeaders = z.object({
  "Idempotency-Key": z.string().optional().openapi({
    description:
      "1 to 255 visible ASCII characters, new for each thing to create. The same key and body give the first answer again for a day, another body 422.",
  }),
});

/** What every read at the dashboard may answer. */
export const readProblems = ["UNAUTHENTICATED", "FORBIDDEN", "KEY_IN_BROWSER", "RATE_LIMITED"] as const;

const writeProblems = [
  "INVALID_REQUEST",
  ...readProblems,
  "ORIGIN_NOT_ALLOWED",
  "PAYLOAD_TOO_LARGE",
  "UNSUPPORTED_MEDIA_TYPE",
] as const;

/** What every change of a record may answer. */
export const changeProblems = [...writeProblems, "NOT_FOUND", "PRECONDITION_FAILED"] as const;

/** What every create may answer. */
export const createProblems = [...writeProblems, "IDEMPOTENCY_KEY_REUSED"] as const;
