// What editors and readers take, from the custom-elements manifest: the site's pages, VS Code's and JetBrains' data.
import { readFileSync, writeFileSync } from "node:fs";
import "./docs.mjs";

const at = (/** @type {string} */ path) => new URL(`../${path}`, import.meta.url);
const read = (/** @type {string} */ path) => JSON.parse(readFileSync(at(path), "utf8"));
const write = (/** @type {string} */ path, /** @type {string} */ text) => writeFileSync(at(path), text);
const writeJson = (/** @type {string} */ path, /** @type {unknown} */ value) =>
  write(path, JSON.stringify(value));

const { name, version } = read("package.json");
/** @typedef {{ name: string, description?: string, type?: { text: string }, default?: string }} Item */
/** @typedef {Item & { kind: "field" | "method", attribute?: string, readonly?: boolean, parameters?: Item[], return?: { type: { text: string } } }} Member */
/** @typedef {"attributes" | "events" | "slots" | "cssParts" | "cssProperties"} Kind */
/** @typedef {Record<Kind, Item[]> & { tagName: string, summary: string, members: Member[] }} Element */
/** @type {Element[]} */
const elements = read("custom-elements.json").modules.map(
  (/** @type {{ declarations: Element[] }} */ module) => module.declarations[0],
);

const typeOf = (/** @type {Item} */ { type }) => type?.text ?? "";
/** The words that an attribute takes, where its type is a union of words. */
const words = (/** @type {Item} */ item) => [...typeOf(item).matchAll(/"([^"]+)"/g)].map(([, word]) => word);

writeJson("vscode.html-custom-data.json", {
  version: 1.1,
  tags: elements.map(({ tagName, summary, attributes }) => ({
    name: tagName,
    description: summary,
    attributes: attributes.map((item) => ({
      name: item.name,
      description: item.description,
      ...(typeOf(item) === "boolean" && { valueSet: "v" }),
      ...(words(item).length > 0 && { values: words(item).map((word) => ({ name: word })) }),
    })),
  })),
});

const named = (/** @type {Item[]} */ items) => items.map(({ name, description }) => ({ name, description }));
writeJson("web-types.json", {
  $schema: "https://raw.githubusercontent.com/JetBrains/web-types/master/schema/web-types.json",
  name,
  version,
  "description-markup": "markdown",
  contributions: {
    html: {
      elements: elements.map((element) => ({
        name: element.tagName,
        description: element.summary,
        attributes: element.attributes.map((item) => ({
          name: item.name,
          description: item.description,
          ...(item.default && { default: item.default.replaceAll('"', "") }),
          value: { type: words(item).length > 0 ? words(item).map((word) => `"${word}"`) : typeOf(item) },
        })),
        slots: named(element.slots),
        js: {
          properties: element.members
            .filter(({ kind }) => kind === "field")
            .map((item) => ({
              name: item.name,
              description: item.description,
              type: typeOf(item),
              ...(item.readonly && { "read-only": true }),
            })),
          events: named(element.events),
        },
        css: { parts: named(element.cssParts), properties: named(element.cssProperties) },
      })),
    },
  },
});
