// What can be said about a block without running it, by its language.
import { parse as parseToml } from "smol-toml";
import ts from "typescript";
import { curlProblems, hasOperation } from "./api.mjs";
import { configurationProblems, hasCommand, hasVariable, npmProblem, styleProblems } from "./contract.mjs";
import { htmlProblems, svelteProblems, vueProblems } from "./markup.mjs";

/** @typedef {import("./documents.mjs").Block} Block */

/** What a fence may say besides its language. */
const meta = /^(continues|live|title="[\w./-]+"|\s)*$/;

const jsonc = (/** @type {string} */ code) => {
  const { error } = ts.parseConfigFileTextToJson("snippet", code);
  return error ? [ts.flattenDiagnosticMessageText(error.messageText, " ")] : [];
};
const thrown = (/** @type {(code: string) => unknown} */ parse) => (/** @type {string} */ code) => {
  try {
    parse(code);
    return [];
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
};

/** A deployment's configuration is held to what the Worker knows. */
function tomlProblems(/** @type {string} */ code) {
  const unread = thrown(parseToml)(code);
  return unread.length > 0 ? unread : configurationProblems(parseToml(code));
}

/** The words of a command, without the quotes around them. */
const words = (/** @type {string} */ line) =>
  (line.match(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g) ?? []).map((word) =>
    word.replaceAll(/"([^"]*)"|'([^']*)'/g, "$1$2"),
  );

/** @type {Record<string, (words: string[]) => (string | undefined)[]>} */
const commands = {
  npm: ([, ...rest]) => [npmProblem(rest)],
  npx: ([, name = "", ...rest]) => [
    hasCommand(name) ? undefined : `npx finds no ${name}`,
    name === "wrangler" && rest[0] === "secret" && !hasVariable(rest[2] ?? "")
      ? `the Worker does not know ${rest[2]}`
      : undefined,
  ],
  curl: curlProblems,
};

function shellProblems(/** @type {string} */ code) {
  // A command goes on after a backslash, and while a quote is open.
  const lines = code.replaceAll(/\\\n/g, " ").replaceAll(/'[^']*'/g, (text) => text.replaceAll("\n", " "));
  return lines
    .split(/\n|&&|\||;\s/)
    .map((line) => words(line.replace(/(^|\s)#.*/, "")))
    .flatMap((parts) => {
      const at = parts.findIndex((word) => !/^[A-Z_]+=/.test(word));
      return commands[parts[at] ?? ""]?.(parts.slice(at)) ?? [];
    })
    .filter((problem) => problem !== undefined);
}

/** @type {Record<string, (code: string) => string[]>} */
const languages = {
  ts: () => [],
  tsx: () => [],
  js: () => [],
  html: htmlProblems,
  vue: vueProblems,
  svelte: svelteProblems,
  css: styleProblems,
  json: thrown(JSON.parse),
  jsonc,
  toml: tomlProblems,
  sh: shellProblems,
  bash: shellProblems,
  sql: () => [],
  http: () => [],
  mermaid: () => [],
  text: () => [],
};

/**
 * What is wrong with a block, each with its line.
 * @param {Block} block
 */
export function blockProblems(block) {
  const check = languages[block.lang];
  const problems = check ? check(block.code) : [`the fence's language, "${block.lang}", is not known`];
  if (!meta.test(block.meta)) problems.push(`the fence says ${block.meta}`);
  return problems.map((problem) => `${block.document}:${block.line}: ${problem}`);
}

/**
 * What is wrong with code between words: operations and tokens that are not there.
 * @param {import("./documents.mjs").Document} document
 */
export function wordProblems({ path, words: found }) {
  return found.flatMap(({ line, text }) => {
    const [, method, address = ""] =
      /^(GET|POST|PUT|PATCH|DELETE) (\/(?:portal|dashboard)[^\s?]*)/.exec(text) ?? [];
    const problems =
      method && !address.endsWith("*") && !hasOperation(method, address) ? [`there is no ${text}`] : [];
    if (/^--portal-[\w-]+$/.test(text)) problems.push(...styleProblems(text));
    return problems.map((problem) => `${path}:${line}: ${problem}`);
  });
}
