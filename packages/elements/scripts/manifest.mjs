// The custom-elements manifest, as everything that is generated from it reads it.
import { readFileSync, writeFileSync } from "node:fs";

const at = (/** @type {string} */ path) => new URL(`../${path}`, import.meta.url);
const read = (/** @type {string} */ path) => JSON.parse(readFileSync(at(path), "utf8"));

/** Writes a file, by its path in this package. */
export const write = (/** @type {string} */ path, /** @type {string} */ text) =>
  writeFileSync(at(path), text);

/** @typedef {{ name: string, description?: string, type?: { text: string }, default?: string }} Item */
/** @typedef {Item & { kind: "field" | "method", attribute?: string, readonly?: boolean, parameters?: Item[], return?: { type: { text: string } } }} Member */
/** @typedef {Item & { fieldName: string }} Attribute */
/** @typedef {"attributes" | "events" | "slots" | "cssParts" | "cssProperties"} Kind */
/** @typedef {Record<Kind, Item[]> & { name: string, tagName: string, summary: string, attributes: Attribute[], members: Member[] }} Element */

/** The package's name and version. */
export const { name, version } = read("package.json");

/**
 * The public elements.
 *
 * @type {Element[]}
 */
export const elements = read("custom-elements.json").modules.map(
  (/** @type {{ declarations: Element[] }} */ module) => module.declarations[0],
);

/** How TypeScript spells what an item is. */
export const typeOf = (/** @type {Item} */ { type }) => type?.text ?? "";

/** The words that an attribute takes, where its type is a union of words. */
export const words = (/** @type {Item} */ item) =>
  [...typeOf(item).matchAll(/"([^"]+)"/g)].map(([, word]) => word);

/** What a page may set although no attribute can say it. */
export const objectProperties = (/** @type {Element} */ element) =>
  element.members.filter(({ kind, attribute, readonly }) => kind === "field" && !attribute && !readonly);

/** A description as a doc comment. */
export const comment = (/** @type {string | undefined} */ text) =>
  text ? `/** ${text.replaceAll("*/", "*\\/")} */\n` : "";

const index = readFileSync(at("src/index.ts"), "utf8");

/** Imports of the types that these texts name: the elements' own, else the client's. */
export function importsFor(/** @type {string[]} */ types) {
  const named = types.flatMap((type) => type.replaceAll(/"[^"]*"/g, "").match(/\b[A-Z]\w+/g) ?? []);
  const isOwn = (/** @type {string} */ type) =>
    /^Portal\w+Event$/.test(type) || new RegExp(`\\b${type}\\b`).test(index);
  const line = (/** @type {string} */ from, /** @type {string[]} */ list) =>
    list.length > 0 ? `import type { ${list.join(", ")} } from "${from}";\n` : "";
  const all = [...new Set(named)].sort();
  return (
    line(
      "@portico/client",
      all.filter((type) => !isOwn(type)),
    ) + line(name, all.filter(isOwn))
  );
}
