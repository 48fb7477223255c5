import type { AppointmentRecord, Employee } from "@portico/client/dashboard";
import { duration, format, time, zoneCity } from "@portico/elements/internal/lib/time.ts";
import type { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { clocksOf } from "../lib/clocks.ts";
import type { FormController } from "../lib/form.ts";
import { toDay, toLocal } from "../lib/zoned.ts";
import { selectField, textArea, textField } from "../parts/fields.ts";
import { lengthsWith, timesOf } from "./appointment-draft.ts";
import type { AppointmentDraft } from "./appointment-draft.ts";
import { appointmentWords } from "./appointment-words.ts";

/** What the fields of an appointment show. */
interface FieldsState {
  form: FormController;
  /** The appointment that is changed. */
  shown: AppointmentRecord | undefined;
  /** What the fields held at first, and hold now. */
  begin: AppointmentDraft;
  draft: AppointmentDraft;
  customerZone: string | null | undefined;
  /** What the employee has at the same time. */
  others: AppointmentRecord[];
  /** Who can be chosen; undefined until that is known. */
  employees: Employee[] | undefined;
}

/** The fields of an appointment, and what follows from them: its end, its times elsewhere, who has something else then. */
export function appointmentFields(host: PortalElement, state: FieldsState): TemplateResult {
  const words = appointmentWords(host);
  const { form, shown, draft } = state;
  return html`
    ${textField(host, form, {
      name: "title",
      label: words.title,
      value: shown?.title,
      hint: shown ? undefined : words.titleHint,
      required: true,
      maxLength: 200,
    })}
    ${whenFields(host, state)}
    <div class="pair">${employeeField(host, state)} ${zoneField(host, state)}</div>
    ${overlapWarning(host, state)}
    <div class="pair">
      ${textField(host, form, {
        name: "location",
        label: words.location,
        value: shown?.location,
        maxLength: 300,
      })}
      ${textField(host, form, {
        name: "meetingUrl",
        label: words.meetingUrl,
        value: shown?.meetingUrl,
        type: "url",
      })}
    </div>
    ${textArea(host, form, {
      name: "description",
      label: words.description,
      value: shown?.description,
      rows: 3,
      maxLength: 5000,
    })}
    ${
      shown
        ? nothing
        : selectField(host, form, {
            name: "status",
            label: words.status,
            value: draft.status,
            required: true,
            choices: [
              ["CONFIRMED", words.CONFIRMED],
              ["REQUESTED", words.REQUESTED],
            ],
          })
    }
  `;
}

function whenFields(host: PortalElement, state: FieldsState): TemplateResult {
  const words = appointmentWords(host);
  const { form, begin, draft } = state;
  const length = Number(draft.endsAt);
  const context = { locale: host.localize.lang, timeZone: draft.timeZone };
  const epoch = new Date(0).toISOString();
  const say = (minutes: number) => duration(context, epoch, new Date(minutes * 60_000).toISOString());
  const shared = { required: true } as const;
  return html`
    <div class="when">
      ${textField(host, form, {
        ...shared,
        name: "day",
        label: words.day,
        type: "date",
        value: begin.day,
      })}
      ${textField(host, form, {
        ...shared,
        name: "startsAt",
        label: words.start,
        type: "time",
        value: begin.startsAt,
      })}
      ${selectField(host, form, {
        ...shared,
        name: "endsAt",
        label: words.length,
        value: draft.endsAt,
        choices: lengthsWith(length).map((minutes) => [String(minutes), say(minutes)] as const),
      })}
    </div>
    ${clocksNote(host, state)}
  `;
}

function clocksNote(host: PortalElement, state: FieldsState): TemplateResult {
  const words = appointmentWords(host);
  const { draft, customerZone } = state;
  const times = timesOf(draft);
  if (!times) return html`<p class="note" role="status"></p>`;
  const { lang: locale } = host.localize;
  const context = { locale, timeZone: draft.timeZone };
  const isOtherDay = toDay(times.endsAt, draft.timeZone) !== toDay(times.startsAt, draft.timeZone);
  const end = isOtherDay
    ? format(context, times.endsAt, { weekday: "short", hour: "numeric", minute: "2-digit" })
    : time(context, times.endsAt);
  const zones = [draft.timeZone, host.org!.timeZone, customerZone];
  const clocks = clocksOf(locale, times.startsAt, zones);
  const isSkipped = toLocal(times.startsAt, draft.timeZone) !== `${draft.day}T${draft.startsAt}`;
  const parts = [
    ...(clocks.length > 1 ? clocks.map(({ text, city }) => words.timeIn(text, city)) : []),
    words.ends(end),
  ];
  return html`<p class="note num" role="status">
    ${parts.join(" · ")}${isSkipped ? html`<br />${words.skipped(time(context, times.startsAt))}` : nothing}
  </p>`;
}

function employeeField(host: PortalElement, state: FieldsState): TemplateResult {
  const words = appointmentWords(host);
  const { form, shown, draft, employees } = state;
  const choices = (employees ?? []).map(({ id, name }) => [id, name] as const);
  const holder = shown?.employee;
  // Whoever holds it may keep it, even where they cannot be chosen any more.
  const isKnown = !holder || choices.some(([id]) => id === holder.id);
  const own = isKnown ? [] : [[holder.id, employees ? words.noLonger(holder.name) : holder.name] as const];
  return selectField(host, form, {
    name: "employeeId",
    label: words.employee,
    value: draft.employeeId,
    choices: [["", words.nobody], ...choices, ...own],
  });
}

function zoneField(host: PortalElement, state: FieldsState): TemplateResult {
  const words = appointmentWords(host);
  const { timeZone } = host.org!;
  const near = new Map([[timeZone, words.zoneOrganization(zoneCity(timeZone))]]);
  const { form, shown, draft, customerZone } = state;
  for (const zone of [customerZone, shown?.timeZone, draft.timeZone]) {
    if (!zone || near.has(zone)) continue;
    near.set(zone, zone === customerZone ? words.zoneCustomer(zoneCity(zone)) : zoneCity(zone));
  }
  const others = Intl.supportedValuesOf("timeZone").filter((zone) => !near.has(zone));
  return selectField(host, form, {
    name: "timeZone",
    label: words.zone,
    value: draft.timeZone,
    required: true,
    choices: [...near, ...others.map((zone) => [zone, zone.replaceAll("_", " ")] as const)],
  });
}

function overlapWarning(host: PortalElement, state: FieldsState): TemplateResult {
  const words = appointmentWords(host);
  const { others, draft } = state;
  const [first] = others;
  if (!first) return html`<div role="status"></div>`;
  const context = { locale: host.localize.lang, timeZone: draft.timeZone };
  const what = others
    .map(({ title, customer, startsAt }) => `${title}, ${customer.name}, ${time(context, startsAt)}`)
    .join("; ");
  const name = first.employee?.name ?? "";
  const said =
    others.length === 1 ? words.overlaps(name, what) : words.overlapsMore(name, others.length, what);
  return html`<div role="status"><p class="warning">⚠ ${said} ${words.overlapsHint}</p></div>`;
}
