import { addDays, startOfWeek } from "../../lib/zoned.ts";

/** How many days stand side by side where there is so much room, in rem. */
export const daysFor = (width: number): 1 | 3 | 7 => (width < 30 ? 1 : width < 52 ? 3 : 7);

/** What is shown around a day: one day of its week, three from it, or its week. */
export interface Period {
  /** The days that are shown. */
  days: string[];
  /** The days that are loaded: with one day, its week, so that its tabs can tell where something is. */
  loaded: string[];
  /** How far the next period is. */
  step: number;
}

const daysFrom = (first: string, count: number) => Array.from({ length: count }, (_, n) => addDays(first, n));

/** The period that a day is shown in. */
export function periodOf(day: string, count: 1 | 3 | 7, locale: string): Period {
  if (count === 3) {
    const days = daysFrom(day, 3);
    return { days, loaded: days, step: 3 };
  }
  const week = daysFrom(startOfWeek(day, locale), 7);
  return { days: count === 1 ? [day] : week, loaded: week, step: 7 };
}

/** "23 – 29 November 2026" */
export function periodText(days: string[], locale: string): string {
  const options = { day: "numeric", month: "long", year: "numeric", timeZone: "UTC" } as const;
  const [from, to] = [new Date(days[0]!), new Date(days.at(-1)!)];
  return new Intl.DateTimeFormat(locale, options).formatRange(from, to).replace(/\s*–\s*/, " – ");
}
