// The site's page of each element, from the custom-elements manifest: written into docs/src/content/docs/elements/.
import { existsSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { elements, typeOf } from "./manifest.mjs";

const at = (/** @type {string} */ path) => new URL(`../${path}`, import.meta.url);
const pages = "../../docs/src/content/docs/elements/";

/**
 * @typedef {import("./manifest.mjs").Item} Item
 * @typedef {import("./manifest.mjs").Element} Element
 * @typedef {import("./manifest.mjs").Member} Member
 */

const code = (/** @type {string | undefined} */ text) => (text ? `\`${text.replaceAll("|", "\\|")}\`` : "");
const signature = (/** @type {Member} */ { name, kind, parameters = [] }) =>
  kind === "method" ? `${name}(${parameters.map((one) => `${one.name}: ${typeOf(one)}`).join(", ")})` : name;

/** A titled table, or nothing where there are no rows; a column that is empty everywhere is left out. */
function table(
  /** @type {string} */ title,
  /** @type {string[]} */ heads,
  /** @type {string[][]} */ rows,
  note = "",
) {
  if (rows.length === 0) return "";
  const kept = heads.map((_, index) => index).filter((index) => rows.some((row) => row[index]));
  const line = (/** @type {string[]} */ cells) => `| ${kept.map((index) => cells[index]).join(" | ")} |`;
  const lines = [line(heads), line(heads.map(() => "---")), ...rows.map(line)];
  return `\n## ${title}\n${note && `\n${note}\n`}\n${lines.join("\n")}\n`;
}

const described = (/** @type {Item[]} */ items) =>
  items.map((item) => [code(item.name), item.description ?? ""]);

/** Tokens by their layer, where that is the first word that is said of them. */
function tokenRows(/** @type {Item[]} */ items) {
  const layers = ["Palette", "Meaning", "Component", ""];
  const rows = items.map(({ name, description = "", ...item }) => {
    const [, layer = "", text = ""] = /^(?:(Palette|Meaning|Component): )?([\s\S]*)$/.exec(description) ?? [];
    return {
      layer,
      cells: [
        code(name),
        layer.toLowerCase(),
        code(item.default),
        text.replace(/^./, (first) => first.toUpperCase()),
      ],
    };
  });
  return layers.flatMap((layer) => rows.filter((row) => row.layer === layer).map(({ cells }) => cells));
}

function tables(/** @type {Element} */ element) {
  const attributes = element.attributes.map((item) => [
    code(item.name),
    code(typeOf(item)),
    code(item.default === '""' ? "" : item.default),
    item.description ?? "",
  ]);
  const members = element.members
    .filter(({ attribute }) => !attribute)
    .map((item) => [
      code(signature(item)),
      code(item.return?.type.text ?? typeOf(item)),
      item.description ?? "",
    ]);
  const events = element.events.map((item) => [code(item.name), code(typeOf(item)), item.description ?? ""]);
  return [
    table(
      "Attributes",
      ["attribute", "takes", "by default", ""],
      attributes,
      "Each is a property of the same name too; `api-url` is `apiUrl`.",
    ),
    table("Properties and methods", ["property or method", "is", ""], members),
    table(
      "Events",
      ["event", "class", ""],
      events,
      "They bubble and cross shadow roots, and are fired for what a person or the network did, never for a property.",
    ),
    table("Slots", ["slot", ""], described(element.slots)),
    table(
      "Parts",
      ["part", ""],
      described(element.cssParts),
      "Those of the element itself, not of the elements inside it.",
    ),
    table("Tokens", ["token", "layer", "by default", ""], tokenRows(element.cssProperties)),
  ].join("");
}

/** The element's row of the guide on accessibility, where there is one. */
function accessibility(/** @type {string} */ tag) {
  const guide = at("../../docs/src/content/docs/guides/accessibility.md");
  const lines = existsSync(guide) ? readFileSync(guide, "utf8").split("\n") : [];
  const row = lines.findIndex((line) => line.startsWith("|") && line.split("|")[1]?.includes(`<${tag}>`));
  if (row < 0) return "";
  const above = lines.slice(0, row).findLastIndex((line) => !line.startsWith("|"));
  const head = lines.slice(above + 1, above + 3);
  return `\n## Accessibility\n\n${[...head, lines[row]].join("\n")}\n\nMore in [Accessibility](../guides/accessibility.md).\n`;
}

const page = (/** @type {Element} */ element) => `---
title: "<${element.tagName}>"
description: ${JSON.stringify(element.summary.replaceAll("`", ""))}
---

<!-- Written by \`npm run generate\` from packages/elements/custom-elements.json. -->

${element.summary}

\`\`\`html live
<${element.tagName} demo></${element.tagName}>
\`\`\`
${tables(element)}${accessibility(element.tagName)}`;

const index = `---
title: The elements
description: Every element with a live example, and what is public of it.
sidebar:
  order: 0
  label: All elements
---

<!-- Written by \`npm run generate\` from packages/elements/custom-elements.json. -->

Each page has an example to change, and the attributes, properties, events, slots, parts and tokens of one element: what
is listed there is the contract, nothing else is.

| element | |
| --- | --- |
${elements.map(({ tagName, summary }) => `| [\`<${tagName}>\`](${tagName}.md) | ${summary} |`).join("\n")}
`;

mkdirSync(at(pages), { recursive: true });
for (const name of readdirSync(at(pages))) rmSync(at(pages + name));
writeFileSync(at(`${pages}index.md`), index);
for (const element of elements) writeFileSync(at(`${pages}${element.tagName}.md`), page(element));
