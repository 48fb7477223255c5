import { localeOf } from "../../lib/locale.ts";
import type { PortalElement } from "../../lib/portal-element.ts";

const units = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
] as const;

/** "just now", "20 minutes ago", "3 days ago": the server knows it to within five minutes. */
export function agoInWords(host: PortalElement, iso: string): string {
  const passed = Date.now() - Date.parse(iso);
  const [unit, size] = units.find(([, least]) => passed >= least) ?? units[2];
  if (unit === "minute" && passed < 10 * size) return host.localize.term("justNow");
  const say = new Intl.RelativeTimeFormat(localeOf(host), { numeric: "auto" });
  return say.format(-Math.floor(passed / size), unit);
}

/** "3 March", with the year where it is not this one. */
export function dayInWords(host: PortalElement, iso: string): string {
  const date = new Date(iso);
  const year = date.getFullYear() === new Date().getFullYear() ? undefined : "numeric";
  return new Intl.DateTimeFormat(localeOf(host), {
    day: "numeric",
    month: "long",
    ...(year && { year }),
  }).format(date);
}
