// The same page twice: with the embed, and with a portal written by hand. Both are signed in and ask the same API.
import { cpSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { root, stateFolder } from "../../lib.mjs";

const here = dirname(fileURLToPath(import.meta.url));

const page = (/** @type {string} */ head, /** @type {string} */ portal) => `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>My portal</title>
    <link rel="icon" href="data:," />
    ${head}
  </head>
  <body>
    <h1>My portal</h1>
    ${portal}
    <footer><p>Lindenstraße 12, 10969 Berlin</p></footer>
  </body>
</html>
`;

/** The pages' names, and what stands in front of the ratio. */
export const pageNames = /** @type {const} */ (["embed", "by-hand"]);

/** Writes both pages, and the files that they load, into a folder that can be served. */
export function writePages(/** @type {string} */ apiUrl, /** @type {string} */ organization) {
  const folder = join(stateFolder, "bench-embed");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  cpSync(join(root, "dist", "public", "embed"), join(folder, "embed"), { recursive: true });
  cpSync(join(here, "by-hand"), join(folder, "by-hand"), { recursive: true });
  const embed = page(
    `<script type="module" src="/embed/portico.js"></script>`,
    `<portal-dashboard organization="${organization}" api-url="${apiUrl}"></portal-dashboard>`,
  );
  const byHand = page(
    `<link rel="stylesheet" href="/by-hand/portal.css" />`,
    `<div id="portal"></div>
    <script src="/by-hand/portal.js" data-api="${apiUrl}" data-organization="${organization}"></script>`,
  );
  writeFileSync(join(folder, "embed.html"), embed);
  writeFileSync(join(folder, "by-hand.html"), byHand);
  return folder;
}
