// Writes the figures of a run into docs/src/content/docs/guides/performance.md, between its markers.
import { readFileSync, writeFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { root } from "../lib.mjs";

const file = join(root, "docs", "src", "content", "docs", "guides", "performance.md");

/** @typedef {import("./measure.mjs").Medians} Medians */
/** @typedef {{ path: string, connections: number, medians: Record<string, Medians> }} Row */
/**
 * @typedef {{
 *   command: string, data: string, database: string, rows: Row[], withRls: number, withoutRls: number,
 *   lists: { name: string, index: string, isUsed: boolean }[], customers: import("./customers.mjs").Row[],
 *   sync: import("./sync.mjs").Row[],
 * }} Result
 */

const ratio = (/** @type {number | undefined} */ mine, /** @type {number | undefined} */ theirs) =>
  mine && theirs ? (mine / theirs).toFixed(3) : "–";
const number = (/** @type {number | undefined} */ value, digits = 0) =>
  value === undefined || Number.isNaN(value) ? "–" : value.toFixed(digits);

/** The figures as Markdown. */
export function render(/** @type {Result} */ result) {
  const { rows, lists } = result;
  const header =
    "| request | connections | × bare Worker | × pgbench, prepared | × pgbench, simple | CPU µs a request | p50 ms | p99 ms |";
  const lines = rows.map(({ path, connections, medians }) => {
    const { Worker: mine, bare, prepared, simple } = medians;
    const ratios = [bare, prepared, simple].map((theirs) => ratio(mine?.rate, theirs?.rate));
    const times = [number(mine?.cpu), number(mine?.p50, 1), number(mine?.p99, 1)];
    return `| \`GET ${path}\` | ${[connections, ...ratios, ...times].join(" | ")} |`;
  });
  const unused = lists.filter((list) => !list.isUsed).map((list) => list.name);
  const used =
    unused.length === 0
      ? `All ${lists.length} list statements read through the index made for them.`
      : `Of ${lists.length} list statements these do not read through their index: ${unused.join("; ")}.`;
  return [
    `\`${result.command}\`, ${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores.`,
    `${result.data} ${result.database}`,
    "",
    header,
    "| --- | --: | --: | --: | --: | --: | --: | --: |",
    ...lines,
    "",
    `The dashboard's statement with row-level security runs at ${ratio(result.withRls, result.withoutRls)} of its speed without. ${used}`,
    ...renderCustomers(result.customers),
    ...renderSync(result.sync),
  ].join("\n");
}

/** The customer list and search of one large organization. */
function renderCustomers(/** @type {Result["customers"]} */ rows) {
  if (rows.length === 0) return [];
  const lines = rows.map(({ path, indexes, medians }) => {
    const { Worker: worker, statement, "bare SQL": bare } = medians;
    const times = [worker?.rate, statement?.rate, bare?.rate].map((rate) => number(rate && 1000 / rate, 2));
    const ratios = [ratio(worker?.rate, bare?.rate), ratio(statement?.rate, bare?.rate)];
    return `| \`GET ${path}\` | ${[...times, ...ratios, indexes].join(" | ")} |`;
  });
  return [
    "",
    "The customers of one organization with as many as all others together, one connection, beside the bare SQL for the same rows: no session, no row-level security, no search but its own.",
    "",
    "| request | Worker ms | statement ms | bare SQL ms | Worker × bare | statement × bare | indexes |",
    "| --- | --: | --: | --: | --: | --: | --- |",
    ...lines,
  ];
}

/** Records written in batches. */
function renderSync(/** @type {Result["sync"]} */ rows) {
  if (rows.length === 0) return [];
  const lines = rows.map(({ kind, medians }) => {
    const { batches, COPY: copy, inserts } = medians;
    const rates = [batches, copy, inserts].map((one) => number(one?.rate));
    const ratios = [ratio(batches?.rate, copy?.rate), ratio(batches?.rate, inserts?.rate)];
    return `| ${kind} | ${[...rates, ...ratios, number(batches?.cpu)].join(" | ")} |`;
  });
  return [
    "",
    "New records in batches of 500 through the Worker, one after the other and each with its entry in the audit log; beside COPY and single inserts straight into the same tables, without an audit log, by a login that policies do not hold for.",
    "",
    "| 10,000 | batches, rows a second | COPY | single inserts | batches × COPY | batches × inserts | Worker's CPU µs a row |",
    "| --- | --: | --: | --: | --: | --: | --: |",
    ...lines,
  ];
}

/** Replaces what stands between the markers of a bench. */
export function keep(/** @type {string} */ figures, bench = "bench") {
  const [begin, end] = [`<!-- ${bench}: begin -->`, `<!-- ${bench}: end -->`];
  const text = readFileSync(file, "utf8");
  const before = text.slice(0, text.indexOf(begin) + begin.length);
  writeFileSync(file, `${before}\n\n${figures}\n\n${text.slice(text.indexOf(end))}`);
}
