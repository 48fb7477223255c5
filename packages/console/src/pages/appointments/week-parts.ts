import type { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import { format } from "@portico/elements/internal/lib/time.ts";
import { html } from "lit";
import type { TemplateResult } from "lit";
import { place } from "../../lib/place.ts";
import { localOf, SLOT } from "./layout.ts";
import type { Stop } from "./layout.ts";
import { appointmentsWords } from "./words.ts";

// Times of the grid are clock times already.
const clockOf = (host: PortalElement) => ({ locale: host.localize.lang, timeZone: "UTC" });

/** The hours beside the days. */
export function hours(host: PortalElement): TemplateResult {
  const say = (hour: number) =>
    format(clockOf(host), new Date(hour * 3_600_000).toISOString(), { hour: "numeric" }).replace(/^0/, "");
  return html`<div class="hours" aria-hidden="true">
    ${Array.from({ length: 23 }, (_, n) => html`<span ${place({ "--hour": n + 1 })}>${say(n + 1)}</span>`)}
  </div>`;
}

/** Where the keyboard is, if nothing is there: one appointment can be made. */
export function freeSlot(host: PortalElement, at: Stop): TemplateResult {
  const words = appointmentsWords(host);
  const moment = `${localOf(at.day, at.minute)}Z`;
  const clock = { hour: "numeric", minute: "2-digit" } as const;
  const day = { weekday: "long", day: "numeric", month: "long" } as const;
  return html`<div role="gridcell" class="cell" ${place({ "--start": at.minute, "--end": at.minute + SLOT })}>
    <button type="button" class="slot" tabindex="0">
      <span class="sr">${words.free(format(clockOf(host), moment, { ...day, ...clock }))}</span>
      <span aria-hidden="true">${words.freeShort(format(clockOf(host), moment, clock))}</span>
    </button>
  </div>`;
}
