import type { Http } from "../http.ts";
import { iterate } from "../paging.ts";
import type { CallOptions, Page, Task, TasksQuery } from "../types.ts";
import { itemPath } from "./item.ts";

const PATH = "/portal/tasks";

/** The tasks of the signed-in customer. */
export function tasks(call: Http) {
  const listTasks = (query: TasksQuery = {}, options: CallOptions = {}) =>
    call<Page<Task>>({ path: PATH, query, signal: options.signal });
  // Both name the state to reach, so a second time changes nothing and a retry is safe.
  const move =
    (step: "complete" | "reopen") =>
    async (id: string, options: CallOptions = {}) =>
      call<Task>({
        method: "POST",
        path: `${itemPath(PATH, id)}/${step}`,
        idempotent: true,
        signal: options.signal,
      });
  return {
    listTasks,
    iterateTasks: iterate(listTasks),
    getTask: async (id: string, options: CallOptions = {}) =>
      call<Task>({ path: itemPath(PATH, id), signal: options.signal }),
    completeTask: move("complete"),
    reopenTask: move("reopen"),
  };
}
