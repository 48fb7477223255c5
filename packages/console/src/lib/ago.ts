import { daysFromToday, relativeDay } from "@portico/elements/internal/lib/time.ts";
import type { TimeContext } from "@portico/elements/internal/lib/time.ts";

/** How long ago, as people say it: "now", "12 minutes ago", "3 hours ago", "yesterday", "2 weeks ago". */
export function ago(context: TimeContext, iso: string, now = Date.now()): string {
  const minutes = Math.round((now - Date.parse(iso)) / 60_000);
  const say = new Intl.RelativeTimeFormat(context.locale, { numeric: "auto" });
  if (minutes < 1) return say.format(0, "second");
  if (minutes < 60) return say.format(-minutes, "minute");
  const hours = Math.floor(minutes / 60);
  if (hours < 6 || daysFromToday(context, iso) === 0) return say.format(-hours, "hour");
  return relativeDay(context, iso);
}

/** A part of the day, in a zone: as whoever works there is greeted. */
export function partOfDay(timeZone: string, now = Date.now()): "morning" | "afternoon" | "evening" {
  const options = { hour: "2-digit", hourCycle: "h23", timeZone } as const;
  const hour = Number(new Intl.DateTimeFormat("en-GB", options).format(now));
  if (hour >= 4 && hour < 12) return "morning";
  return hour >= 12 && hour < 18 ? "afternoon" : "evening";
}

/** What somebody is called by: their name without titles and what comes after it. */
export const firstName = (name: string): string =>
  name
    .trim()
    .replace(/^((dr|prof|mr|mrs|ms|dipl|ing|med)\b\.?[\s-]*)+/i, "")
    .split(/\s+/)[0] || name;
