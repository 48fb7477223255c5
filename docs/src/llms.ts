import { getCollection } from "astro:content";

const folders = ["start", "concepts", "theming", "guides", "elements", "reference", "errors", "project"];

/** Every page in the order of the menu, with its Markdown. */
export async function pagesInOrder() {
  const pages = await getCollection("docs", ({ id }) => folders.includes(id.split("/")[0] ?? ""));
  const rank = (id: string) => folders.indexOf(id.split("/")[0] ?? "");
  const order = (page: (typeof pages)[number]) => page.data.sidebar.order ?? 50;
  return pages
    .sort((a, b) => rank(a.id) - rank(b.id) || order(a) - order(b) || a.id.localeCompare(b.id))
    .map(({ id, data, body = "" }) => ({
      address: `/${id}/`,
      folder: id.split("/")[0] ?? "",
      title: data.title,
      description: data.description ?? "",
      // What only builds the page is nothing to read.
      body: body.replaceAll(/^import .*$|^<[A-Z]\w* \/>$|<!--[\s\S]*?-->/gm, "").trim(),
    }));
}

/** What the site is about, in a sentence. */
export const summary =
  "A customer portal that any organization embeds in its own website with two lines of HTML: custom elements, a typed client, an HTTP API and one Worker with one PostgreSQL.";
