// The hand-written pages of the documentation and what is in their code fences.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fromMarkdown } from "mdast-util-from-markdown";
import { root } from "../lib.mjs";

/**
 * A fenced block. `line` is the document's line on which its first line stands.
 * @typedef {{ document: string, line: number, lang: string, meta: string, code: string }} Block
 * @typedef {{ path: string, blocks: Block[], words: { line: number, text: string }[] }} Document
 */

/** Folders without pages of people's hands: the site's scripts write `errors`, `project` and `reference`. */
const hidden = new Set(["node_modules", "dist", ".astro", "decisions", "errors", "project", "reference"]);

/** Pages that a script writes are checked by whatever they are written from. */
const isGenerated = (/** @type {string} */ text) => /written by `?npm run/i.test(text.slice(0, 1000));

/** Front matter is no Markdown; its lines stay, so that line numbers hold. */
const withoutFrontMatter = (/** @type {string} */ text) =>
  text.replace(/^---\n[^]*?\n---\n/, (matter) => matter.replaceAll(/[^\n]/g, ""));

/**
 * Reads a page.
 * @param {string} path
 * @param {string} text
 * @returns {Document}
 */
export function readDocument(path, text) {
  /** @type {Document} */
  const document = { path, blocks: [], words: [] };
  const walk = (/** @type {import("mdast").Nodes} */ node) => {
    const line = node.position?.start.line ?? 0;
    if (node.type === "code")
      document.blocks.push({
        document: path,
        line: line + 1,
        lang: node.lang ?? "",
        meta: node.meta ?? "",
        code: node.value,
      });
    if (node.type === "inlineCode") document.words.push({ line, text: node.value });
    if ("children" in node) node.children.forEach(walk);
  };
  walk(fromMarkdown(withoutFrontMatter(text)));
  return document;
}

/**
 * Every page that somebody wrote.
 * @returns {Document[]}
 */
export function documents() {
  const paths = globSync(
    ["docs/**/*.{md,mdx}", "README.md", "CONTRIBUTING.md", "packages/*/README.md", "examples/*/README.md"],
    { cwd: root, exclude: (name) => hidden.has(name) },
  );
  return paths
    .sort()
    .map((path) => ({ path, text: readFileSync(join(root, path), "utf8") }))
    .filter(({ text }) => !isGenerated(text))
    .map(({ path, text }) => readDocument(path, text));
}
