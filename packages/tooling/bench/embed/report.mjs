// The figures of `npm run bench:embed` as Markdown.
import { gzipSync } from "node:zlib";
import { readFileSync } from "node:fs";
import { availableParallelism } from "node:os";
import { join } from "node:path";
import { filesOf } from "../../check-size.mjs";
import { root } from "../../lib.mjs";

/** @typedef {import("./load.mjs").Load} Load */
/**
 * @typedef {{
 *   rows: { name: string, embed: Load, byHand: Load }[], rounds: number, weights: { name: string, size: number }[],
 * }} Result
 */

const kilobytes = (/** @type {number} */ bytes) => (bytes / 1000).toFixed(1);

/** What ours weigh, by the same gzip. */
function ourWeights() {
  /** @type {{ name: string, sources?: string[], bundle?: string }[]} */
  const budgets = JSON.parse(readFileSync(join(root, ".size-limit.json"), "utf8"));
  return budgets.flatMap(({ name, sources, bundle }) => {
    if (!sources || bundle) return [];
    const files = filesOf("embed", sources).map((file) => readFileSync(join(root, file)));
    return [
      {
        name: `**${name}**`,
        size: files.reduce((sum, file) => sum + gzipSync(file, { level: 9 }).length, 0),
      },
    ];
  });
}

/** The tables. */
export function renderEmbed(/** @type {Result} */ { rows, rounds, weights }) {
  const lines = rows.map(({ name, embed, byHand }) => {
    const times = [embed, byHand].flatMap((one) => [one.shown.toFixed(0), one.script.toFixed(0)]);
    const counts = [embed, byHand].map((one) => `${one.requests} · ${one.shift.toFixed(3)}`);
    return `| ${[name, (embed.shown / byHand.shown).toFixed(2), ...times, ...counts].join(" | ")} |`;
  });
  const scales = [...ourWeights(), ...weights].sort((a, b) => a.size - b.size);
  return [
    `\`npm run bench:embed\`, ${new Date().toISOString().slice(0, 10)}, ${availableParallelism()} cores. Medians of ${rounds} loads of each page in turn, signed in, with an empty cache.`,
    "",
    "| first appointment | × by hand | embed: shown ms | its scripts ms | by hand: shown ms | its scripts ms | embed: requests · shift | by hand: requests · shift |",
    "| --- | --: | --: | --: | --: | --: | --: | --: |",
    ...lines,
    ...(weights.length === 0
      ? []
      : [
          "",
          "| downloaded (gzip) | kB |",
          "| --- | --: |",
          ...scales.map(({ name, size }) => `| ${name.replaceAll("<", "\\<")} | ${kilobytes(size)} |`),
        ]),
  ].join("\n");
}
