// What the scripts share that write pages from the sources.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** The repository. */
export const root = fileURLToPath(new URL("../../", import.meta.url));
/** Where the site's pages are. */
export const content = join(root, "docs/src/content/docs");

export const readText = (/** @type {string} */ path) => readFileSync(join(root, path), "utf8");
export const readJson = (/** @type {string} */ path) => JSON.parse(readText(path));

/** @type {Set<string>} */
const written = new Set();

/**
 * Writes a page, unless it is like that already: the dev server reloads what changes.
 * @param {string} path below the pages' folder
 * @param {{ title: string, description: string, order?: number, label?: string }} about
 * @param {string} body Markdown
 */
export function page(path, { title, description, order, label }, body) {
  const sidebar = { ...(order !== undefined && { order }), ...(label && { label }) };
  const front = { title, description, sidebar, editUrl: false };
  const lines = Object.entries(front).map(([key, value]) => `${key}: ${JSON.stringify(value)}`);
  const text = `---\n${lines.join("\n")}\n---\n\n${body.trim()}\n`;
  const file = join(content, path);
  written.add(file);
  if (existsSync(file) && readFileSync(file, "utf8") === text) return;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text);
}

/** Deletes the pages of these folders that were not written this time. */
export function forgetOthers(/** @type {string[]} */ folders) {
  for (const folder of folders.map((name) => join(content, name)).filter(existsSync))
    for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" })) {
      const file = join(folder, name);
      if (/\.mdx?$/.test(name) && !written.has(file)) rmSync(file);
    }
}

/** Text in a cell of a table. */
export const cell = (/** @type {string | undefined} */ text) =>
  (text ?? "").replaceAll("|", "\\|").replaceAll(/\s*\n\s*/g, " ");
/** Code in a cell of a table. */
export const code = (/** @type {string | undefined} */ text) => (text ? `\`${cell(text)}\`` : "");

/**
 * A table, or nothing where there are no rows; a column that is empty everywhere is left out.
 * @param {string[]} heads
 * @param {string[][]} rows
 */
export function table(heads, rows) {
  if (rows.length === 0) return "";
  const kept = heads.map((_, index) => index).filter((index) => rows.some((row) => row[index]));
  const line = (/** @type {string[]} */ cells) => `| ${kept.map((index) => cells[index]).join(" | ")} |`;
  return `\n${[line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n")}\n`;
}

/** The first sentence of a text, without its markup. */
export const firstSentence = (/** @type {string} */ text) =>
  (/^[\s\S]*?\.(?=\s|$)/.exec(text.trim())?.[0] ?? text.trim())
    .replaceAll(/\[([^\]]*)\]\([^)]*\)/g, "$1")
    .replaceAll(/[`*]/g, "")
    .replaceAll(/\s+/g, " ");
