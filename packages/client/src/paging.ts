import type { CallOptions, ListQuery, Page } from "./types.ts";

/** Turns a function that lists one page into one that walks all items, each page fetched when reached. */
export function iterate<Q extends ListQuery, T>(
  list: (query: Q, options?: CallOptions) => Promise<Page<T>>,
): (query?: Q, options?: CallOptions) => AsyncIterableIterator<T> {
  return async function* (query, options) {
    let cursor: string | null | undefined = query?.cursor;
    do {
      const page: Page<T> = await list({ ...query, cursor } as Q, options);
      yield* page.items;
      cursor = page.nextCursor;
    } while (cursor);
  };
}
