import { addDays, toDay, toInstant, toLocal } from "../lib/zoned.ts";

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

/** When tasks are due, as a list can be asked. */
export const dueFilters = ["overdue", "today", "week"] as const;
type DueFilter = (typeof dueFilters)[number];

/** The same as the API's bounds: behind the first instant, until the second. */
export function dueBounds(
  filter: DueFilter,
  timeZone: string,
  now = Date.now(),
): { dueAfter?: string; dueUntil: string } {
  const today = toDay(now, timeZone);
  // The last millisecond of the day before: what is due at midnight belongs to the day that begins then.
  const before = (day: string) => new Date(Date.parse(toInstant(`${day}T00:00`, timeZone)) - 1).toISOString();
  // To the minute, so that asking again asks the same.
  if (filter === "overdue") return { dueUntil: new Date(now - (now % 60_000)).toISOString() };
  return { dueAfter: before(today), dueUntil: before(addDays(today, filter === "today" ? 1 : 7)) };
}
