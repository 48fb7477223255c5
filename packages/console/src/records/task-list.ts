import type { TaskRecord } from "@portico/client/dashboard";
import { property, state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { empty, pill, segmented } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { ConsolePart } from "../lib/console-page.ts";
import { ListController } from "../lib/list.ts";
import { router } from "../lib/router.ts";
import { Selection } from "../lib/selection.ts";
import type { Picked } from "../parts/customer-picker.ts";
import { listTable, selectionBar } from "../parts/table.ts";
import type { Column } from "../parts/table.ts";
import { customerCell, CustomerFilter } from "./customer-filter.ts";
import { duePill } from "./due-pill.ts";
import { dueBounds, dueFilters } from "./due.ts";
import type { RecordSavedEvent } from "./events.ts";
import { RecordsChangedEvent } from "./events.ts";
import { listStyles } from "./list.styles.ts";
import { TaskBulk } from "./task-bulk.ts";
import { TaskChanges } from "./task-changes.ts";
import "./task-dialog.ts";
import { recordWords } from "./words.ts";

const statuses = {
  "": "OPEN,IN_PROGRESS",
  IN_PROGRESS: "IN_PROGRESS",
  DONE: "DONE",
  ALL: undefined,
} as const;
type Status = keyof typeof statuses;

/** Tasks of one customer or of all: filtered by the address, done in place, changed together, opened in a dialog. */
export class TaskList extends ConsolePart {
  static override styles = [...ConsolePart.pageStyles, listStyles];

  readonly #list = new ListController<TaskRecord>(this, (query, options) =>
    this.api.listTaskRecords(query, options),
  );
  readonly #selection = new Selection(this);
  readonly #filter = new CustomerFilter(this);
  readonly #changes = new TaskChanges(this, this.#list);
  readonly #bulk = new TaskBulk(this, this.#changes);

  /** Whose; without it everybody's. */
  @property({ attribute: false }) of?: Picked;
  /** Changes with the address. */
  @property({ attribute: false }) place = "";

  @state() private opened?: TaskRecord | "new" | undefined;

  /** Makes a new one. */
  create(): void {
    this.opened = "new";
  }

  get #status(): Status {
    const asked = router.query.get("status") ?? "";
    return asked in statuses ? (asked as Status) : "";
  }

  get #due(): (typeof dueFilters)[number] | undefined {
    const asked = router.query.get("due");
    return dueFilters.find((filter) => filter === asked);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store?.session.status !== "signed-in") return;
    if (changed.has("place") && this.#selection.size) this.#selection.clear();
    this.#list.show({
      customerId: this.of?.id ?? this.#filter.id,
      status: statuses[this.#status],
      ...(this.#due && dueBounds(this.#due, this.org!.timeZone)),
      limit: 50,
    });
  }

  get #columns(): Column<TaskRecord>[] {
    const words = recordWords(this);
    const whose = { label: words.customer, cell: ({ customer }: TaskRecord) => customerCell(customer) };
    return [
      {
        label: words.task,
        cell: ({ title, status }) => html`<span class=${status === "DONE" ? "done" : ""}>${title}</span>`,
      },
      ...(this.of ? [] : [whose]),
      { label: words.dueWhen, cell: (task) => duePill(words, this.time, task) },
      {
        label: words.priority,
        cell: ({ priority }) =>
          priority === "HIGH"
            ? pill(words.HIGH, "warning")
            : html`<span class="second word">${words[priority]}</span>`,
        hidesOnPhone: true,
      },
      {
        label: words.status,
        cell: ({ status }) => html`<span class="second word">${words[status]}</span>`,
        hidesOnPhone: true,
      },
      { label: words.change, cell: (task) => this.#renderDone(task), isNumber: true },
    ];
  }

  #renderDone(task: TaskRecord): TemplateResult {
    const words = recordWords(this);
    const isDone = task.status === "DONE";
    const change = { status: isDone ? ("OPEN" as const) : ("DONE" as const) };
    const text = isDone ? words.reopened(1, task.title) : words.completed(1, task.title);
    return html`<button
      type="button"
      class="btn small"
      aria-label=${isDone ? words.reopenOne(task.title) : words.completeOne(task.title)}
      @click=${() => void this.#changes.apply([task], change, text)}
    >
      ${isDone ? words.reopen : words.complete}
    </button>`;
  }

  readonly #onSaved = ({ record, isNew }: RecordSavedEvent<TaskRecord>): void => {
    this.toast(
      isNew ? recordWords(this).taskCreated(record.title) : recordWords(this).taskSaved(record.title),
    );
    this.#onChanged();
  };
  readonly #onDeleted = ({ record }: { record: TaskRecord }): void => {
    this.toast(recordWords(this).deleted(record.title));
    this.#onChanged();
  };
  readonly #onChanged = (): void => {
    void this.#list.reload();
    this.dispatchEvent(new RecordsChangedEvent());
  };

  #renderBar(): TemplateResult {
    const words = recordWords(this);
    const choices = [
      ["", words.allOpen],
      ["IN_PROGRESS", words.IN_PROGRESS],
      ["DONE", words.DONE],
      ["ALL", words.all],
    ] as const;
    const go = (changes: Record<string, string>) => router.go(router.hrefWith({ ...changes, cursor: null }));
    return html`<div class="bar">
      ${segmented(words.status, choices, this.#status, (status) => go({ status }))}
      <select
        aria-label=${words.dueWhen}
        @change=${(event: Event) => go({ due: (event.target as HTMLSelectElement).value })}
      >
        <option value="">${words.anyDate}</option>
        ${dueFilters.map(
          (filter) =>
            html`<option value=${filter} .selected=${filter === this.#due}>${words[filter]}</option>`,
        )}
      </select>
      ${
        this.of
          ? html`<button type="button" class="btn end" @click=${() => this.create()}>
              ${words.newTask}
            </button>`
          : this.#filter.render()
      }
    </div>`;
  }

  get #empty(): TemplateResult {
    const words = recordWords(this);
    const isFiltered = this.#status || this.#due || this.#filter.id;
    return isFiltered
      ? empty(words.noSuchTask, words.noSuchHint)
      : empty(words.noTasks, words.noTasksHint(this.of?.name ?? words.aCustomer));
  }

  protected override renderContent(): TemplateResult {
    const words = recordWords(this);
    const chosen = this.#list.items.filter(({ id }) => this.#selection.has(id));
    const { opened } = this;
    return html`
      ${this.#renderBar()}
      ${listTable(this, this.#list, {
        label: words.tasks,
        columns: this.#columns,
        open: (task) => (this.opened = task),
        name: ({ title }) => title,
        selection: this.#selection,
        empty: this.#empty,
      })}
      ${selectionBar(
        this,
        this.#selection,
        this.#bulk.render(chosen, () => this.#selection.clear()),
      )}
      ${this.#bulk.renderDialog()}
      ${
        opened
          ? html`<console-task-dialog
              .client=${this.client!}
              .record=${opened === "new" ? undefined : opened}
              .customer=${this.of}
              @console-saved=${this.#onSaved}
              @console-deleted=${this.#onDeleted}
              @console-closed=${() => (this.opened = undefined)}
            ></console-task-dialog>`
          : nothing
      }
    `;
  }
}

define("console-task-list", TaskList);

declare global {
  interface HTMLElementTagNameMap {
    "console-task-list": TaskList;
  }
}
