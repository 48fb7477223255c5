/** How and where times are said: a language tag and a time zone. */
export interface TimeContext {
  locale: string;
  timeZone: string;
}

const formats = new Map<string, Intl.DateTimeFormat>();

// Making an Intl.DateTimeFormat costs far more than using it.
function formatter(
  { locale, timeZone }: TimeContext,
  options: Intl.DateTimeFormatOptions,
): Intl.DateTimeFormat {
  const key = locale + timeZone + JSON.stringify(options);
  let format = formats.get(key);
  if (!format) formats.set(key, (format = new Intl.DateTimeFormat(locale, { ...options, timeZone })));
  return format;
}

// English 24-hour clocks are read as "9:30"; the locale data pads them.
const trim = (text: string, locale: string) =>
  /^en/i.test(locale) ? text.replace(/\b0(\d:\d\d)/g, "$1") : text;

/** Formats a moment with any Intl options, in the context's zone and language. */
export function format(context: TimeContext, iso: string, options: Intl.DateTimeFormatOptions): string {
  return trim(formatter(context, options).format(new Date(iso)), context.locale);
}

/** "9:30 – 10:15" */
export function timeRange(context: TimeContext, from: string, to: string): string {
  const options = { hour: "numeric", minute: "2-digit" } as const;
  if (dayKey(context, from) !== dayKey(context, to)) {
    return `${format(context, from, options)} – ${format(context, to, { ...options, weekday: "short" })}`;
  }
  const range = formatter(context, options).formatRange(new Date(from), new Date(to));
  return trim(range, context.locale)
    .replace(/\s*–\s*/, " – ")
    .replace(/\sUhr$/, "");
}

/** "9:30" */
export const time = (context: TimeContext, iso: string): string =>
  format(context, iso, { hour: "numeric", minute: "2-digit" });

/** "Wed 25 Nov", with the year where it is not this one and the month alone could mislead. */
export function shortDay(context: TimeContext, iso: string): string {
  const far = Math.abs(Date.parse(iso) - Date.now()) > 300 * 86_400_000;
  return format(context, iso, {
    weekday: "short",
    day: "numeric",
    month: "short",
    ...(far && { year: "numeric" }),
  }).replace(/^(\p{L}+), /u, "$1 ");
}

/** "18 November", with the year where it is not this one. */
export function longDay(context: TimeContext, iso: string): string {
  const sameYear = dayKey(context, iso).slice(0, 4) === dayKey(context, new Date().toISOString()).slice(0, 4);
  return format(context, iso, { day: "numeric", month: "long", ...(!sameYear && { year: "numeric" }) });
}

/** `2026-11-25`: the calendar day in the context's zone, for grouping and counting. */
export const dayKey = ({ timeZone }: TimeContext, iso: string): string =>
  formatter({ locale: "en-CA", timeZone }, { year: "numeric", month: "2-digit", day: "2-digit" }).format(
    new Date(iso),
  );

/** Whole calendar days from today to that day in the context's zone; negative in the past. */
export function daysFromToday(context: TimeContext, iso: string): number {
  const day = (value: string) => Date.parse(dayKey(context, value));
  return Math.round((day(iso) - day(new Date().toISOString())) / 86_400_000);
}

/** "today", "tomorrow", "in 3 days", "in 2 weeks", "3 months ago" */
export function relativeDay(context: TimeContext, iso: string): string {
  const days = daysFromToday(context, iso);
  const size = Math.abs(days);
  const say = new Intl.RelativeTimeFormat(context.locale, { numeric: "auto" });
  if (size < 14) return say.format(days, "day");
  if (size < 60) return say.format(Math.trunc(days / 7), "week");
  if (size < 700) return say.format(Math.trunc(days / 30.4), "month");
  return say.format(Math.trunc(days / 365), "year");
}

/** "45 minutes", "1 hour 30 minutes" */
export function duration({ locale }: TimeContext, from: string, to: string): string {
  const minutes = Math.round((Date.parse(to) - Date.parse(from)) / 60_000);
  const unit = (value: number, name: string) =>
    new Intl.NumberFormat(locale, { style: "unit", unit: name, unitDisplay: "long" }).format(value);
  if (minutes < 60 || minutes === 90) return unit(minutes, "minute");
  const rest = minutes % 60;
  return unit(Math.floor(minutes / 60), "hour") + (rest ? ` ${unit(rest, "minute")}` : "");
}

/** "New York" for `America/New_York`; good enough in any language, because cities are names. */
export const zoneCity = (timeZone: string): string => timeZone.split("/").pop()!.replaceAll("_", " ");

/** Whether a moment reads differently on the clocks of two zones. */
export const clocksDiffer = (iso: string, one: string, other: string): boolean =>
  one !== other &&
  time({ locale: "en-GB", timeZone: one }, iso) + dayKey({ locale: "en", timeZone: one }, iso) !==
    time({ locale: "en-GB", timeZone: other }, iso) + dayKey({ locale: "en", timeZone: other }, iso);
