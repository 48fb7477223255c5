import { toDay, toInstant, toLocal } from "../lib/zoned.ts";

/** The day that a task is due on, as an input has it; null where it has none. */
export const dueDayOf = (dueAt: string | null | undefined, timeZone: string): string | null =>
  dueAt ? toDay(dueAt, timeZone) : null;

/** The moment at which a task of a day becomes overdue: the end of that day, or the time of day that it had before. */
export function dueAtOf(day: string | null, timeZone: string, before?: string | null): string | null {
  if (!day) return null;
  if (before && day === toDay(before, timeZone)) return before;
  const clock = before ? toLocal(before, timeZone).slice(11) : "23:59";
  return toInstant(`${day}T${clock}`, timeZone);
}
