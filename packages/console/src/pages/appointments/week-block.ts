import type { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import type { AppointmentRecord } from "@portico/client/dashboard";
import { shortDay, time, timeRange } from "@portico/elements/internal/lib/time.ts";
import { initials } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { clocksOf } from "../../lib/clocks.ts";
import { place } from "../../lib/place.ts";
import { appointmentWords } from "../../records/appointment-words.ts";
import type { Segment, Times } from "./layout.ts";
import { appointmentsWords } from "./words.ts";

/** "Wed 25 Nov, 9:30 – 10:15" */
export function whenText(host: PortalElement, times: Times, zone: string): string {
  const context = { locale: host.localize.lang, timeZone: zone };
  return `${shortDay(context, times.startsAt)}, ${timeRange(context, times.startsAt, times.endsAt)}`;
}

/** The times of an appointment where clocks show another one than the organization's: its customer's, its own. */
export function elsewhere(host: PortalElement, record: AppointmentRecord, zone: string): string[] {
  const zones = [zone, record.customer.timeZone, record.timeZone];
  const [, ...others] = clocksOf(host.localize.lang, record.startsAt, zones);
  return others.map(({ text, city }) => appointmentsWords(host).timeIn(text, city));
}

interface Texts {
  words: object;
  statuses: object;
  zone: string;
  label: string;
  start: string;
  range: string;
  away: string;
}

// Formatting is what a full week costs, and every step of a drag renders it anew.
const known = new WeakMap<AppointmentRecord, Texts>();

function textsOf(host: PortalElement, record: AppointmentRecord, zone: string): Texts {
  const words = appointmentsWords(host);
  const statuses = appointmentWords(host);
  const before = known.get(record);
  // Words change once, when those of another language have come.
  if (before?.words === words && before.statuses === statuses && before.zone === zone) return before;
  const context = { locale: host.localize.lang, timeZone: zone };
  const away = elsewhere(host, record, zone);
  const label = [
    `${record.title}, ${record.customer.name}`,
    whenText(host, record, zone),
    ...away,
    statuses[record.status],
    ...(record.employee ? [words.with(record.employee.name)] : []),
    ...(record.overlaps ? [words.overlapping(record.overlaps)] : []),
  ].join(", ");
  const start = time(context, record.startsAt);
  const range = timeRange(context, record.startsAt, record.endsAt);
  const texts = { words, statuses, zone, label, start, range, away: away.join(" · ") };
  known.set(record, texts);
  return texts;
}

interface BlockOptions {
  zone: string;
  isCurrent: boolean;
  isMoving: boolean;
  /** It is where something is being moved to. */
  isGhost?: boolean;
}

/** A part of an appointment in a day's column. */
export function block(
  host: PortalElement,
  segment: Segment<AppointmentRecord>,
  { zone, isCurrent, isMoving, isGhost = false }: BlockOptions,
): TemplateResult {
  const { record, start, end, column, columns } = segment;
  const { status, title, customer, employee, overlaps } = record;
  const texts = textsOf(host, record, zone);
  const minutes = end - start;
  const isLow = minutes < 60 && !isGhost;
  const size = minutes < 40 ? "line" : "";
  // What is as planned says nothing; what is done has its tick.
  const isSaid = status !== "CONFIRMED" && status !== "COMPLETED";
  const state = isSaid ? appointmentWords(host)[status] : "";
  const properties = { "--start": start, "--end": end, "--column": column, "--columns": columns };
  return html`<div
    role="gridcell"
    class="cell ${isGhost ? "ghost" : ""} ${isMoving ? "lifted" : ""}"
    ${place(properties)}
  >
    <button
      type="button"
      class="block ${status.toLowerCase()} ${size}"
      data-key=${isGhost ? nothing : segment.key}
      tabindex=${isCurrent ? 0 : -1}
    >
      <span class="sr">${texts.label}</span>
      <span class="title" aria-hidden="true">
        ${overlaps ? html`<span class="mark">⚠</span>` : nothing}
        ${status === "COMPLETED" ? html`<span class="done">✓</span>` : nothing}
        <span class="name">${title}</span>
      </span>
      ${
        isLow
          ? html`<span aria-hidden="true" class="line2 num"
              >${state ? html`<span class="state">${state}</span> ` : nothing}<span class="clock"
                >${texts.start} </span
              >${customer.name}</span
            >`
          : html`<span aria-hidden="true" class="line2">${customer.name}</span>
              <span aria-hidden="true" class="line2 num">
                ${state ? html`<span class="state">${state}</span> · ` : nothing}${texts.range}${employee ? html` · <span class="who">${initials(employee.name)}</span>` : nothing}
              </span>
              ${texts.away ? html`<span aria-hidden="true" class="line2 num">${texts.away}</span>` : nothing}`
      }
      ${segment.isEnd && !isGhost ? html`<span class="handle" aria-hidden="true"></span>` : nothing}
    </button>
  </div>`;
}
