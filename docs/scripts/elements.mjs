// The pages of all events and all tokens, from the custom-elements manifest.
import { cell, code, page, readJson, table } from "./page.mjs";

/** @typedef {{ name: string, description?: string, default?: string, type?: { text: string } }} Item */
/** @typedef {{ tagName: string, summary: string, events: Item[], cssProperties: Item[] }} Element */

/** @type {Element[]} */
const elements = readJson("packages/elements/custom-elements.json").modules.map(
  (/** @type {{ declarations: Element[] }} */ { declarations }) => declarations[0],
);

/**
 * What several elements have, once, with the elements that have it.
 * @param {"events" | "cssProperties"} kind
 * @returns {{ item: Item, tags: string[] }[]}
 */
function shared(kind) {
  /** @type {Map<string, { item: Item, tags: string[] }>} */
  const found = new Map();
  for (const element of elements)
    for (const item of element[kind]) {
      const entry = found.get(item.name) ?? { item, tags: [] };
      entry.tags.push(element.tagName);
      found.set(item.name, entry);
    }
  return [...found.values()].sort((a, b) => a.item.name.localeCompare(b.item.name));
}

const links = (/** @type {string[]} */ tags) =>
  tags.length === elements.length
    ? "every element"
    : tags.map((tag) => `[\`<${tag}>\`](/elements/${tag}/)`).join(", ");

/** Writes `reference/events` and `reference/tokens`. */
export function manifestPages() {
  const events = shared("events");
  page(
    "reference/events.md",
    { title: "Events", description: "Every event that the elements fire, what it carries and who fires it." },
    `Events bubble and cross shadow roots. They are fired for what a person or the network did, never for a property that a
page has set. Listen on the element, or once on the document.

\`\`\`js
document.addEventListener("portal-login", () => console.log("signed in"));
\`\`\`
${table(
  ["event", "class", "", "of"],
  events.map(({ item, tags }) => [
    code(item.name),
    code(item.type?.text),
    cell(item.description),
    links(tags),
  ]),
)}`,
  );
  page(
    "reference/tokens.md",
    { title: "Tokens", description: "Every custom property that changes how the elements look." },
    `Set them on the element, or on anything above it. The [playground](/theming/playground/) shows what they do and gives
the CSS.

\`\`\`css
portal-dashboard {
  --portal-accent: #7c3aed;
  --portal-radius-card: 0.5rem;
}
\`\`\`
${table(
  ["token", "by default", "", "of"],
  shared("cssProperties").map(({ item, tags }) => [
    code(item.name),
    code(item.default),
    cell(item.description),
    links(tags),
  ]),
)}`,
  );
}
