/** A moment as a sentence says it, with its zone: `24 November 2026 at 21:05 CET`. */
export const momentIn = (locale: string, at: Date, timeZone: string) =>
  new Intl.DateTimeFormat(locale, {
    day: "numeric",
    month: "long",
    year: "numeric",
    hour: "2-digit",
    minute: "2-digit",
    timeZoneName: "short",
    timeZone,
  }).format(at);
