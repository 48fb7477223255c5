import { relativeDay, timeRange } from "@portico/elements/internal/lib/time.ts";
import { pill } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { router } from "../../lib/router.ts";
import type { Home, HomePage } from "./home.ts";
import { section } from "./section.ts";
import { homeWords } from "./words.ts";

type Appointment = Home["appointments"][number];

function statusOf(host: HomePage, { status, startsAt, endsAt, overlaps }: Appointment): unknown {
  const words = homeWords(host);
  const now = new Date().toISOString();
  const isNow = startsAt <= now && now < endsAt && status === "CONFIRMED";
  return html`<span class="pills">
    ${isNow ? pill(words.now, "accent") : nothing}
    ${status === "REQUESTED" ? pill(words.status.REQUESTED, "warning") : nothing}
    ${status === "COMPLETED" || status === "NO_SHOW" ? pill(words.status[status]) : nothing}
    ${overlaps > 0 && endsAt > now ? pill(words.overlaps, "warning") : nothing}
  </span>`;
}

function appointmentRow(host: HomePage, appointment: Appointment): TemplateResult {
  const words = homeWords(host);
  const { id, title, customer, employee, startsAt, endsAt } = appointment;
  const isPast = endsAt <= new Date().toISOString();
  const who = !employee
    ? words.withNobody
    : employee.id === host.user.id
      ? words.withYou
      : words.with(employee.name);
  return html`<li>
    <a class="item timed quiet ${isPast ? "past" : ""}" href=${router.href(`appointments/${id}`)}>
      <span class="when">${timeRange(host.time, startsAt, endsAt)}</span>
      <span>
        <span class="strong">${customer.name}</span><br />
        <span class="small">${title} · ${who}</span>
      </span>
      ${statusOf(host, appointment)}
    </a>
  </li>`;
}

/** Today's appointments, soonest first. */
export function appointmentsToday(host: HomePage, { appointments }: Home): TemplateResult {
  const words = homeWords(host);
  const way = { href: router.href("appointments"), text: words.week };
  return section(
    { id: "today", heading: words.today, count: appointments.length, way },
    appointments.length
      ? html`<ul class="card rows">
          ${appointments.map((appointment) => appointmentRow(host, appointment))}
        </ul>`
      : html`<div class="card notice empty">
          <p class="strong">${words.noneToday}</p>
          <p>${words.noneTodayHint}</p>
          <a class="btn small" href=${router.href("appointments", { new: 1 })}>${words.newAppointment}</a>
        </div>`,
  );
}

/** What customers have not done in time, longest overdue first. */
export function overdueTasks(host: HomePage, { overdueTasks: { count, items } }: Home): TemplateResult {
  const words = homeWords(host);
  const tasks = router.href("tasks");
  return section(
    { id: "overdue", heading: words.overdue, count, way: { href: tasks, text: words.allTasks } },
    items.length
      ? html`<ul class="card rows">
            ${items.map(
              ({ title, customer, dueAt, priority }) =>
                html`<li>
                  <a class="item quiet" href=${router.href(`customers/${customer.id}/tasks`)}>
                    <span>
                      <span class="strong">${title}</span><br />
                      <span class="small">${customer.name}</span>
                    </span>
                    <span class="pills">
                      ${priority === "HIGH" ? pill(words.high, "warning") : nothing}
                      ${pill(words.since(relativeDay(host.time, dueAt!)), "danger")}
                    </span>
                  </a>
                </li>`,
            )}
          </ul>
          ${
            count > items.length
              ? html`<p class="foot">
                  <a href=${router.href("tasks", { due: "overdue" })}
                    >${words.moreOverdue(host.counted(count))}</a
                  >
                </p>`
              : nothing
          }`
      : html`<div class="card notice empty">
          <p class="strong">${words.noneOverdue}</p>
          <p>${words.noneOverdueHint}</p>
        </div>`,
  );
}
