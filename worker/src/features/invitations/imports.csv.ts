import type * as z from "zod";
import { PorticoError } from "../../errors.ts";
import { parseCsv } from "../../lib/csv.ts";
import { newId } from "../../lib/ids.ts";
import { email } from "../../wire/common.ts";
import type { ImportReason } from "./imports.reasons.ts";
import { customerFields } from "./invitations.schemas.ts";

const maxRows = 5000;

/** What the columns are called: headers are compared without case, blanks and punctuation. */
const aliases = {
  email: ["email", "mail", "emailaddress", "emailadresse"],
  name: ["name", "fullname", "customername", "customer", "kunde"],
  externalId: ["externalid", "id", "customerid", "customernumber", "kundennummer"],
  phone: ["phone", "phonenumber", "telephone", "telefon", "telefonnummer"],
  locale: ["locale", "language", "sprache"],
} as const;
type Column = keyof typeof aliases;
const columns = Object.keys(aliases) as Column[];

const rules: Record<Column, [z.ZodType<string>, ImportReason]> = {
  email: [email, "EMAIL_INVALID"],
  name: [customerFields.name, "NAME_INVALID"],
  externalId: [customerFields.externalId, "EXTERNAL_ID_INVALID"],
  phone: [customerFields.phone, "PHONE_INVALID"],
  locale: [customerFields.locale, "LOCALE_INVALID"],
};

/** A row of the file, and what is wrong with it by itself or beside the rows before. */
export type FileRow = Record<Column, string | null> & {
  /** In the order of the lines. */
  id: string;
  line: number;
  reason: ImportReason | null;
};

const refused = (message: string) =>
  new PorticoError("INVALID_REQUEST", {
    errors: [{ path: "csv", message }],
    detail: "See `errors` for what to change in the file.",
  });

/** The separator that the header has most of, outside of quotes. */
function findSeparator(text: string): string {
  const header = (/[^\r\n]+/.exec(text)?.[0] ?? "").replace(/"[^"]*"/g, "");
  const count = (separator: string) => header.split(separator).length;
  return [",", ";", "\t"].reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** Which column has which field. */
function readHeader(header: string[]): Map<Column, number> {
  const found = new Map<Column, number>();
  header.forEach((name, position) => {
    const plain = name.toLowerCase().replace(/[^a-z0-9]/g, "");
    const column = columns.find((candidate) => (aliases[candidate] as readonly string[]).includes(plain));
    if (column === undefined) return;
    if (found.has(column)) throw refused(`has two columns for ${column}`);
    found.set(column, position);
  });
  if (!found.has("email")) throw refused("must begin with a header that has a column email");
  return found;
}

/** Reads a list of people to invite. Throws where the file as a whole cannot be read. */
export function readRows(csv: string, separator?: string): FileRow[] {
  // What PostgreSQL cannot keep: NUL, and halves of characters.
  const text = csv.replace(/[\0\p{Surrogate}]/gu, "\ufffd");
  const read = parseCsv(text, separator ?? findSeparator(text), maxRows + 2);
  if (!read) throw refused("has a quote that is opened and never closed");
  const [header, ...records] = read;
  if (!header) throw refused("is empty");
  const positions = readHeader(header.fields);
  if (records.length === 0) throw refused("has a header and no rows");
  if (records.length > maxRows) throw refused(`must have at most ${maxRows} rows`);
  const seen = { emails: new Set<string>(), externalIds: new Set<string>() };
  const now = Date.now();
  return records.map(({ line, fields }, index) => {
    const isTooLong = fields.length > header.fields.length;
    const row: FileRow = { ...readFields(positions, fields), id: newId(now + index), line };
    if (isTooLong) row.reason = "TOO_MANY_FIELDS";
    row.reason ??= repetition(row, seen);
    return row;
  });
}

/** The fields in the shape in which they are kept; of a field that cannot be, what there is to show. */
function readFields(positions: Map<Column, number>, record: string[]) {
  const fields = { email: null, name: null, externalId: null, phone: null, locale: null } as Record<
    Column,
    string | null
  >;
  let reason: ImportReason | null = null;
  for (const column of columns) {
    const value = record[positions.get(column) ?? -1]?.trim();
    if (!value) continue;
    const [schema, ifWrong] = rules[column];
    const { success, data } = schema.safeParse(value);
    if (!success) reason ??= ifWrong;
    fields[column] = success ? data : value.replace(/[\x00-\x1f\x7f]+/g, " ").slice(0, 300);
  }
  if (fields.email === null) reason = "EMAIL_MISSING";
  return { ...fields, reason };
}

/** Whether an earlier row that is fine said the same. */
function repetition(
  { email, externalId }: FileRow,
  seen: Record<"emails" | "externalIds", Set<string>>,
): ImportReason | null {
  if (seen.emails.has(email!)) return "REPEATED";
  if (externalId !== null && seen.externalIds.has(externalId)) return "EXTERNAL_ID_REPEATED";
  seen.emails.add(email!);
  if (externalId !== null) seen.externalIds.add(externalId);
  return null;
}
