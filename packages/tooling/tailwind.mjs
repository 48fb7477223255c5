// Builds a site's Tailwind style sheet from the classes of its pages, with the package itself: no command line, no
// watcher, nothing committed.
import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { compile } from "tailwindcss";

const { resolve } = createRequire(import.meta.url);

/** The style sheet that `site.css` of the folder stands for. */
export async function buildTailwind(/** @type {string} */ folder) {
  const { build } = await compile(await readFile(join(folder, "site.css"), "utf8"), {
    base: folder,
    loadStylesheet: async (id, base) => {
      const path = resolve(`${id}/index.css`);
      return { path, base, content: await readFile(path, "utf8") };
    },
  });
  const pages = globSync("*.html", { cwd: folder }).map((page) => readFile(join(folder, page), "utf8"));
  const words = (await Promise.all(pages)).join("\n").split(/[\s"'<>=]+/);
  return build([...new Set(words)]);
}
