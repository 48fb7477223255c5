import { define } from "@portico/elements/internal/lib/define.ts";
import { html } from "lit";
import type { TemplateResult } from "lit";
import { ConsolePage } from "../../lib/console-page.ts";
import "../../records/task-list.ts";
import { recordWords } from "../../records/words.ts";

/** Every customer's tasks. */
export class TasksPage extends ConsolePage {
  override get heading(): string {
    return recordWords(this).tasks;
  }

  readonly #create = (): void => this.renderRoot.querySelector("console-task-list")!.create();

  protected override renderContent(): TemplateResult {
    const actions = html`<button type="button" class="btn primary" @click=${this.#create}>
      ${recordWords(this).newTask}
    </button>`;
    return this.renderPage(
      { actions },
      html`<console-task-list .client=${this.client!} .place=${this.place}></console-task-list>`,
    );
  }
}

define("console-tasks", TasksPage);
