import type { Task } from "@portico/client";
import { css, html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { PortalLocalize } from "../../controllers/localize.ts";
import type { TasksController } from "../../controllers/tasks.ts";
import { daysFromToday, shortDay } from "../../lib/time.ts";
import type { TimeContext } from "../../lib/time.ts";
import { checkIcon } from "../../primitives/icons.ts";
import { pill } from "../../primitives/primitives.ts";

/** The pill of an open task: when it is due, in words. */
function duePill(task: Task, time: TimeContext, localize: PortalLocalize): TemplateResult {
  if (!task.dueAt) return pill(localize.term("noDate"));
  const days = daysFromToday(time, task.dueAt);
  if (days < 0) return pill(localize.term("overdue", shortDay(time, task.dueAt)), "danger");
  if (days === 0) return pill(localize.term("dueToday"), "warning");
  if (days === 1) return pill(localize.term("dueTomorrow"), "warning");
  return pill(shortDay(time, task.dueAt));
}

/** What a list of tasks is told. */
interface TaskListOptions {
  time: TimeContext;
  localize: PortalLocalize;
  controller: TasksController;
}

/** One task: its circle, what it is, when it is due, and its undo while that lasts. */
function taskRow(task: Task, { time, localize, controller }: TaskListOptions): TemplateResult {
  const done = task.status === "DONE";
  const settling = controller.isSettling(task.id);
  const failed = controller.failed.get(task.id);
  return html`
    <li part="task" class="task ${done ? "done" : ""} ${settling ? "settling" : ""}" data-id=${task.id}>
      <label class="circle">
        <input
          type="checkbox"
          .checked=${done}
          aria-label=${localize.term("markDone", task.title)}
          aria-describedby=${failed ? `failed-${task.id}` : nothing}
          @change=${() => void controller.set(task, !done)}
        />
        <span class="ring">${checkIcon}</span>
      </label>
      <div class="what">
        <p class="strong title">${task.title}</p>
        ${task.description ? html`<p class="small" dir="auto">${task.description}</p>` : nothing}
        ${failed ? html`<p class="small failed" id="failed-${task.id}">${failed}</p>` : nothing}
      </div>
      <div class="tags">
        ${
          settling
            ? html`<button type="button" class="link" @click=${() => void controller.set(task, !done)}>
                ${localize.term("undo")}
              </button>`
            : done
              ? pill(
                  task.completedAt
                    ? localize.term("doneOn", shortDay(time, task.completedAt))
                    : localize.term("done"),
                )
              : html`${task.priority === "HIGH" ? pill(localize.term("highPriority"), "accent") : nothing}
                ${task.status === "IN_PROGRESS" ? pill(localize.term("inProgress"), "accent") : nothing}
                ${duePill(task, time, localize)}`
        }
      </div>
    </li>
  `;
}

/** Tasks that can be done and undone in place. */
export const taskList = (tasks: Task[], options: TaskListOptions): TemplateResult => html`
  <ul part="list" class="card rows">
    ${repeat(
      tasks,
      (task) => task.id,
      (task) => taskRow(task, options),
    )}
  </ul>
`;

/** How a task row looks; shared by the overview and the list. */
export const taskStyles = css`
  .task {
    display: flex;
    align-items: flex-start;
    padding: calc(var(--_pad) - 0.25rem) var(--_pad);
    padding-inline-start: calc(var(--_pad) - 0.75rem);
    min-block-size: var(--_row);
  }
  .circle {
    position: relative;
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 2.75rem;
    block-size: 2.75rem;
    margin-block: -0.5625rem;
    cursor: pointer;
  }
  .circle input {
    position: absolute;
    inset: 0;
    margin: 0;
    inline-size: 100%;
    block-size: 100%;
    opacity: 0;
    cursor: inherit;
  }
  .ring {
    display: grid;
    place-items: center;
    inline-size: 1.375rem;
    block-size: 1.375rem;
    border: 2px solid var(--_ink-3);
    border-radius: var(--_radius-pill);
    color: var(--_on-accent);
    transition: var(--_ease);
  }
  .task:not(.done) .ring svg {
    visibility: hidden;
  }
  .ring svg {
    inline-size: 1rem;
    block-size: 1rem;
    stroke-width: 2.75;
  }
  .circle:hover .ring {
    border-color: var(--_accent-ink);
  }
  .circle input:focus-visible + .ring {
    outline: 2px solid var(--_accent-ink);
    outline-offset: 2px;
  }
  .done .ring {
    background: var(--_accent-fill);
    border-color: var(--_accent-edge);
  }
  .what {
    flex: 1;
    min-inline-size: 0;
    padding-inline: 0.125rem 0.75rem;
  }
  .title {
    transition: color var(--_motion);
  }
  .done .title {
    color: var(--_ink-2);
    text-decoration: line-through;
    text-decoration-color: var(--_ink-3);
  }
  .failed {
    color: var(--_danger);
  }
  .tags {
    display: flex;
    flex-wrap: wrap;
    justify-content: flex-end;
    gap: 0.375rem;
    max-inline-size: 45%;
  }
  .tags .pill {
    flex-shrink: 1;
    white-space: normal;
  }
  @container (inline-size < 20rem) {
    .task {
      flex-wrap: wrap;
    }
    .tags {
      inline-size: 100%;
      max-inline-size: none;
      justify-content: flex-start;
      padding-inline-start: 2.875rem;
      margin-block-start: 0.375rem;
    }
    .task .what {
      padding-inline-end: 0;
    }
  }
  .settling .link {
    padding-inline: 0.5rem;
    margin-inline-end: -0.5rem;
    margin-block: -0.625rem;
  }
`;
