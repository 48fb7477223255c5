// Links between Markdown files work where the files are read, in the repository. Here they become the site's.
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const docs = new URL("../", import.meta.url);
const content = new URL("src/content/docs/", docs);

/** Where a page's text is kept: pages of `project/` are copies of files in `docs/`. */
const origin = (/** @type {URL} */ url) =>
  new URL(url.href.replace(new URL("project/", content).href, docs.href));

/** The address on the site of a Markdown file, if it is a page. */
export function addressOf(/** @type {URL} */ file) {
  const { href, hash } = file;
  const path = href.slice(0, href.length - hash.length);
  const inside = path.startsWith(content.href)
    ? path.slice(content.href.length)
    : path.startsWith(docs.href) && `project/${path.slice(docs.href.length)}`;
  if (!inside || !/\.mdx?$/.test(inside) || !existsSync(fileURLToPath(new URL(inside, content)))) return;
  return `/${inside.replace(/\.mdx?$/, "/").replace(/(^|\/)index\/$/, "$1")}${hash}`;
}

/**
 * The corner of a table, or the head of its prose, is no heading when it is empty.
 * @type {import("satteri").HastPluginDefinition}
 */
export const tables = {
  name: "portico-tables",
  element: {
    filter: ["th"],
    visit(node, context) {
      if (node.children.length === 0) context.replaceNode(node, { ...node, tagName: "td" });
    },
  },
};

/**
 * A link to a file that is not on the site keeps its words only.
 * @type {import("satteri").HastPluginEntry}
 */
export const links = ({ fileURL }) =>
  fileURL && {
    name: "portico-links",
    element: {
      filter: ["a"],
      visit(node, context) {
        const href = String(node.properties?.href ?? "");
        if (!href || /^(?:[a-z]+:|\/|#)/.test(href)) return;
        const address = addressOf(new URL(href, origin(fileURL)));
        if (address) context.setProperty(node, "href", address);
        else context.replaceNode(node, { ...node, tagName: "span", properties: {} });
      },
    },
  };
