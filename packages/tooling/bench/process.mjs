// What a process has used of the processor, as Linux counts it.
import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";

/** @type {number | undefined} */
let ticks;

/** Microseconds of processor time since the process began; NaN where the system does not tell. */
export function cpuMicroseconds(/** @type {number} */ pid) {
  try {
    ticks ??= Number(execFileSync("getconf", ["CLK_TCK"], { encoding: "utf8" }));
    // The command's name is in brackets and may hold anything: fields are counted from behind it.
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return ((Number(fields[11]) + Number(fields[12])) / ticks) * 1_000_000;
  } catch {
    return NaN;
  }
}

/** The middle of some numbers. */
export function median(/** @type {number[]} */ values) {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return NaN;
  return sorted.length % 2
    ? (sorted[middle] ?? NaN)
    : ((sorted[middle - 1] ?? NaN) + (sorted[middle] ?? NaN)) / 2;
}
