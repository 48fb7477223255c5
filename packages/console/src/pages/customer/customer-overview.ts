import type { AppointmentRecord, CustomerRecord, NoteRecord, TaskRecord } from "@portico/client/dashboard";
import { LoadController } from "@portico/elements/internal/controllers/load.ts";
import { property, state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { excerpt } from "@portico/elements/internal/lib/excerpt.ts";
import { longDay, relativeDay, shortDay, timeRange } from "@portico/elements/internal/lib/time.ts";
import { failure } from "@portico/elements/internal/primitives/failure.ts";
import { empty, pill, skeleton } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { ConsolePart } from "../../lib/console-page.ts";
import { router } from "../../lib/router.ts";
import { icons } from "../../parts/icons.ts";
import { statusPill } from "../../records/appointment-changes.ts";
import "../../records/appointment-dialog.ts";
import { duePill } from "../../records/due-pill.ts";
import { RecordsChangedEvent } from "../../records/events.ts";
import type { RecordDeletedEvent, RecordSavedEvent } from "../../records/events.ts";
import "../../records/note-dialog.ts";
import "../../records/task-dialog.ts";
import { visibilityMark, visibilityStyles } from "../../records/visibility.ts";
import { recordWords } from "../../records/words.ts";
import { overviewStyles } from "./customer-overview.styles.ts";
import { customerWords } from "./words.ts";

interface Loaded {
  next: AppointmentRecord | undefined;
  tasks: TaskRecord[];
  notes: NoteRecord[];
}
type Opened = { appointment?: AppointmentRecord | null; task?: TaskRecord | null; note?: NoteRecord | null };

/** What matters of a customer now: the next appointment, what is open, what was written last, the facts. */
export class CustomerOverview extends ConsolePart {
  static override styles = [...ConsolePart.pageStyles, visibilityStyles, overviewStyles];

  /** Whose. */
  @property({ attribute: false }) of!: CustomerRecord;

  /** What is open in a dialog; null for a new one. */
  @state() private opened: Opened = {};

  readonly #load = new LoadController<Loaded>(this, (signal) => this.#fetch(signal));

  async #fetch(signal: AbortSignal): Promise<Loaded> {
    const customerId = this.of.id;
    const from = new Date().toISOString();
    const [appointments, tasks, notes] = await Promise.all([
      this.api.listAppointmentRecords(
        { customerId, from, status: "REQUESTED,CONFIRMED", limit: 1 },
        { signal },
      ),
      this.api.listTaskRecords({ customerId, status: "OPEN,IN_PROGRESS", limit: 5 }, { signal }),
      this.api.listNoteRecords({ customerId, limit: 3 }, { signal }),
    ]);
    return { next: appointments.items[0], tasks: tasks.items, notes: notes.items };
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store?.session.status === "signed-in") this.#load.ensure(`customer:${this.of.id}:overview`);
  }

  #section(
    heading: string,
    { add, all }: { add: readonly [string, () => void]; all?: readonly [string, string] | undefined },
    content: unknown,
  ): TemplateResult {
    const [label, act] = add;
    return html`<section>
      <div class="head">
        <h2>${heading}</h2>
        <button type="button" class="btn small" @click=${act}>${icons.plus} ${label}</button>
      </div>
      ${content}
      ${all ? html`<p class="all"><a href=${router.href(`customers/${this.of.id}/${all[1]}`)}>${all[0]}</a></p>` : nothing}
    </section>`;
  }

  #renderNext(next: AppointmentRecord | undefined): TemplateResult {
    const words = customerWords(this);
    if (!next) return empty(words.noAppointment, words.noAppointmentHint);
    const { title, startsAt, endsAt, location, employee } = next;
    return html`<div class="card rows">
      <button type="button" class="row" @click=${() => (this.opened = { appointment: next })}>
        <span class="main">
          <span class="strong">${title}</span>
          <span class="second num">
            ${shortDay(this.time, startsAt)}, ${timeRange(this.time, startsAt, endsAt)} ·
            ${relativeDay(this.time, startsAt)}
          </span>
          <span class="small">${[employee?.name, location].filter(Boolean).join(" · ")}</span>
        </span>
        ${statusPill(this, next.status)}
      </button>
    </div>`;
  }

  #renderTasks(tasks: TaskRecord[]): TemplateResult {
    const words = customerWords(this);
    if (!tasks.length) return empty(words.noTasks, words.noTasksHint(this.of.name));
    return html`<ul class="card rows">
      ${tasks.map(
        (task) =>
          html`<li>
            <button type="button" class="row" @click=${() => (this.opened = { task })}>
              <span class="main"><span class="strong">${task.title}</span></span>
              ${task.priority === "HIGH" ? pill(recordWords(this).HIGH, "warning") : nothing}
              ${duePill(recordWords(this), this.time, task)}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  #renderNotes(notes: NoteRecord[]): TemplateResult {
    const words = recordWords(this);
    if (!notes.length) {
      const { noNotes, noNotesHint } = customerWords(this);
      return empty(noNotes, noNotesHint(this.of.name));
    }
    return html`<ul class="card rows">
      ${notes.map(
        (note) =>
          html`<li>
            <button type="button" class="row" @click=${() => (this.opened = { note })}>
              <span class="main">
                <span class="strong">${note.title}</span>
                <span class="second clamp">${excerpt(note.body)}</span>
                <span class="caption">
                  ${[note.author?.name, longDay(this.time, note.createdAt)].filter(Boolean).join(" · ")}
                </span>
              </span>
              ${visibilityMark(note.visibility === "SHARED" ? words.shared : words.internal, note.visibility)}
            </button>
          </li>`,
      )}
    </ul>`;
  }

  #renderFacts(): TemplateResult {
    const words = customerWords(this);
    const { email, phone, address, externalId, timeZone, createdAt } = this.of;
    const facts = [
      [words.email, email],
      [words.phone, phone],
      [words.address, address],
      [words.externalId, externalId],
      [words.timeZone, timeZone],
      [words.since, longDay(this.time, createdAt)],
    ] as const;
    return html`<section>
      <div class="head"><h2>${words.facts}</h2></div>
      <dl class="card panel facts">
        ${facts.map(
          ([label, value]) =>
            value &&
            html`<dt>${label}</dt>
              <dd>${value}</dd>`,
        )}
      </dl>
    </section>`;
  }

  readonly #onSaved = (event: Event): void => {
    const { record, isNew } = event as RecordSavedEvent<TaskRecord & NoteRecord>;
    const words = recordWords(this);
    const { title, visibility } = record;
    // Appointments say themselves what has happened.
    if (this.opened.task !== undefined) this.toast(isNew ? words.taskCreated(title) : words.taskSaved(title));
    if (this.opened.note !== undefined)
      this.toast(visibility === "SHARED" ? words.noteShared(title, this.of.name) : words.noteInternal(title));
    this.#onChanged();
  };
  readonly #onDeleted = (event: Event): void => {
    this.toast(recordWords(this).deleted((event as RecordDeletedEvent<TaskRecord>).record.title));
    this.#onChanged();
  };
  readonly #onChanged = (): void => {
    void this.#load.reload();
    this.dispatchEvent(new RecordsChangedEvent());
  };
  readonly #onClosed = (): void => {
    this.opened = {};
  };

  #renderDialog(): unknown {
    const { appointment, task, note } = this.opened;
    const { client, of } = this;
    if (appointment !== undefined)
      return html`<console-appointment-dialog
        .client=${client!}
        .record=${appointment ?? undefined}
        .customer=${of}
        @console-saved=${this.#onSaved}
        @console-deleted=${this.#onDeleted}
        @console-closed=${this.#onClosed}
      ></console-appointment-dialog>`;
    if (task !== undefined)
      return html`<console-task-dialog
        .client=${client!}
        .record=${task ?? undefined}
        .customer=${of}
        @console-saved=${this.#onSaved}
        @console-deleted=${this.#onDeleted}
        @console-closed=${this.#onClosed}
      ></console-task-dialog>`;
    if (note !== undefined)
      return html`<console-note-dialog
        .client=${client!}
        .record=${note ?? undefined}
        .customer=${of}
        @console-saved=${this.#onSaved}
        @console-deleted=${this.#onDeleted}
        @console-closed=${this.#onClosed}
      ></console-note-dialog>`;
    return nothing;
  }

  protected override renderContent(): TemplateResult {
    const words = customerWords(this);
    const { value, error } = this.#load;
    if (!value)
      return error
        ? failure(this.localize, words.overview, error, () => void this.#load.reload())
        : skeleton(this.localize, 5);
    const { openTasks } = this.of;
    return html`<div class="columns">
        <div class="work">
          ${this.#section(
            words.nextAppointment,
            {
              add: [words.newAppointment, () => (this.opened = { appointment: null })],
              all: value.next && [words.showAll, "appointments"],
            },
            this.#renderNext(value.next),
          )}
          ${this.#section(
            words.openTasks,
            {
              add: [words.newTask, () => (this.opened = { task: null })],
              all: openTasks > value.tasks.length ? [words.allOf(openTasks), "tasks"] : undefined,
            },
            this.#renderTasks(value.tasks),
          )}
          ${this.#section(
            words.latestNotes,
            {
              add: [words.newNote, () => (this.opened = { note: null })],
              all: value.notes.length === 3 ? [words.showAll, "notes"] : undefined,
            },
            this.#renderNotes(value.notes),
          )}
        </div>
        ${this.#renderFacts()}
      </div>
      ${this.#renderDialog()}`;
  }
}

define("console-customer-overview", CustomerOverview);

declare global {
  interface HTMLElementTagNameMap {
    "console-customer-overview": CustomerOverview;
  }
}
