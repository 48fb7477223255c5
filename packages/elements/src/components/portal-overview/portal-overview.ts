import type { Appointment, Dashboard, Note, Task } from "@portico/client";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { state } from "../../lib/decorators.ts";
import { LoadController } from "../../controllers/load.ts";
import { TasksController } from "../../controllers/tasks.ts";
import { excerpt } from "../../lib/excerpt.ts";
import { PortalPage } from "../../lib/portal-page.ts";
import { duration, format, longDay, relativeDay, timeRange } from "../../lib/time.ts";
import { failure } from "../../primitives/failure.ts";
import { bones, empty, facts, skeleton } from "../../primitives/primitives.ts";
import { DetailsController } from "../../controllers/details.ts";
import { ownZone, statusPill, whoAndWhere } from "../portal-appointments/appointment-parts.ts";
import { taskList, taskStyles } from "../portal-tasks/task-list.ts";
import { overviewStyles } from "./portal-overview.styles.ts";

const download = async (...args: [Appointment, string]) =>
  (await import("../../lib/ics.ts")).downloadICalendar(...args);

/**
 * @summary The dashboard's first page: the next appointment, what is asked of the customer, what they were told.
 * Part of `<portal-dashboard>`.
 *
 * @csspart heading - The greeting.
 * @csspart hero - The next appointment.
 * @csspart date - Its date tile.
 * @csspart list - The tasks.
 * @csspart task - A task.
 * @csspart note - A note.
 */
export class PortalOverview extends PortalPage {
  static override styles = [...PortalPage.pageStyles, taskStyles, overviewStyles];

  readonly #load = new LoadController<Dashboard>(this, (signal) =>
    this.store!.client!.getDashboard({ signal }),
  );
  readonly #tasks = new TasksController(this, (task, gone) => this.#apply(task, gone));

  readonly #details = new DetailsController(this);

  @state() private opened?: Appointment;

  protected override get what(): string {
    const hour = Number(
      format({ ...this.time, locale: "en-GB" }, new Date().toISOString(), { hour: "2-digit" }),
    );
    const first = (this.signedInCustomer?.name ?? "").trim().split(/\s+/)[0]!;
    const key =
      hour >= 4 && hour < 12 ? "goodMorning" : hour >= 12 && hour < 18 ? "goodAfternoon" : "goodEvening";
    return this.localize.term(key, first);
  }

  #apply(task: Task, gone: boolean): void {
    const value = this.#load.value;
    if (!value) return;
    const before = value.openTasks.find((item) => item.id === task.id);
    const change = Number(task.status !== "DONE") - Number(before ? before.status !== "DONE" : false);
    const openTasks = value.openTasks.flatMap((item) =>
      item.id !== task.id ? [item] : gone && task.status === "DONE" ? [] : [task],
    );
    const counts = { ...value.counts, openTasks: value.counts.openTasks + (before ? change : 0) };
    this.#load.mutate({ ...value, openTasks, counts });
  }

  #link(text: string, view: "appointments" | "tasks" | "notes", id?: string): TemplateResult {
    return html`<button
      type="button"
      class="link"
      @click=${() => this.navigate?.({ view, ...(id && { id }) })}
    >
      ${text}
    </button>`;
  }

  #tile(iso: string): TemplateResult {
    const part = (options: Intl.DateTimeFormatOptions) => format(this.time, iso, options);
    return html`<div part="date" class="tile" aria-hidden="true">
      <span>${part({ month: "short" })}</span><b>${part({ day: "numeric" }).replace(/\D/g, "")}</b
      ><span>${part({ weekday: "short" })}</span>
    </div>`;
  }

  #renderHero(next: Appointment): TemplateResult {
    const { localize, time } = this;
    const day = format(time, next.startsAt, { weekday: "long", day: "numeric", month: "long" });
    return html`
      <section part="hero" class="card hero" aria-labelledby="next">
        ${this.#tile(next.startsAt)}
        <div class="about">
          <h3 id="next">${next.title}</h3>
          <p class="num">
            <span class="sr">${day}, </span><bdi>${timeRange(time, next.startsAt, next.endsAt)}</bdi>
            <span class="second">· <bdi>${duration(time, next.startsAt, next.endsAt)}</bdi></span>
            ${next.status === "CONFIRMED" ? nothing : statusPill(next, localize)}
          </p>
          ${ownZone(next, time, localize)}
          <p class="small">${whoAndWhere(next, localize)}</p>
        </div>
        <div class="actions">
          <button type="button" part="button" class="btn" @click=${() => void download(next, this.org!.name)}>
            ${localize.term("addToCalendar")}
          </button>
          <button
            type="button"
            part="button primary"
            class="btn primary"
            @click=${() => (this.opened = next)}
          >
            ${localize.term("details")}
          </button>
        </div>
      </section>
    `;
  }

  #renderNote(note: Note): TemplateResult {
    return html`
      <li part="note">
        <button type="button" class="note" @click=${() => this.navigate?.({ view: "notes", id: note.id })}>
          <span class="strong">${note.title}</span>
          <span class="second clamp" dir="auto">${excerpt(note.body)}</span>
          <span class="caption"> ${facts(note.author?.name, longDay(this.time, note.createdAt))} </span>
        </button>
      </li>
    `;
  }

  #renderTasks(tasks: Task[]): TemplateResult {
    const { localize, time } = this;
    if (!tasks.length) return empty(localize.term("noTasks"), localize.term("noTasksHint", this.org!.name));
    return taskList(tasks, { time, localize, controller: this.#tasks });
  }

  #renderNotes(notes: Note[]): TemplateResult {
    const { localize } = this;
    if (!notes.length) return empty(localize.term("noNotes"), localize.term("noNotesHint", this.org!.name));
    return html`<ul class="card rows">
      ${notes.map((note) => this.#renderNote(note))}
    </ul>`;
  }

  #renderColumns(tasks: TemplateResult, notes: TemplateResult): TemplateResult {
    const { localize } = this;
    return html`
      <div class="columns">
        <section aria-labelledby="tasks">
          <div class="head">
            <h3 id="tasks">${localize.term("yourTasks")}</h3>
            ${this.#link(localize.term("allTasks"), "tasks")}
          </div>
          ${tasks}
        </section>
        <section aria-labelledby="notes">
          <div class="head">
            <h3 id="notes">${localize.term("recentNotes")}</h3>
            ${this.#link(localize.term("allNotes"), "notes")}
          </div>
          ${notes}
        </section>
      </div>
    `;
  }

  #renderBody(): TemplateResult {
    const { localize } = this;
    const { value, error } = this.#load;
    if (!value) {
      return error
        ? failure(localize, localize.term("overview"), error, () => void this.#load.reload())
        : html`<div class="wait">${skeleton(localize, 1)} ${this.#renderColumns(bones(3), bones(3))}</div>`;
    }
    const [next] = value.upcomingAppointments;
    return html`
      ${
        next
          ? this.#renderHero(next)
          : empty(localize.term("noUpcoming"), localize.term("noUpcomingHint", this.org!.name))
      }
      ${this.#renderColumns(this.#renderTasks(value.openTasks), this.#renderNotes(value.recentNotes))}
      ${this.#details.render(this.opened, () => (this.opened = undefined))}
    `;
  }

  #subtitle(): string {
    const next = this.#load.value?.upcomingAppointments[0];
    if (!this.#load.value) return "\u00a0";
    return next
      ? this.localize.term("nextVisit", relativeDay(this.time, next.startsAt))
      : this.localize.term("noNextVisit");
  }

  protected override renderContent(): TemplateResult {
    this.#load.ensure("dashboard");
    return html`
      <div part="base" class="page">
        <div class="greeting">
          <h2 part="heading" tabindex="-1">${this.what}</h2>
          <p class="second">${this.#subtitle()}</p>
        </div>
        ${this.#renderBody()}
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portal-overview": PortalOverview;
  }
}
