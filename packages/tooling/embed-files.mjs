// What only the embed's build has: an entry that fetches everything at once, and files under their version.
import { createHash } from "node:crypto";
import { cpSync, globSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join, sep } from "node:path";
import { root } from "./lib.mjs";

/** @typedef {import("rollup").OutputBundle} Bundle */
/** @typedef {import("rollup").OutputChunk} Chunk */

/** @returns {Chunk[]} */
const chunksOf = (/** @type {Bundle} */ bundle) =>
  Object.values(bundle).filter((file) => file.type === "chunk");

/** A file and every file that it imports at once. */
function closure(/** @type {Bundle} */ bundle, /** @type {string} */ name) {
  const found = new Set([name]);
  const chunks = chunksOf(bundle);
  for (const file of found)
    chunks.find(({ fileName }) => fileName === file)?.imports.forEach((next) => found.add(next));
  return [...found];
}

const elements = join(root, "packages", "elements");
/** The release that is built. */
export const { version } = JSON.parse(readFileSync(join(elements, "package.json"), "utf8"));

/**
 * The embed's entry knows every file that an element needs and fetches them side by side, where `import()` would find
 * out about one when another has arrived. So it shares no file with them, and its place in the address is its own; they
 * find its loader by `deployment()`.
 * @type {import("rollup").Plugin}
 */
export const entryViews = {
  name: "entry-views",
  buildStart() {
    for (const id of globSync("src/define/*.ts", { cwd: elements }).sort())
      this.emitFile({ type: "chunk", id: join(elements, id), name: basename(id, ".ts") });
  },
  resolveId(source, importer = "") {
    if (!source.endsWith("/views.ts")) return null;
    return importer.endsWith("/embed.ts") ? "entry-views" : "views-of-entry";
  },
  load(id) {
    if (id === "entry-views")
      return `const files = FILES;
        export const VERSION = ${JSON.stringify(version)};
        export const views = Object.keys(files);
        export const loadView = (view) => Promise.all(files[view].map((file) => import(\`./chunks/\${file}.js\`)));`;
    if (id === "views-of-entry")
      return `import { deployment } from ${JSON.stringify(join(elements, "src", "lib", "deployment.ts"))};
        export const { views, loadView } = deployment();`;
    // The entry has spoken of another version already, and asks for no element that there is.
    if (id.endsWith("/lib/define.ts"))
      return `export const define = (name, element) => customElements.get(name) ?? customElements.define(name, element);`;
    return null;
  },
  generateBundle(_, bundle) {
    const files = chunksOf(bundle).flatMap((chunk) => {
      const [, view] = /define\/portal-(\w+)\.ts$/.exec(chunk.moduleIds.at(-1) ?? "") ?? [];
      const needed = closure(bundle, chunk.fileName).map((file) => basename(file, ".js"));
      // In one order, since what repeats itself compresses.
      return view ? [[view, needed.sort()]] : [];
    });
    const entry = chunksOf(bundle).find(({ fileName }) => fileName === "portico.js");
    if (!entry) return this.error("There is no entry.");
    entry.code = entry.code.replace(
      "FILES",
      JSON.stringify(Object.fromEntries(files)).replace(/"(\w+)":/g, "$1:"),
    );
  },
};

/**
 * The embed is built under its version, where it never changes. Beside it goes the path that always means the newest
 * release, one file that loads the version's chunks, and the hash of each file that a page may name.
 */
export const release = (/** @type {string} */ folder) =>
  /** @type {import("rollup").Plugin} */ ({
    name: "release",
    writeBundle(_, bundle) {
      const entry = chunksOf(bundle).find(({ isEntry, fileName }) => isEntry && fileName === "portico.js");
      if (!entry) return this.error("There is no entry.");
      const newest = entry.code.replace("./chunks/", `./${version}/chunks/`);
      writeFileSync(join(folder, entry.fileName), newest);
      for (const themes of [join(version, "themes"), "themes"])
        cpSync(join(elements, "src", "themes"), join(folder, themes), { recursive: true });
      /** @type {Record<string, Record<string, string>>} */
      const sri = {};
      // Earlier releases stay where they are: pages name them.
      for (const file of globSync("[0-9]*/**/*.{js,css}", { cwd: folder }).sort()) {
        const [name = "", ...path] = file.split(sep);
        const hash = createHash("sha384")
          .update(readFileSync(join(folder, file)))
          .digest("base64");
        (sri[name] ??= {})[path.join("/")] = `sha384-${hash}`;
      }
      writeFileSync(join(folder, "sri.json"), `${JSON.stringify(sri, null, 2)}\n`);
    },
  });
