import type { Page, Task } from "@portico/client";
import { css, html } from "lit";
import type { TemplateResult } from "lit";
import { state } from "../../lib/decorators.ts";
import { PagingController } from "../../controllers/paging.ts";
import { TasksController } from "../../controllers/tasks.ts";
import { PortalPage } from "../../lib/portal-page.ts";
import { failure } from "../../primitives/failure.ts";
import { empty, segmented, skeleton } from "../../primitives/primitives.ts";
import { taskList, taskStyles } from "./task-list.ts";

type Show = "open" | "done";

/**
 * @summary The customer's tasks: open ones, completed in place with an undo, and those that are done.
 *
 * @event {PortalTaskCompletedEvent} portal-task-completed - A person completed a task; carries `task`.
 * @event {PortalTaskReopenedEvent} portal-task-reopened - A person reopened a task; carries `task`.
 *
 * @csspart segmented - The choice between open and done.
 * @csspart list - The list.
 * @csspart task - A task.
 * @csspart pill - When a task is due.
 * @csspart empty - What is said where there is nothing.
 *
 * @cssproperty [--portal-tasks-min-height=18rem] - Component: height that is reserved before anything has loaded, a length.
 */
export class PortalTasks extends PortalPage {
  static override styles = [
    ...PortalPage.pageStyles,
    taskStyles,
    css`
      .root {
        min-block-size: var(--portal-tasks-min-height, 18rem);
      }
    `,
  ];

  readonly #load = new PagingController<Task>(this, (cursor, signal) => this.#fetch(cursor, signal));
  readonly #tasks = new TasksController(this, (task, gone) => this.#apply(task, gone));

  @state() private show: Show = "open";

  protected override get what(): string {
    return this.localize.term("tasks");
  }

  #fetch(cursor?: string, signal?: AbortSignal): Promise<Page<Task>> {
    const status = this.show === "open" ? (["OPEN", "IN_PROGRESS"] as const) : ("DONE" as const);
    return this.store!.client!.listTasks({ status, limit: 50, ...(cursor && { cursor }) }, { signal });
  }

  #apply(task: Task, gone: boolean): void {
    const page = this.#load.value;
    if (!page) return;
    const belongs = (task.status === "DONE") === (this.show === "done");
    const items = page.items.flatMap((item) =>
      item.id !== task.id ? [item] : gone && !belongs ? [] : [task],
    );
    this.#load.mutate({ ...page, items });
  }

  readonly #choose = (show: Show) => {
    this.show = show;
  };

  #renderList(): TemplateResult {
    const { localize, time } = this;
    const { value, error } = this.#load;
    if (!value) {
      return error
        ? failure(localize, this.what, error, () => void this.#load.reload())
        : skeleton(localize, 3);
    }
    if (!value.items.length) {
      return this.show === "open"
        ? empty(localize.term("noTasks"), localize.term("noTasksHint", this.org!.name))
        : empty(localize.term("noDone"), localize.term("noDoneHint"));
    }
    return html`
      ${taskList(value.items, { time, localize, controller: this.#tasks })}
      ${this.#load.renderMore(this.what)}
    `;
  }

  protected override renderContent(): TemplateResult {
    this.#load.ensure(`tasks:${this.show}`);
    const { localize } = this;
    return this.renderPage(
      segmented(
        this.what,
        [
          ["open", localize.term("open")],
          ["done", localize.term("done")],
        ],
        this.show,
        this.#choose,
      ),
      this.#renderList(),
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portal-tasks": PortalTasks;
  }
}
