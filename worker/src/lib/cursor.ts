import { base64url } from "./crypto.ts";

/** Where a list was left: the sort instant and the id of the last item. */
export type Position = [time: string, id: string];

const instant = /^(?:infinity|\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?[+-]\d\d(?::\d\d)?)$/;
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The opaque cursor of a position. */
export function encodeCursor(position: Position): string {
  return base64url(new TextEncoder().encode(JSON.stringify(position)));
}

/** The position of a cursor, or null where the text is no cursor of ours. */
export function decodeCursor(cursor: string): Position | null {
  try {
    const value: unknown = JSON.parse(atob(cursor.replaceAll("-", "+").replaceAll("_", "/")));
    if (!Array.isArray(value) || value.length !== 2) return null;
    const [time, id] = value as unknown[];
    if (typeof time !== "string" || typeof id !== "string" || !instant.test(time) || !uuid.test(id))
      return null;
    return Number.isNaN(Date.parse(time.replace(" ", "T").replace(/([+-]\d\d)$/, "$1:00"))) &&
      time !== "infinity"
      ? null
      : [time, id];
  } catch {
    return null;
  }
}
