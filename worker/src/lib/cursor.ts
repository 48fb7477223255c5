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

/** The position of a cursor as `pageRead` makes them, or null where the text is no cursor of such a list. */
export function decodeCursor(cursor: string, kind: SortKind): Position | null {
  try {
    const bytes = Uint8Array.from(atob(cursor.replaceAll("-", "+").replaceAll("_", "/")), (character) =>
      character.charCodeAt(0),
    );
    const value: unknown = JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(bytes));
    if (!Array.isArray(value) || value.length !== 2) return null;
    const [sort, id] = value as unknown[];
    if (typeof sort !== "string" || typeof id !== "string") return null;
    return isSort[kind](sort) && uuid.test(id) ? [sort, id] : null;
  } catch {
    return null;
  }
}
