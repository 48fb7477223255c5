import type { TaskRecord } from "@portico/client/dashboard";
import type { ConsolePart } from "../lib/console-page.ts";
import type { ListController } from "../lib/list.ts";
import { problemText } from "../parts/problem.ts";
import { RecordsChangedEvent } from "./events.ts";
import { saveTasks } from "./save-tasks.ts";
import type { TaskChange } from "./save-tasks.ts";
import { recordWords } from "./words.ts";

/** Changes tasks of a list at once, as people see it, with a way back; what the server refuses comes back by itself. */
export class TaskChanges {
  constructor(
    private readonly host: ConsolePart,
    private readonly list: ListController<TaskRecord>,
  ) {}

  /** Changes tasks in the same way and says so. */
  async apply(tasks: TaskRecord[], change: TaskChange, text: string): Promise<void> {
    const saved = await this.#save(tasks.map((task) => [task, change]));
    if (!saved.length) return;
    this.host.toast(text, () =>
      this.#save(saved.map((task) => [{ ...task, ...change }, backOf(task, change)])),
    );
  }

  /** Shows and sends changes; answers the tasks, as they were, whose changes were taken. */
  async #save(changes: [TaskRecord, TaskChange][]): Promise<TaskRecord[]> {
    for (const [task, change] of changes) this.list.put(changed(task, change));
    const rows = changes.map(([{ id }, change]) => ({ id, ...change }));
    const refused = await saveTasks(this.host.api, rows);
    const tasks = changes.map(([task]) => task);
    for (const task of tasks) if (refused.has(task.id)) this.list.put(task);
    const [first] = refused.values();
    if (first) this.host.toast(recordWords(this.host).refused(refused.size, problemText(this.host, first)));
    this.host.dispatchEvent(new RecordsChangedEvent());
    return tasks.filter(({ id }) => !refused.has(id));
  }
}

const backOf = (task: TaskRecord, change: TaskChange): TaskChange =>
  Object.fromEntries((Object.keys(change) as (keyof TaskChange)[]).map((name) => [name, task[name]]));

function changed(task: TaskRecord, change: TaskChange): TaskRecord {
  const isDone = (change.status ?? task.status) === "DONE";
  const completedAt = isDone ? (task.completedAt ?? new Date().toISOString()) : null;
  return { ...task, ...change, completedAt };
}
