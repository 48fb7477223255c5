/** Where a list was left: the sort instant and the id of the last item. */
export type Position = [time: string, id: string];

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

/** The position of a cursor as `pageRead` makes them, or null where the text is no cursor of ours. */
export function decodeCursor(cursor: string): Position | null {
  try {
    const value: unknown = JSON.parse(atob(cursor.replaceAll("-", "+").replaceAll("_", "/")));
    if (!Array.isArray(value) || value.length !== 2) return null;
    const [time, id] = value as unknown[];
    if (typeof time !== "string" || typeof id !== "string") return null;
    return isInstant(time) && uuid.test(id) ? [time, id] : null;
  } catch {
    return null;
  }
}
