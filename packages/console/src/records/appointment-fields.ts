import { duration, format, time, zoneCity } from "@portico/elements/internal/lib/time.ts";
import { avatar } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { clocksOf } from "../lib/clocks.ts";
import { router } from "../lib/router.ts";
import { toDay, toLocal } from "../lib/zoned.ts";
import { selectField, textArea, textField } from "../parts/fields.ts";
import { commonWords } from "../words/common.ts";
import type { AppointmentDialog } from "./appointment-dialog.ts";
import { lengthsWith, timesOf } from "./appointment-draft.ts";
import type { AppointmentDraft } from "./appointment-draft.ts";
import { appointmentWords } from "./appointment-words.ts";

/** The fields of an appointment, and what follows from them: its end, its times elsewhere, who has something else then. */
export function appointmentFields(host: AppointmentDialog, draft: AppointmentDraft): TemplateResult {
  const words = appointmentWords(host);
  const { form, record } = host;
  return html`
    ${whoseField(host)}
    ${textField(host, form, {
      name: "title",
      label: words.title,
      value: record?.title,
      hint: record ? undefined : words.titleHint,
      required: true,
      maxLength: 200,
    })}
    ${whenFields(host, draft)}
    <div class="pair">${employeeField(host, draft)} ${zoneField(host, draft)}</div>
    ${overlapWarning(host, draft)}
    <div class="pair">
      ${textField(host, form, {
        name: "location",
        label: words.location,
        value: record?.location,
        maxLength: 300,
      })}
      ${textField(host, form, {
        name: "meetingUrl",
        label: words.meetingUrl,
        value: record?.meetingUrl,
        type: "url",
      })}
    </div>
    ${textArea(host, form, {
      name: "description",
      label: words.description,
      value: record?.description,
      rows: 3,
      maxLength: 5000,
    })}
    ${
      record
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

function whoseField(host: AppointmentDialog): TemplateResult {
  const customer = host.record?.customer ?? host.customer;
  if (!customer)
    return html`<console-customer-picker
      name="customerId"
      required
      .client=${host.client}
      .error=${host.form.errors.customerId ?? ""}
      @change=${host.onCustomer}
    ></console-customer-picker>`;
  return html`<p class="person field">
    ${avatar(customer.name)}
    <span
      ><span class="sr">${commonWords(host).customer}:</span>
      <a href=${router.href(`customers/${customer.id}`)}>${customer.name}</a></span
    >
  </p>`;
}

function whenFields(host: AppointmentDialog, draft: AppointmentDraft): TemplateResult {
  const words = appointmentWords(host);
  const { form, record } = host;
  const length = Number(draft.endsAt);
  const context = { locale: host.localize.lang, timeZone: draft.timeZone };
  const epoch = new Date(0).toISOString();
  const say = (minutes: number) => duration(context, epoch, new Date(minutes * 60_000).toISOString());
  const shared = { required: true } as const;
  const first = record && toLocal(record.startsAt, record.timeZone);
  return html`
    <div class="when">
      ${textField(host, form, {
        ...shared,
        name: "day",
        label: words.day,
        type: "date",
        value: first?.slice(0, 10) ?? host.begin.slice(0, 10),
      })}
      ${textField(host, form, {
        ...shared,
        name: "startsAt",
        label: words.start,
        type: "time",
        value: first?.slice(11) ?? host.begin.slice(11),
      })}
      ${selectField(host, form, {
        ...shared,
        name: "endsAt",
        label: words.length,
        value: draft.endsAt,
        choices: lengthsWith(length).map((minutes) => [String(minutes), say(minutes)] as const),
      })}
    </div>
    ${clocksNote(host, draft)}
  `;
}

function clocksNote(host: AppointmentDialog, draft: AppointmentDraft): TemplateResult {
  const words = appointmentWords(host);
  const times = timesOf(draft);
  if (!times) return html`<p class="note" role="status"></p>`;
  const { lang: locale } = host.localize;
  const context = { locale, timeZone: draft.timeZone };
  const isOtherDay = toDay(times.endsAt, draft.timeZone) !== toDay(times.startsAt, draft.timeZone);
  const end = isOtherDay
    ? format(context, times.endsAt, { weekday: "short", hour: "numeric", minute: "2-digit" })
    : time(context, times.endsAt);
  const zones = [draft.timeZone, host.org!.timeZone, host.customerZone];
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

function employeeField(host: AppointmentDialog, draft: AppointmentDraft): TemplateResult {
  const words = appointmentWords(host);
  const choices = (host.employees.value ?? []).map(({ id, name }) => [id, name] as const);
  const holder = host.record?.employee;
  // Whoever holds it may keep it, even where they cannot be chosen any more.
  const isKnown = !holder || choices.some(([id]) => id === holder.id);
  const own = isKnown
    ? []
    : [[holder.id, host.employees.value ? words.noLonger(holder.name) : holder.name] as const];
  return selectField(host, host.form, {
    name: "employeeId",
    label: words.employee,
    value: draft.employeeId,
    choices: [["", words.nobody], ...choices, ...own],
  });
}

function zoneField(host: AppointmentDialog, draft: AppointmentDraft): TemplateResult {
  const words = appointmentWords(host);
  const { timeZone } = host.org!;
  const near = new Map([[timeZone, words.zoneOrganization(zoneCity(timeZone))]]);
  const { customerZone, record } = host;
  for (const zone of [customerZone, record?.timeZone, draft.timeZone]) {
    if (!zone || near.has(zone)) continue;
    near.set(zone, zone === customerZone ? words.zoneCustomer(zoneCity(zone)) : zoneCity(zone));
  }
  const others = Intl.supportedValuesOf("timeZone").filter((zone) => !near.has(zone));
  return selectField(host, host.form, {
    name: "timeZone",
    label: words.zone,
    value: draft.timeZone,
    required: true,
    choices: [...near, ...others.map((zone) => [zone, zone.replaceAll("_", " ")] as const)],
  });
}

function overlapWarning(host: AppointmentDialog, draft: AppointmentDraft): TemplateResult {
  const words = appointmentWords(host);
  const { others } = host;
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
