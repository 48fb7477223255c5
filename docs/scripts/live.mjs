// A code block marked `live` becomes an editor with its result beside it; src/live.ts brings it to life.
import { readJson } from "./page.mjs";

const escape = (/** @type {string} */ text) =>
  text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

/** @type {Set<string>} */
const events = new Set(
  readJson("packages/elements/custom-elements.json").modules.flatMap(
    (/** @type {{ declarations: { events: { name: string }[] }[] }} */ { declarations }) =>
      declarations.flatMap((element) => element.events.map(({ name }) => name)),
  ),
);

/** @type {import("satteri").MdastPluginDefinition} */
export const live = {
  name: "portico-live",
  code(node, context) {
    if (node.lang !== "html" || !/\blive\b/.test(node.meta ?? "")) return;
    // A blank line would end the HTML in the middle of it.
    const source = escape(node.value.trim()).replaceAll("\n", "&#10;");
    context.replaceNode(node, {
      type: "html",
      value: `<portico-live class="not-content" data-events="${[...events].join(" ")}"><pre><code>${source}</code></pre></portico-live>`,
    });
  },
};
