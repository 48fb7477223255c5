import type { AppointmentRecord } from "@portico/client/dashboard";
import { shortDay, timeRange } from "@portico/elements/internal/lib/time.ts";
import { empty } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { router } from "../../lib/router.ts";
import { listTable } from "../../parts/table.ts";
import type { Column } from "../../parts/table.ts";
import { nextSteps, statusPill } from "../../records/appointment-changes.ts";
import type { AppointmentStatus } from "../../records/appointment-changes.ts";
import { commonWords } from "../../words/common.ts";
import type { AppointmentsPage } from "./appointments.ts";
import { elsewhere } from "./week-block.ts";
import { appointmentsWords } from "./words.ts";

const verbs = {
  CONFIRMED: "confirm",
  COMPLETED: "complete",
  NO_SHOW: "noShow",
  CANCELLED: "cancel",
} as const;
type Verb = keyof typeof verbs;

function actions(host: AppointmentsPage, record: AppointmentRecord): unknown {
  const words = appointmentsWords(host);
  // What brings a finished one back is in its dialog; here is what is done all day.
  if (record.status !== "REQUESTED" && record.status !== "CONFIRMED") return nothing;
  const act = (status: AppointmentStatus) => () => host.setStatus(record, status);
  return html`<div class="acts">
    ${nextSteps(record).map(([status]) => {
      const verb = words[verbs[status as Verb]];
      return html`<button
        type="button"
        class="btn small"
        aria-label=${words.actOn(verb, record.title, record.customer.name)}
        @click=${act(status)}
      >
        ${verb}
      </button>`;
    })}
  </div>`;
}

function columns(host: AppointmentsPage): Column<AppointmentRecord>[] {
  const words = appointmentsWords(host);
  const { nothing: none } = commonWords(host);
  const { time } = host;
  const when = (record: AppointmentRecord) =>
    html`<span class="num"
      ><span class="nowrap">${shortDay(time, record.startsAt)},</span>
      <span class="nowrap">${timeRange(time, record.startsAt, record.endsAt)}</span>
      ${elsewhere(host, record, time.timeZone).map((text) => html`<span class="small away">${text}</span>`)}</span
    >`;
  const status = (record: AppointmentRecord) =>
    html`${statusPill(host, record.status)}
    ${record.overlaps ? html` <span class="small warn nowrap">⚠ ${words.overlap}</span>` : nothing}`;
  return [
    { label: words.what, cell: ({ title }) => title },
    { label: words.when, cell: when },
    {
      label: words.customer,
      cell: ({ customer }) => html`<a href=${router.href(`customers/${customer.id}`)}>${customer.name}</a>`,
    },
    {
      label: words.employee,
      cell: ({ employee }) => html`<span class="second">${employee?.name ?? none}</span>`,
    },
    { label: words.status, cell: status },
    { label: words.actions, cell: (record) => actions(host, record) },
  ];
}

/** The appointments from a day on, soonest first. */
export function appointmentList(host: AppointmentsPage): TemplateResult {
  const words = appointmentsWords(host);
  const isFiltered = Object.keys(host.filters).length > 0;
  return listTable(host, host.list, {
    label: words.appointments,
    columns: columns(host),
    open: host.show,
    empty: isFiltered ? empty(words.noneSuch, words.noneSuchHint) : empty(words.none, words.noneHint),
  });
}
