import type { DashboardAnswer, DashboardApi } from "@portico/client/dashboard";
import type { RecordKind } from "./push.ts";

/** A record that was made or changed, as it is now, or that is gone. */
export type RecordChange = DashboardAnswer<"listChanges">["items"][number];

/** Some changes, and where to go on once they are dealt with. */
export interface ChangesPage {
  items: RecordChange[];
  /** For `after`, next time. */
  cursor: string;
}

/** Options of `pullChanges`. */
export interface PullOptions {
  /** The last `cursor`; everything from the beginning when left out, and with `now` what comes from now on. */
  after?: string | undefined;
  /** Only these; all four when left out. A cursor is good for the kinds that it was made with. */
  kinds?: RecordKind[];
  /** Changes a page, 1 to 500; 500 when left out. */
  limit?: number;
  /** Ends it. */
  signal?: AbortSignal;
}

/** Walks the feed of changes to its present end. */
export async function* pullChanges(
  api: DashboardApi,
  { after, kinds, limit = 500, signal }: PullOptions = {},
): AsyncGenerator<ChangesPage, void, undefined> {
  const entities = kinds?.join(",");
  for (let cursor = after, hasMore = true; hasMore;) {
    const page = await api.listChanges({ after: cursor, entities, limit } as never, { signal });
    ({ hasMore } = page);
    cursor = page.nextCursor;
    yield { items: page.items, cursor };
  }
}
