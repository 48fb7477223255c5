import type { DashboardApi } from "@portico/client/dashboard";
import type { ExportRequest } from "../../lib/export.ts";
import { fields } from "./columns.ts";
import type { Kind } from "./columns.ts";

type Exported = Record<string, unknown> &
  Partial<Record<"customer" | "employee" | "author", { id: string; name: string } | null>>;

// What stands beside a record under another name than a column's, or not at all.
const beside: Record<string, (record: Exported) => unknown> = {
  customerName: ({ customer }) => customer?.name,
  employeeId: ({ employee }) => employee?.id,
  employeeName: ({ employee }) => employee?.name,
  authorName: ({ author }) => author?.name,
};

const lists = (api: DashboardApi, signal: AbortSignal) => {
  const [query, options] = [{ limit: 100 }, { signal }];
  return {
    customers: () => api.iterateCustomers(query, options),
    appointments: () => api.iterateAppointmentRecords(query, options),
    tasks: () => api.iterateTaskRecords(query, options),
    notes: () => api.iterateNoteRecords(query, options),
  } satisfies Record<Kind, () => AsyncIterable<object>>;
};

/** Everything of a kind, in columns that an import knows again. */
export function exportOf(api: DashboardApi, kind: Kind, name: string): ExportRequest<object> {
  // A record tells its customer's id, which says as much.
  const columns = fields[kind].map((field) => field.name).filter((column) => column !== "customerExternalId");
  return {
    name,
    header: columns,
    records: (signal) => lists(api, signal)[kind](),
    cells: (record) =>
      columns.map(
        (column) =>
          (beside[column]?.(record as Exported) ?? (record as Exported)[column] ?? null) as string | null,
      ),
  };
}
