import { PortalError } from "@portico/client/core";
import type { DashboardApi, TaskRecord } from "@portico/client/dashboard";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";

/** What can be changed of several tasks at once. */
export type TaskChange = Partial<Pick<TaskRecord, "status" | "priority" | "dueAt">>;

/** Changes tasks in one request; answers those that were refused, and why. */
export async function saveTasks(
  api: DashboardApi,
  items: ({ id: string } & TaskChange)[],
): Promise<Map<string, PortalError>> {
  try {
    const { results } = await api.upsertTasks({ items });
    const failed = results.filter(({ status }) => status === "FAILED");
    return new Map(failed.map(({ index, errors }) => [items[index]!.id, refusal(errors?.[0])]));
  } catch (error) {
    return new Map(items.map(({ id }) => [id, toPortalError(error)]));
  }
}

/** What is wrong with a row: its task is gone, or a value is not one. */
const refusal = (error = { path: "id", message: "" }) =>
  new PortalError({ code: error.path === "id" ? "NOT_FOUND" : "INVALID_REQUEST", message: error.message });
