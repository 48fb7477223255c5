import type { ReadRow } from "./columns.ts";

// What the API takes at once, with room for what surrounds the rows.
const MOST_ROWS = 500;
const MOST_BYTES = 3_500_000;

/** Rows in batches that the API takes: at most 500, and no more than it reads. */
export function batchesOf(rows: ReadRow[]): ReadRow[][] {
  const encoder = new TextEncoder();
  const batches: ReadRow[][] = [];
  let bytes = Infinity;
  for (const row of rows) {
    const size = encoder.encode(JSON.stringify(row.item)).length + 1;
    if (bytes + size > MOST_BYTES || batches.at(-1)!.length === MOST_ROWS) {
      batches.push([]);
      bytes = 0;
    }
    batches.at(-1)!.push(row);
    bytes += size;
  }
  return batches;
}
