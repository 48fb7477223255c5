// Days and clock times of a zone, as the inputs of forms have them: `2026-11-25` and `2026-11-25T09:30`.

const formats = new Map<string, Intl.DateTimeFormat>();

function formatOf(timeZone: string): Intl.DateTimeFormat {
  let format = formats.get(timeZone);
  if (!format) {
    const two = "2-digit";
    const options = { year: "numeric", month: two, day: two, hour: two, minute: two, second: two } as const;
    format = new Intl.DateTimeFormat("en-CA", { ...options, timeZone, hourCycle: "h23" });
    formats.set(timeZone, format);
  }
  return format;
}

/** What clocks show at a moment, as if it were UTC, in milliseconds. */
function clock(at: number, timeZone: string): number {
  const parts = Object.fromEntries(
    formatOf(timeZone)
      .formatToParts(at)
      .map((part) => [part.type, part.value]),
  );
  const { year, month, day, hour, minute, second } = parts;
  return Date.UTC(+year!, +month! - 1, +day!, +hour!, +minute!, +second!);
}

/** What a zone's clocks show at an instant: `2026-11-25T09:30`. */
export function toLocal(instant: string | number, timeZone: string): string {
  return new Date(clock(Number(new Date(instant)), timeZone)).toISOString().slice(0, 16);
}

/** The day of an instant in a zone: `2026-11-25`. */
export const toDay = (instant: string | number, timeZone: string): string =>
  toLocal(instant, timeZone).slice(0, 10);

/**
 * The instant at which a zone's clocks show a time. Of a time that they show twice it is the first; one that they skip
 * is moved on by as much as they are (RFC 5545, section 3.3.5).
 */
export function toInstant(local: string, timeZone: string): string {
  const wanted = Date.parse(`${local}Z`);
  const offsetAt = (at: number) => clock(at, timeZone) - at;
  const day = 86_400_000;
  const before = wanted - offsetAt(wanted - day);
  const after = wanted - offsetAt(wanted + day);
  const found = [before, after].find((at) => clock(at, timeZone) === wanted);
  return new Date(found ?? before).toISOString();
}

/** A day so many days later. */
export function addDays(day: string, days: number): string {
  return new Date(Date.parse(day) + days * 86_400_000).toISOString().slice(0, 10);
}

/** The first day of the week that a day is in, as the language has weeks. */
export function startOfWeek(day: string, locale: string): string {
  const asked = new Intl.Locale(locale) as Intl.Locale & {
    getWeekInfo?: () => { firstDay: number };
    weekInfo?: { firstDay: number };
  };
  const { firstDay } = asked.getWeekInfo?.() ?? asked.weekInfo ?? { firstDay: 1 };
  const weekday = new Date(day).getUTCDay();
  return addDays(day, -((weekday - firstDay + 7) % 7));
}
