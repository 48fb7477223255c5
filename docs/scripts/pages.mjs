// Writes the pages that come from the sources: before the site is built, and again while it is read.
import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { manifestPages } from "./elements.mjs";
import { errorPages } from "./errors.mjs";
import { httpPages } from "./http.mjs";
import { forgetOthers, root } from "./page.mjs";
import { projectPages } from "./project.mjs";
import { sdkPages } from "./sdk.mjs";

/** The embed that the live examples run comes from this build, so that the site needs no server. */
function copyEmbed() {
  const from = join(root, "dist/public/embed");
  const to = join(root, "docs/public/embed");
  if (!existsSync(from)) throw new Error("dist/public/embed is missing: run `npm run build` first.");
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
}

/** All of it. */
export async function writePages() {
  copyEmbed();
  projectPages();
  await errorPages();
  httpPages();
  manifestPages();
  sdkPages();
  forgetOthers(["errors", "project", "reference"]);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) await writePages();
