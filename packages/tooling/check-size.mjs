// Holds what browsers download, and the Worker's bundle, to the budgets of .size-limit.json.
import { existsSync, globSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bin, main, root, run, say } from "./lib.mjs";

/** @typedef {Record<string, { sources: string[], imports: string[], dynamicImports: string[] }>} Manifest */

const elements = JSON.parse(readFileSync(join(root, "packages", "elements", "package.json"), "utf8"));

/** The bundles that browsers load: where they are built, and the file that a page names. */
const bundles = {
  embed: { folder: `dist/public/embed/${elements.version}`, entry: "portico.js" },
  console: { folder: "dist/public/console", entry: "console.js" },
};

const manifestOf = (/** @type {keyof typeof bundles} */ bundle) => {
  const file = join(root, bundles[bundle].folder, "manifest.json");
  return existsSync(file) ? /** @type {Manifest} */ (JSON.parse(readFileSync(file, "utf8"))) : undefined;
};

/** A file and everything that it imports at once. */
function closure(/** @type {Manifest} */ manifest, /** @type {string[]} */ files) {
  const found = new Set(files);
  for (const file of found) for (const next of manifest[file]?.imports ?? []) found.add(next);
  return found;
}

/**
 * The files that the browser must load for a view: the bundle's entry, and the chunks whose sources the view needs.
 * @param {keyof typeof bundles} bundle
 * @param {string[]} sources
 */
export function filesOf(bundle, sources) {
  const manifest = manifestOf(bundle);
  if (!manifest) return [];
  const chunks = sources.map((source) => {
    const chunk = Object.keys(manifest).find((file) => manifest[file]?.sources.includes(source));
    if (!chunk) throw new Error(`.size-limit.json names ${source}, which is in no chunk`);
    return chunk;
  });
  const { folder, entry } = bundles[bundle];
  return [...closure(manifest, [entry, ...chunks])].map((file) => join(folder, file)).sort();
}

/** One check a budget that can be measured yet. */
export async function checkSize() {
  /** @type {{ name: string, limit: string, bundle?: keyof typeof bundles, sources?: string[], path?: string }[]} */
  const budgets = JSON.parse(readFileSync(join(root, ".size-limit.json"), "utf8"));
  const measured = budgets.flatMap(({ bundle = "embed", sources, path, ...budget }) => {
    const files = sources ? filesOf(bundle, sources) : path ? globSync(path, { cwd: root }) : [];
    return files.length > 0 ? [{ ...budget, path: files, gzip: true }] : [];
  });
  if (measured.length < budgets.length) say("  skipped what is not built yet");
  if (measured.length === 0) return [];
  const folder = join(root, "dist", "size");
  mkdirSync(folder, { recursive: true });
  const paths = measured.map((entry) => ({
    ...entry,
    path: entry.path.map((path) => join("../..", path)),
  }));
  writeFileSync(join(folder, ".size-limit.json"), JSON.stringify(paths, null, 2));
  // size-limit looks for its plugins in the package.json of the folder that it runs in.
  const plugin = { private: true, devDependencies: { "@size-limit/file": "*" } };
  writeFileSync(join(folder, "package.json"), JSON.stringify(plugin));
  const { code, output } = await run(bin("node"), [bin("size-limit"), "--json"], { cwd: folder });
  /** @type {{ name: string, passed: boolean, size: number, sizeLimit: number }[]} */
  let results;
  try {
    results = JSON.parse(output);
  } catch {
    say(output);
    return [{ passed: 0, failed: Math.max(code, 1) }];
  }
  return results.map(({ name, passed, size, sizeLimit }) => {
    const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`;
    say(`  ${passed ? "✓" : "✗"} ${name}: ${kilobytes(size)} of ${kilobytes(sizeLimit)} gzip`);
    return passed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
  });
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => ((await checkSize()).some((result) => result.failed > 0) ? 1 : 0));
}
