import { unexpected } from "./errors.ts";
import { Fields } from "./messages.ts";

/** A column of an answer: its name, and how its text becomes a value. */
export interface Column {
  name: string;
  parse: (text: string) => unknown;
}

const asText = (text: string) => text;
const asJson = (text: string): unknown => JSON.parse(text);

/** By the type's number in pg_type. The rest stays text: what JavaScript has no value for, or drizzle's columns map. */
const parsers = new Map<number, Column["parse"]>([
  [16, (text) => text === "t"],
  ...[21, 23, 26, 700, 701].map((type) => [type, Number] as const),
  ...[114, 3802].map((type) => [type, asJson] as const),
]);

/** The columns of a RowDescription. */
export function columnsOf(body: Uint8Array): Column[] {
  const fields = new Fields(body);
  return Array.from({ length: fields.int16() }, () => {
    const name = fields.cstring();
    fields.bytes(6);
    const parse = parsers.get(fields.int32()) ?? asText;
    fields.bytes(8);
    return { name, parse };
  });
}

/** The values of a DataRow. */
export function valuesOf(columns: Column[], body: Uint8Array): unknown[] {
  const fields = new Fields(body);
  if (fields.int16() !== columns.length) throw unexpected("a row of other columns");
  return columns.map(({ parse }) => {
    const length = fields.int32();
    return length < 0 ? null : parse(fields.text(length));
  });
}

/** The type of a parameter, where it is better said: a statement does not always say that something is a boolean. */
export const typeOf = (value: unknown): number => (typeof value === "boolean" ? 16 : 0);

/** A parameter as text. */
export function textOf(value: unknown): string | null {
  if (value === null || typeof value === "string") return value;
  if (["number", "bigint", "boolean"].includes(typeof value)) return String(value);
  throw new TypeError(`A parameter must be text, a number, a boolean or null, not ${typeof value}`);
}
