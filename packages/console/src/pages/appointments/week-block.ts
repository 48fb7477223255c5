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

function labelOf(host: PortalElement, record: AppointmentRecord, zone: string): string {
  const words = appointmentsWords(host);
  return [
    `${record.title}, ${record.customer.name}`,
    whenText(host, record, zone),
    ...elsewhere(host, record, zone),
    appointmentWords(host)[record.status],
    ...(record.employee ? [words.with(record.employee.name)] : []),
    ...(record.overlaps ? [words.overlapping(record.overlaps)] : []),
  ].join(", ");
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
  const context = { locale: host.localize.lang, timeZone: zone };
  const minutes = end - start;
  const isLow = minutes < 60 && !isGhost;
  const size = minutes < 40 ? "line" : "";
  // What is as planned says nothing; what is done has its tick.
  const isSaid = status !== "CONFIRMED" && status !== "COMPLETED";
  const state = isSaid ? appointmentWords(host)[status] : "";
  const away = elsewhere(host, record, zone);
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
      ?data-ghost=${isGhost}
      tabindex=${isCurrent ? 0 : -1}
    >
      <span class="sr">${labelOf(host, record, zone)}</span>
      <span class="title" aria-hidden="true">
        ${overlaps ? html`<span class="mark">⚠</span>` : nothing}
        ${status === "COMPLETED" ? html`<span class="done">✓</span>` : nothing}
        <span class="name">${title}</span>
      </span>
      ${
        isLow
          ? html`<span aria-hidden="true" class="line2 num"
              >${state ? html`<span class="state">${state}</span> ` : nothing}<span class="clock"
                >${time(context, record.startsAt)} </span
              >${customer.name}</span
            >`
          : html`<span aria-hidden="true" class="line2">${customer.name}</span>
              <span aria-hidden="true" class="line2 num">
                ${state ? html`<span class="state">${state}</span> · ` : nothing}${timeRange(
                  context,
                  record.startsAt,
                  record.endsAt,
                )}${employee ? html` · <span class="who">${initials(employee.name)}</span>` : nothing}
              </span>
              ${away.length ? html`<span aria-hidden="true" class="line2 num">${away.join(" · ")}</span>` : nothing}`
      }
      ${segment.isEnd && !isGhost ? html`<span class="handle" aria-hidden="true"></span>` : nothing}
    </button>
  </div>`;
}
