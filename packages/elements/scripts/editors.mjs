// What editors complete tags with: VS Code's data and JetBrains'.
import { elements, name, typeOf, version, words, write } from "./manifest.mjs";

/** @typedef {import("./manifest.mjs").Item} Item */

const writeJson = (/** @type {string} */ path, /** @type {unknown} */ value) =>
  write(path, JSON.stringify(value));

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
