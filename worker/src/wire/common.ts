// Gives zod its `.openapi(…)`.
import "@hono/zod-openapi";
import * as z from "zod";

/** An id: a UUID, made by the server. */
export const id = z.uuid().openapi({ example: "0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b" });

/** An instant in UTC with milliseconds (RFC 3339). PostgreSQL's calendar has no year 0, its clock no endless digits. */
export const instant = z.iso
  .datetime()
  .refine((text) => text.length <= 40, { error: "must have at most 40 characters" })
  .refine((text) => !text.startsWith("0000"), { error: "must be in the year 1 or later" })
  .openapi({ example: "2026-11-25T08:30:00.000Z" });

/** A check that remembers what has passed it: asking Intl costs as much as the rest of a batch's row. */
function remembering(isGood: (name: string) => boolean): (name: string) => boolean {
  const known = new Set<string>();
  return (name) => {
    if (known.has(name)) return true;
    try {
      if (!isGood(name)) return false;
    } catch {
      return false;
    }
    // There are ways without end to write one name.
    if (known.size < 1000) known.add(name);
    return true;
  };
}

const isTimeZone = remembering(
  (name) => Boolean(new Intl.DateTimeFormat("en", { timeZone: name })) && !/^[+-]/.test(name),
);
const isLocale = remembering((tag) => Intl.getCanonicalLocales(tag).length === 1);

/** An IANA time zone that this runtime knows. */
export const timeZone = z
  .string()
  .max(64)
  .refine(isTimeZone, { error: "must be an IANA time zone such as Europe/Berlin" })
  .openapi({ example: "Europe/Berlin" });

/** A language tag (BCP 47). */
export const locale = z
  .string()
  .max(35)
  .refine(isLocale, { error: "must be a language tag such as en or de-AT" })
  .openapi({ example: "en" });

/** An organization's name in addresses. */
export const slug = z
  .string()
  .regex(/^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/, { error: "must be a slug: a-z, 0-9 and inner hyphens" })
  .openapi({ example: "northwind" });

/** Text that PostgreSQL can keep and a person can read: no control characters but, where `lines`, line breaks. */
export const plainText = (max: number, options: { min?: number; lines?: boolean } = {}) =>
  z
    .string()
    // Half of a character is none, and JSON for PostgreSQL must not have it.
    .overwrite((value) => value.toWellFormed())
    .trim()
    .min(options.min ?? 1)
    .max(max)
    .refine((value) => !(options.lines ? /[\0-\x08\x0b\x0c\x0e-\x1f\x7f]/ : /[\0-\x1f\x7f]/).test(value), {
      error: "must not have control characters",
    });

/** A record's id in the organization's own system; no two records of its kind share one. */
export const externalId = plainText(100).openapi({
  description: "The record's id in the organization's own system; no two of its kind share one.",
  example: "K-1042",
});

/** An email address, compared without regard to case. */
export const email = z
  .string()
  .trim()
  .toLowerCase()
  .max(254)
  .pipe(z.email({ error: "must be an email address" }))
  .openapi({ type: "string", format: "email", example: "ada@northwind.example" });

/** A telephone number as people write it. */
export const phone = plainText(40)
  .refine((value) => /^\+?[\d\s()./-]{3,40}$/.test(value), {
    error: "must be a phone number such as +49 30 1234567",
  })
  .openapi({ example: "+49 30 1234567" });

/** The address of something on the web, without a user's name or password in it. */
export const httpsUrl = plainText(2000)
  .refine(
    (text) => {
      const url = URL.parse(text);
      return url?.protocol === "https:" && url.username === "" && url.password === "";
    },
    { error: "must be an address that begins with https://" },
  )
  .openapi({ format: "uri" });

/** Yes or no in a query. */
export const flag = z.enum(["true", "false"]).optional().openapi({ type: "string", example: "true" });

/** The `limit` and `cursor` of every list. */
export const pageQuery = {
  limit: z.coerce
    .number()
    .int()
    .min(1)
    .max(100)
    .default(20)
    .openapi({ description: "How many items at most, 1 to 100.", example: 20 }),
  cursor: z
    .string()
    .max(512)
    .optional()
    .openapi({ description: "`nextCursor` of the page before; only with the same filters." }),
};

/** A page of a list. */
export const pageOf = <Item extends z.ZodType>(item: Item, name: string) =>
  z
    .object({
      items: z.array(item),
      nextCursor: z
        .string()
        .nullable()
        .openapi({ description: "Ask with it for the next page; null at the end." }),
    })
    .openapi(name);

/** Several values of an enumeration in one query parameter: `status=OPEN,IN_PROGRESS`. */
export const oneOrMore = <const Values extends readonly [string, ...string[]]>(
  values: Values,
  description: string,
) =>
  z
    .string()
    .transform((text) => text.split(","))
    .pipe(z.array(z.enum(values)).min(1).max(values.length))
    .optional()
    .openapi({
      type: "string",
      description: `${description} One or more of ${values.join(", ")}, comma separated.`,
      example: values[0],
    });

/** The `id` of an item's path. */
export const idParam = z.object({ id: id.openapi({ param: { name: "id", in: "path" } }) });

/** A password to keep, of any characters. */
export const newPassword = z.string().min(8).max(128).openapi({
  description: "8 to 128 characters, any; kept as an argon2id hash.",
  example: "a long sentence is fine",
});

/** A password to compare: every one that might once have been allowed. */
export const password = z.string().min(1).max(128);

/** The code of a mail. */
export const code = z
  .string()
  .trim()
  .regex(/^\d{6}$/, { error: "must be the six digits of the mail" })
  .openapi({ example: "493817" });
