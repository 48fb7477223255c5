// docs/elements.md: what a page may rely on, element by element.
import { elements, typeOf, write } from "./manifest.mjs";

/**
 * @typedef {import("./manifest.mjs").Item} Item
 * @typedef {import("./manifest.mjs").Kind} Kind
 * @typedef {import("./manifest.mjs").Member} Member
 */

const code = (/** @type {string | undefined} */ text) => (text ? `\`${text.replaceAll("|", "\\|")}\`` : "");
const signature = (/** @type {Member} */ { name, kind, parameters = [] }) =>
  kind === "method" ? `${name}(${parameters.map((one) => `${one.name}: ${typeOf(one)}`).join(", ")})` : name;

/** A table, or nothing where there are no rows; a column that is empty everywhere is left out. */
function table(/** @type {string[]} */ heads, /** @type {string[][]} */ rows) {
  if (rows.length === 0) return "";
  const kept = heads
    .map((_, index) => rows.some((row) => row[index]))
    .flatMap((is, index) => (is ? [index] : []));
  const line = (/** @type {string[]} */ cells) => `| ${kept.map((index) => cells[index]).join(" | ")} |`;
  return ["", line(heads), line(heads.map(() => "---")), ...rows.map(line), ""].join("\n");
}
const described = (/** @type {Item[]} */ items) =>
  items.map((item) => [code(item.name), item.description ?? ""]);
const layers = ["Palette", "Meaning", "Component"];
/** Tokens by their layer, which is the first word that is said of them. */
const tokenRows = (/** @type {Item[]} */ items) =>
  layers.flatMap((layer) =>
    items
      .filter(({ description }) => description?.startsWith(`${layer}: `))
      .map((item) => {
        const [first = "", ...rest] = item.description?.slice(layer.length + 2) ?? "";
        return [
          code(item.name),
          layer.toLowerCase(),
          code(item.default),
          first.toUpperCase() + rest.join(""),
        ];
      }),
  );

/** What every element has is said once, at the top. */
const isShared = (/** @type {Kind | "members"} */ kind, /** @type {Item} */ item) =>
  elements.every((element) => element[kind].some((other) => JSON.stringify(other) === JSON.stringify(item)));
const [first] = elements;

function tables(
  /** @type {<T extends Item>(kind: Kind | "members", items: T[]) => T[]} */ pick,
  element = first,
) {
  const attributes = pick("attributes", element.attributes).map((item) => [
    code(item.name),
    code(typeOf(item)),
    code(item.default === '""' ? "" : item.default),
    item.description ?? "",
  ]);
  const members = pick("members", element.members)
    .filter(({ attribute }) => !attribute)
    .map((item) => [
      code(signature(item)),
      code(item.return?.type.text ?? typeOf(item)),
      item.description ?? "",
    ]);
  return [
    table(["attribute", "takes", "by default", ""], attributes),
    table(["property or method", "is", ""], members),
    table(
      ["event", "class", ""],
      pick("events", element.events).map((item) => [
        code(item.name),
        code(typeOf(item)),
        item.description ?? "",
      ]),
    ),
    table(["slot", ""], described(pick("slots", element.slots))),
    table(["part", ""], described(pick("cssParts", element.cssParts))),
    table(["token", "layer", "by default", ""], tokenRows(pick("cssProperties", element.cssProperties))),
  ].join("");
}

const sections = elements.map(
  (element) =>
    `\n## \`<${element.tagName}>\`\n\n${element.summary}\n${tables((kind, items) => items.filter((item) => !isShared(kind, item)), element)}`,
);
write(
  "../../docs/elements.md",
  `<!-- Written by \`npm run generate\` from packages/elements/custom-elements.json. -->

# The elements

Attributes, properties, events, slots, parts and tokens: what is listed here is the contract, nothing else is. Every
attribute but \`api-url\` is a property of the same name too (\`apiUrl\`).

## Every element

Events bubble and cross shadow roots; they are fired for what a person or the network did, never for a property.
Parts are those of the element itself, not of the elements inside it.
${tables((kind, items) => items.filter((item) => isShared(kind, item)))}${sections.join("")}`,
);
