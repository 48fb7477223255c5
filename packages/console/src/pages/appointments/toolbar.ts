import type { AppointmentRecord } from "@portico/client/dashboard";
import { format, zoneCity } from "@portico/elements/internal/lib/time.ts";
import { segmented } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { live } from "lit/directives/live.js";
import { router } from "../../lib/router.ts";
import { addDays } from "../../lib/zoned.ts";
import { dialog } from "../../parts/dialog.ts";
import { icons } from "../../parts/icons.ts";
import { appointmentWords } from "../../records/appointment-words.ts";
import type { AppointmentsPage } from "./appointments.ts";
import { segmentsOf } from "./layout.ts";
import { periodText } from "./place-in-time.ts";
import type { Period } from "./place-in-time.ts";
import { appointmentsWords } from "./words.ts";

const statuses = ["REQUESTED", "CONFIRMED", "COMPLETED", "NO_SHOW", "CANCELLED"] as const;

const choose = (name: string) => (event: Event) =>
  router.go(router.hrefWith({ [name]: (event.target as HTMLSelectElement).value, cursor: null }));

function select(
  label: string,
  name: string,
  value: string,
  choices: (readonly [string, string])[],
): TemplateResult {
  return html`<select aria-label=${label} @change=${choose(name)}>
    ${choices.map(
      ([choice, text]) => html`<option value=${choice} .selected=${live(choice === value)}>${text}</option>`,
    )}
  </select>`;
}

function filters(host: AppointmentsPage): TemplateResult {
  const words = appointmentsWords(host);
  const { employeeId = "", status = "" } = host.filters;
  const people = (host.employees.value ?? []).map(({ id, name }) => [id, name] as const);
  const states = statuses.map((one) => [one, appointmentWords(host)[one]] as const);
  return html`<div class="filters ${host.isList ? "first" : ""}">
    ${
      host.isList
        ? html`<input type="date" aria-label=${words.from} .value=${host.day} @change=${choose("day")} />`
        : nothing
    }
    ${select(words.employee, "employee", employeeId, [["", words.everybody], ...people])}
    ${select(words.status, "status", status, [["", words.anyStatus], ...states])}
  </div>`;
}

function steps(host: AppointmentsPage, { days, step }: Period): TemplateResult {
  const words = appointmentsWords(host);
  const go = (day: string | null) => () => router.go(router.hrefWith({ day, cursor: null }));
  const arrow = (label: string, icon: unknown, day: string) =>
    html`<button type="button" class="btn icon" aria-label=${label} @click=${go(day)}>${icon}</button>`;
  return html`<div class="steps">
      ${arrow(words.earlier, icons.previous, addDays(host.day, -step))}
      <button type="button" class="btn" @click=${go(null)}>${words.today}</button>
      ${arrow(words.later, icons.next, addDays(host.day, step))}
    </div>
    <div class="period">
      <h2>${periodText(days, host.time.locale)}</h2>
      <span class="small">${words.clocks(zoneCity(host.time.timeZone))}</span>
    </div>`;
}

/** Where in time one is, whose appointments are shown, and how. */
export function toolbar(host: AppointmentsPage, period: Period): TemplateResult {
  const words = appointmentsWords(host);
  const views = [["", words.week] as const, ["list", words.list] as const];
  const show = (view: string) => router.go(router.hrefWith({ view, cursor: null }));
  return html`<div class="toolbar">
    ${host.isList ? nothing : steps(host, period)} ${filters(host)}
    ${segmented(words.view, views, host.isList ? "list" : "", show)}
    ${
      host.isList
        ? nothing
        : html`<button type="button" class="btn icon help" aria-label=${words.help} @click=${host.help}>
            ?
          </button>`
    }
  </div>`;
}

/** The days of a week as tabs, where there is room for one: which one is shown, and on which something is. */
export function dayTabs(
  host: AppointmentsPage,
  days: string[],
  records: AppointmentRecord[],
): TemplateResult {
  const words = appointmentsWords(host);
  const context = { locale: host.time.locale, timeZone: "UTC" };
  const segments = segmentsOf(records, days, host.time.timeZone);
  return html`<nav class="dayTabs" aria-label=${words.days}>
    ${days.map((day) => {
      const full = format(context, day, { weekday: "long", day: "numeric", month: "long" });
      const count = segments.get(day)!.length;
      return html`<a
        class="quiet ${day === host.today ? "today" : ""} ${count ? "some" : ""}"
        href=${router.hrefWith({ day })}
        aria-current=${day === host.day ? "date" : nothing}
        ><span class="sr">${words.count(full, count)}</span
        ><span aria-hidden="true">${format(context, day, { weekday: "short" })}</span
        ><b class="num" aria-hidden="true">${Number(day.slice(8))}</b></a
      >`;
    })}
  </nav>`;
}

/** The keys of the week. */
export function helpDialog(host: AppointmentsPage, close: () => void): TemplateResult {
  const words = appointmentsWords(host);
  return dialog(
    host,
    { heading: words.helpHeading, close },
    html`<p class="second">${words.helpPointer}</p>
      <dl class="keys">
        ${words.keys.map(
          ([key, what]) =>
            html`<dt><kbd>${key}</kbd></dt>
              <dd>${what}</dd>`,
        )}
      </dl>`,
  );
}
