import type { TaskRecord } from "@portico/client/dashboard";
import { html, nothing } from "lit";
import type { ConsolePart } from "../lib/console-page.ts";
import { FormController } from "../lib/form.ts";
import type { Values } from "../lib/form.ts";
import { closeDialog, formDialog } from "../parts/dialog.ts";
import { selectField, textField } from "../parts/fields.ts";
import { commonWords } from "../words/common.ts";
import { dueAtOf } from "./due.ts";
import type { TaskChange } from "./save-tasks.ts";
import type { TaskChanges } from "./task-changes.ts";
import { recordWords } from "./words.ts";

/** What can be done with several tasks together. Each can be taken back, so nothing asks first. */
export class TaskBulk {
  readonly #form: FormController;
  #asked?: "dueDay" | "priority" | undefined;
  #tasks: TaskRecord[] = [];
  #done: () => void = () => {};

  constructor(
    private readonly host: ConsolePart,
    private readonly changes: TaskChanges,
  ) {
    this.#form = new FormController(
      host,
      (values, form) => this.#send(values, form),
      () => commonWords(host).required,
    );
  }

  /** The buttons; `done` when the change is on its way. */
  render(tasks: TaskRecord[], done: () => void): unknown {
    const words = recordWords(this.host);
    const open = tasks.filter(({ status }) => status !== "DONE");
    const closed = tasks.filter(({ status }) => status === "DONE");
    const apply = (chosen: TaskRecord[], change: TaskChange, text: string) => () => {
      done();
      void this.changes.apply(chosen, change, text);
    };
    const ask = (asked: "dueDay" | "priority") => () => {
      this.#form.reset();
      this.#asked = asked;
      this.#tasks = tasks;
      this.#done = done;
    };
    const button = (text: string, act: () => void) =>
      html`<button type="button" class="btn" @click=${act}>${text}</button>`;
    const [first] = tasks;
    return html`
      ${
        open.length
          ? button(
              words.complete,
              apply(open, { status: "DONE" }, words.completed(open.length, open[0]!.title)),
            )
          : nothing
      }
      ${
        closed.length
          ? button(
              words.reopen,
              apply(closed, { status: "OPEN" }, words.reopened(closed.length, closed[0]!.title)),
            )
          : nothing
      }
      ${first ? [button(words.dueDate, ask("dueDay")), button(words.priority, ask("priority"))] : nothing}
    `;
  }

  async #send({ dueDay, priority }: Values, form: HTMLFormElement): Promise<void> {
    const words = recordWords(this.host);
    const tasks = this.#tasks;
    const change: TaskChange =
      this.#asked === "dueDay"
        ? { dueAt: dueAtOf(dueDay ?? null, this.host.org!.timeZone) }
        : { priority: priority as TaskRecord["priority"] };
    closeDialog(form);
    this.#done();
    await this.changes.apply(tasks, change, words.changed(tasks.length, tasks[0]!.title));
  }

  /** What a date or a priority is asked in. */
  renderDialog(): unknown {
    const asked = this.#asked;
    if (!asked) return nothing;
    const words = recordWords(this.host);
    const close = () => {
      this.#asked = undefined;
      this.host.requestUpdate();
    };
    const choices = (["LOW", "NORMAL", "HIGH"] as const).map((value) => [value, words[value]] as const);
    return formDialog(
      this.host,
      this.#form,
      {
        heading:
          asked === "dueDay" ? words.dueDateOf(this.#tasks.length) : words.priorityOf(this.#tasks.length),
        action: words.apply(this.#tasks.length),
        close,
      },
      asked === "dueDay"
        ? textField(this.host, this.#form, {
            name: "dueDay",
            label: words.dueDay,
            type: "date",
            hint: words.noDateHint,
          })
        : selectField(this.host, this.#form, {
            name: "priority",
            label: words.priority,
            value: "NORMAL",
            required: true,
            choices,
          }),
    );
  }
}
