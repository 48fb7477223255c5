// Type-checks every snippet of TypeScript and JavaScript against the packages' sources, one program for each.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { bin, root, run, stateFolder } from "../lib.mjs";
import { inlineScripts } from "./markup.mjs";

/** @typedef {import("./documents.mjs").Block} Block */
/** @typedef {{ document: string, name: string, extension: string, text: string }} Source */

/** Other people's modules that a snippet uses and this repository does not have: taken at their word. */
const others = `
declare module "*.css" {}
declare module "https://portal.example.com/embed/portico.js" {
  export { watch } from "@portico/elements/internal/embed.ts";
}
declare module "next/navigation" {
  export function useRouter(): { push(to: string): void };
}
declare module "vite" {
  export function defineConfig(config: { plugins: unknown[] }): unknown;
}
declare module "@vitejs/plugin-vue" {
  export default function vue(options: {
    template: { compilerOptions: { isCustomElement: (tag: string) => boolean } };
  }): unknown;
}
`;

const titleOf = (/** @type {Block} */ { meta }) => /title="([^"]+)"/.exec(meta)?.[1];
/** A file's name without its ending; a declaration file is checked as a module, for the compiler skips those. */
const nameOf = (/** @type {string | undefined} */ title) => title?.replace(/(\.d)?\.\w+$/, "");
const linesOf = (/** @type {string} */ text) => text.split("\n").length;
const padded = (/** @type {number} */ line, /** @type {string} */ text) =>
  "\n".repeat(Math.max(0, line - 1)) + text;

/** The script of a component, on the lines where it stands. */
function componentScript(/** @type {string} */ code) {
  const found = /<script\b([^>]*)>([^]*?)<\/script>/.exec(code);
  if (!found) return undefined;
  const before = code.slice(0, found.index + found[0].indexOf(">") + 1);
  return before.replaceAll(/[^\n]/g, "") + found[2];
}

/**
 * The modules of a page. A block is one; `continues` puts it behind the one before it, `title="src/x.ts"` gives it the
 * name by which the page's others import it.
 * @param {Block[]} blocks
 */
export function sourcesOf(blocks) {
  /** @type {Source[]} */
  const sources = [];
  for (const { code, ...block } of blocks) {
    const { document, line, lang, meta } = block;
    const add = (
      /** @type {string} */ extension,
      /** @type {string | undefined} */ text,
      name = `line-${line}`,
    ) => {
      if (text !== undefined) sources.push({ document, name, extension, text: padded(line, text) });
    };
    if (lang === "html") inlineScripts(code).forEach((text, i) => add("js", text, `line-${line}-${i}`));
    if (lang === "vue" || lang === "svelte") add("ts", componentScript(code));
    if (!["ts", "tsx", "js"].includes(lang)) continue;
    const last = sources.at(-1);
    if (/\bcontinues\b/.test(meta) && last?.document === document && last.extension === lang)
      last.text += padded(line - linesOf(last.text), `\n${code}`);
    else add(lang, code, nameOf(titleOf({ code, ...block })));
  }
  return sources;
}

/** Every line of a program's output that is an error, under the name and line of its document. */
async function check(
  /** @type {string} */ folder,
  /** @type {object} */ options,
  /** @type {Source[]} */ sources,
) {
  const here = join(stateFolder, "snippets", folder);
  rmSync(here, { recursive: true, force: true });
  /** @type {Map<string, string>} */
  const documents = new Map();
  for (const { document, name, extension, text } of sources) {
    const file = join(here, document.replaceAll(/[/.]/g, "_"), `${name}.${extension}`);
    documents.set(relative(root, file), document);
    mkdirSync(dirname(file), { recursive: true });
    // What a snippet imports is a module even where it says neither import nor export.
    writeFileSync(file, text);
  }
  mkdirSync(here, { recursive: true });
  writeFileSync(join(here, "others.d.ts"), others);
  const project = join(here, "tsconfig.json");
  const compilerOptions = {
    lib: ["ES2023", "DOM", "DOM.Iterable"],
    types: ["node"],
    jsx: "react-jsx",
    moduleDetection: "force",
    experimentalDecorators: true,
    useDefineForClassFields: false,
    ...options,
  };
  writeFileSync(
    project,
    JSON.stringify({ extends: "../../../tsconfig.base.json", compilerOptions, include: ["**/*"] }),
  );
  const { code, output } = await run(bin("node"), [
    bin("tsc"),
    "--noEmit",
    "--pretty",
    "false",
    "--project",
    project,
  ]);
  const lines = output.split("\n").map((line) => /^([^(]+)\((\d+),\d+\): (error TS.*)/.exec(line) ?? []);
  if (code !== 0 && !lines.some(([line]) => line)) return [output];
  // The packages' own sources have checks of their own, under their own rules.
  return lines.flatMap(([, file = "", line, error]) => {
    const document = documents.get(file);
    return document ? [`${document}:${line}: ${error}`] : [];
  });
}

/**
 * The errors in all of these blocks. JavaScript is checked less strictly: nobody writes types there.
 * @param {Block[]} blocks
 */
export async function typeProblems(blocks) {
  const sources = sourcesOf(blocks);
  const isScript = (/** @type {Source} */ { extension }) => extension === "js";
  const loose = { allowJs: true, checkJs: true, strict: false, verbatimModuleSyntax: false };
  const found = await Promise.all([
    check(
      "strict",
      {},
      sources.filter((source) => !isScript(source)),
    ),
    check("loose", loose, sources.filter(isScript)),
  ]);
  return found.flat();
}
