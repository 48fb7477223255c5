import type { Task } from "@portico/client";
import type { ReactiveController } from "lit";
import { PortalErrorEvent } from "../events/session.ts";
import { PortalTaskCompletedEvent, PortalTaskReopenedEvent } from "../events/tasks.ts";
import type { PortalElement } from "../lib/portal-element.ts";
import { toPortalError } from "./portal-store.ts";

/** How long a finished task stays where it was, with its undo. */
export const UNDO_MS = 6000;

/** Completes and reopens tasks at once, and takes it back if the server refuses. */
export class TasksController implements ReactiveController {
  readonly #settling = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #wanted = new Map<string, boolean>();
  readonly #busy = new Set<string>();

  /** Tasks that the server refused, by id: what to say beside them. */
  readonly failed = new Map<string, string>();

  constructor(
    private readonly host: PortalElement,
    /** Puts a task, as the person sees it, into the host's lists; `gone` when it should leave them. */
    private readonly apply: (task: Task, gone: boolean) => void,
  ) {
    host.addController(this);
  }

  hostDisconnected(): void {
    for (const timer of this.#settling.values()) clearTimeout(timer);
    this.#settling.clear();
  }

  /** Whether the task just changed and still offers its undo. */
  isSettling(id: string): boolean {
    return this.#settling.has(id);
  }

  /** Marks a task done or open, at once. */
  async set(task: Task, done: boolean): Promise<void> {
    this.failed.delete(task.id);
    this.#show({
      ...task,
      status: done ? "DONE" : "OPEN",
      completedAt: done ? new Date().toISOString() : null,
    });
    const { localize } = this.host;
    this.host.announce(localize.term(done ? "taskDone" : "taskReopened", task.title));
    this.#wanted.set(task.id, done);
    // One request a task at a time; a quick undo waits for the first answer, and the last wish wins.
    if (this.#busy.has(task.id)) return;
    this.#busy.add(task.id);
    try {
      await this.#send(task, !done);
    } finally {
      this.#busy.delete(task.id);
      this.#wanted.delete(task.id);
    }
  }

  async #send(task: Task, was: boolean): Promise<void> {
    const client = this.host.store!.client!;
    let known = was;
    let last = task;
    while (this.#wanted.get(task.id) !== known) {
      const done = this.#wanted.get(task.id)!;
      try {
        last = await (done ? client.completeTask(task.id) : client.reopenTask(task.id));
        known = done;
      } catch (thrown) {
        this.#refuse({ ...last }, thrown);
        return;
      }
      this.host.store?.cache.delete("dashboard");
      const Event = done ? PortalTaskCompletedEvent : PortalTaskReopenedEvent;
      this.host.dispatchEvent(new Event(last));
    }
  }

  #refuse(task: Task, thrown: unknown): void {
    const text = this.host.localize.term("taskFailed", task.title);
    this.failed.set(task.id, text);
    this.#settle(task.id, false);
    this.apply(task, false);
    this.host.announce(text);
    this.host.dispatchEvent(new PortalErrorEvent(toPortalError(thrown)));
  }

  #show(task: Task): void {
    this.apply(task, false);
    this.#settle(task.id, true, () => this.apply(task, true));
  }

  #settle(id: string, start: boolean, then?: () => void): void {
    clearTimeout(this.#settling.get(id));
    this.#settling.delete(id);
    if (start) {
      this.#settling.set(
        id,
        setTimeout(() => {
          // Whoever is in the row by the keyboard has all the time they need.
          if (this.host.renderRoot.querySelector(`[data-id="${id}"] :focus-visible`))
            return this.#settle(id, true, then);
          this.#settling.delete(id);
          then?.();
          this.host.requestUpdate();
        }, UNDO_MS),
      );
    }
    this.host.requestUpdate();
  }
}
