/** Where a list was left: what the last item is sorted by, and its id. */
export type Position = [sort: string, id: string];

/** What a list is sorted by. */
export type SortKind = "time" | "name";

const instant =
  /^(\d{4})-(\d\d)-(\d\d) (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?[+-](?:0\d|1[0-4])(?::[0-5]\d)?$/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Whether PostgreSQL takes it as an instant; a date that no calendar has would be an error there. */
function isInstant(text: string): boolean {
  if (text === "infinity") return true;
  const [, year, month, day] = (instant.exec(text) ?? []).map(Number);
  if (!year) return false;
  const date = new Date(Date.UTC(year, month! - 1, day));
  return date.getUTCMonth() === month! - 1 && date.getUTCDate() === day;
}

const isSort = {
  time: isInstant,
  // PostgreSQL's text holds everything but the character 0.
  name: (text: string) => !text.includes("\0"),
};

/** What a cursor says, or null where it is none. */
function decode(cursor: string): unknown[] | null {
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll("-", "+").replaceAll("_", "/")), (character) =>
      character.charCodeAt(0),
    );
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** The position of a cursor as `pageRead` makes them, or null where the text is no cursor of such a list. */
export function decodeCursor(cursor: string, kind: SortKind): Position | null {
  const value = decode(cursor);
  if (value?.length !== 2) return null;
  const [sort, id] = value;
  if (typeof sort !== "string" || typeof id !== "string") return null;
  return isSort[kind](sort) && uuid.test(id) ? [sort, id] : null;
}

/** Where somebody who follows changes has come to: a transaction, a record of it, and in seconds since when it is so. */
export interface ChangesPosition {
  after: string;
  afterId: string;
  since: number;
  /** What is followed. */
  entities: string;
}

/** The position of a cursor of changes, or null where the text is none. */
export function decodeChangesCursor(cursor: string): ChangesPosition | null {
  const [after, afterId, since, entities] = decode(cursor) ?? [];
  // PostgreSQL's number of a transaction has 64 bits.
  if (typeof after !== "string" || !/^\d{1,19}$/.test(after)) return null;
  if (typeof afterId !== "string" || !uuid.test(afterId)) return null;
  if (!Number.isSafeInteger(since) || typeof entities !== "string") return null;
  return { after, afterId, since: since as number, entities };
}
