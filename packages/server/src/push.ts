import type { DashboardAnswer, DashboardApi } from "@portico/client/dashboard";

const operations = {
  customers: "upsertCustomers",
  appointments: "upsertAppointments",
  tasks: "upsertTasks",
  notes: "upsertNotes",
} as const;

/** The kinds of records that both sides can follow. */
export type RecordKind = keyof typeof operations;

type Operation<K extends RecordKind> = (typeof operations)[K];

/** A record as it is brought over: what is absent stays as it is, null empties a field (RFC 7396). */
export type RecordRow<K extends RecordKind> = Parameters<DashboardApi[Operation<K>]>[0]["items"][number];

/** What became of a row. */
export type PushResult<K extends RecordKind> = DashboardAnswer<"upsertCustomers">["results"][number] & {
  /** The row itself. */
  row: RecordRow<K>;
};

/** Options of `pushRecords`. */
export interface PushOptions {
  /** Tells what would become of each row, and changes nothing. */
  dryRun?: boolean;
  /** Rows a request, 1 to 500; 500 when left out. */
  size?: number;
  /** Ends it; batches that were sent stay. */
  signal?: AbortSignal;
}

async function* batchesOf<T>(rows: Iterable<T> | AsyncIterable<T>, size: number): AsyncGenerator<T[]> {
  let batch: T[] = [];
  for await (const row of rows) {
    batch.push(row);
    if (batch.length < size) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

/** Sends rows in batches and yields what became of each. */
export async function* pushRecords<K extends RecordKind>(
  api: DashboardApi,
  kind: K,
  rows: Iterable<RecordRow<K>> | AsyncIterable<RecordRow<K>>,
  { dryRun = false, size = 500, signal }: PushOptions = {},
): AsyncGenerator<PushResult<K>, void, undefined> {
  // The four operations differ only in their rows, which the types above keep apart.
  const send = api[operations[kind]] as unknown as (
    input: { items: RecordRow<K>[]; dryRun: boolean },
    options: { signal?: AbortSignal | undefined },
  ) => Promise<{ results: Omit<PushResult<K>, "row">[] }>;
  for await (const items of batchesOf(rows, size)) {
    const { results } = await send({ items, dryRun }, { signal });
    for (const [n, result] of results.entries()) yield { ...result, row: items[n]! } as PushResult<K>;
  }
}
