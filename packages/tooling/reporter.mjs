// A reporter for node:test: failures in full, successes as one line a file, and the totals for test.mjs to add up.
import { relative } from "node:path";
import { root } from "./lib.mjs";

/** The line that test.mjs takes out of the output. */
export const totalsMark = "@portico-totals ";

/** Where a test stands: the names above it are known by their nesting. */
function track(/** @type {Map<string, string[]>} */ paths, /** @type {any} */ data) {
  const path = paths.get(data.file) ?? [];
  path.length = data.nesting;
  path[data.nesting] = data.name;
  paths.set(data.file, path);
  return path.filter((name) => !name.startsWith("/")).join(" › ");
}

/** What went wrong, without the runner's own frames. */
function describe(/** @type {any} */ error) {
  const cause = error?.cause instanceof Error ? error.cause : error;
  const text = String(cause?.stack ?? cause?.message ?? cause);
  const lines = text.split("\n").filter((line) => !/^\s+at .*(node:internal|node:async_hooks)/.test(line));
  return lines.slice(0, 60).map((line) => `    ${line}`);
}

export default async function* reporter(/** @type {AsyncIterable<any>} */ source) {
  /** @type {Map<string, string[]>} */
  const paths = new Map();
  for await (const { type, data } of source) {
    if (type === "test:start") track(paths, data);
    else if (type === "test:fail") {
      // A suite fails because a test in it does: that one is told already.
      if (data.details?.error?.failureType === "subtestsFailed") continue;
      const title = track(paths, data);
      const place = data.file ? ` (${relative(root, data.file)}:${data.line ?? 0})` : "";
      yield `  ✗ ${title || data.name}${place}\n${describe(data.details?.error).join("\n")}\n\n`;
    } else if (type === "test:stdout" || type === "test:stderr") yield data.message;
    else if (type === "test:summary") {
      const { tests, passed, failed, cancelled, skipped } = data.counts;
      if (data.file) {
        const time = `${(data.duration_ms / 1000).toFixed(1)} s`;
        const mark = data.success ? "✓" : "✗";
        const left = skipped ? `, ${skipped} skipped` : "";
        yield `  ${mark} ${relative(root, data.file)}: ${passed} of ${tests}${left}, ${time}\n`;
      } else yield `${totalsMark}${JSON.stringify({ passed, failed: failed + cancelled, skipped })}\n`;
    }
  }
}
