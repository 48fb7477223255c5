// `npm run docs`: the documentation site, to read and to write on. `npm run docs -- build` leaves it in dist/docs.
import { watch } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { writePages } from "../../docs/scripts/pages.mjs";
import { build } from "./build.mjs";
import { PlainError, bin, main, root, run, say, seconds } from "./lib.mjs";

const folder = join(root, "docs");
const env = { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" };
const astro = (/** @type {string[]} */ ...args) => [bin("astro"), ...args, "--root", folder];

/** Builds the site from what is built and written now. */
export async function buildDocs() {
  await build();
  const began = Date.now();
  await writePages();
  // Kept pages name the files of the build that rendered them, so none is kept.
  const { code, output } = await run(bin("node"), astro("build", "--force", "--silent"), { env });
  if (code !== 0) throw new PlainError(`The site cannot be built:\n${output}`);
  say(`Documentation built in ${seconds(began)}: dist/docs`);
}

/** What pages are written from, besides what only a build changes. */
const sources = ["docs/architecture.md", "docs/decisions", "docs/scripts", "worker/openapi.json"];

async function serveDocs() {
  await build();
  await writePages();
  /** @type {NodeJS.Timeout | undefined} */
  let soon;
  for (const source of sources)
    watch(join(root, source), () => {
      clearTimeout(soon);
      soon = setTimeout(() => void writePages(), 200);
    });
  const port = process.env.DOCS_PORT || "8789";
  say(`Documentation: http://127.0.0.1:${port}`);
  const args = astro("dev", "--host", "127.0.0.1", "--port", port, "--silent");
  const { code, output } = await run(bin("node"), args, { env, echo: true });
  if (code !== 0) throw new PlainError(output);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await main(() => (process.argv[2] === "build" ? buildDocs() : serveDocs()));
