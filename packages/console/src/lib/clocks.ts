import { clocksDiffer, dayKey, format, time, zoneCity } from "@portico/elements/internal/lib/time.ts";

/** What the clocks of a zone show at a moment. */
export interface Clock {
  timeZone: string;
  /** "9:30", with the weekday where it is another day there than in the first zone. */
  text: string;
  city: string;
}

/** What clocks show at a moment in those zones that read differently from the ones before; the first is always there. */
export function clocksOf(locale: string, instant: string, zones: (string | null | undefined)[]): Clock[] {
  const shown: string[] = [];
  for (const zone of zones) {
    if (zone && shown.every((other) => clocksDiffer(instant, zone, other))) shown.push(zone);
  }
  const days = shown.map((timeZone) => dayKey({ locale, timeZone }, instant));
  return shown.map((timeZone, n) => {
    const context = { locale, timeZone };
    const weekday = days[n] === days[0] ? "" : `${format(context, instant, { weekday: "short" })} `;
    return { timeZone, text: weekday + time(context, instant), city: zoneCity(timeZone) };
  });
}
