import type { DashboardApi, TaskRecord } from "@portico/client/dashboard";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import type { PortalError } from "@portico/client";

/** What can be changed of several tasks at once. */
export type TaskChange = Partial<Pick<TaskRecord, "status" | "priority" | "dueAt">>;

/** Changes tasks; answers those that were refused, and why. */
export async function saveTasks(
  api: DashboardApi,
  rows: ({ id: string } & TaskChange)[],
): Promise<Map<string, PortalError>> {
  const refused = new Map<string, PortalError>();
  const save = async ({ id, ...change }: { id: string } & TaskChange) => {
    await api.updateTask(id, change).catch((error: unknown) => refused.set(id, toPortalError(error)));
  };
  await Promise.all(rows.map(save));
  return refused;
}
