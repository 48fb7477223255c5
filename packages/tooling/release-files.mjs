// `npm run release:files [-- --from ORIGIN]`, before each deployment: what a version's files are is written down once,
// never changes again, and is in every later deployment too.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { build } from "./build.mjs";
import { PlainError, main, root, say } from "./lib.mjs";

/** @typedef {Record<string, Record<string, string>>} Hashes the hash of each file, by version and path */

const hashOf = (/** @type {Uint8Array} */ bytes) =>
  `sha384-${createHash("sha384").update(bytes).digest("base64")}`;

const readHashes = (/** @type {string} */ file) =>
  /** @type {Hashes} */ (existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : {});

/** Brings a released file back from a deployment that has it; only what was released is taken. */
async function bringBack(
  /** @type {string} */ origin,
  /** @type {string} */ path,
  /** @type {string} */ hash,
  /** @type {string} */ target,
) {
  const response = await fetch(new URL(`/embed/${path}`, origin));
  if (!response.ok) throw new PlainError(`${origin} has no /embed/${path}: ${response.status}.`);
  const bytes = new Uint8Array(await response.arrayBuffer());
  if (hashOf(bytes) !== hash) throw new PlainError(`/embed/${path} of ${origin} is not what was released.`);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
}

/**
 * Holds the built files to what was released, writes a new version down, and makes the folder whole.
 * @param {{ folder: string, record: string, version: string, from?: string | undefined }} options
 */
export async function keepReleases({ folder, record, version, from }) {
  const released = readHashes(record);
  const sriFile = join(folder, "sri.json");
  const built = readHashes(sriFile);
  if (!built[version]) throw new PlainError(`${folder} has no build of ${version}.`);
  const known = released[version];
  if (known && JSON.stringify(known) !== JSON.stringify(built[version]))
    throw new PlainError(
      `${version} was released with other files. Raise the version: \`npx changeset version\`.`,
    );
  released[version] = built[version];
  for (const [earlier, files] of Object.entries(released)) {
    for (const [path, hash] of Object.entries(files)) {
      const target = join(folder, earlier, path);
      if (existsSync(target) && hashOf(readFileSync(target)) === hash) continue;
      if (!from)
        throw new PlainError(`${earlier}/${path} is missing: say \`--from\` and an origin that has it.`);
      await bringBack(from, `${earlier}/${path}`, hash, target);
    }
  }
  writeFileSync(sriFile, `${JSON.stringify(released, null, 2)}\n`);
  writeFileSync(record, `${JSON.stringify(released, null, 2)}\n`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => {
    const at = process.argv.indexOf("--from");
    const from = at > 0 ? process.argv[at + 1] : undefined;
    await build({ force: true });
    const elements = join(root, "packages", "elements");
    const { version } = JSON.parse(readFileSync(join(elements, "package.json"), "utf8"));
    const folder = join(root, "dist", "public", "embed");
    await keepReleases({ folder, record: join(elements, "releases.json"), version, from });
    say(`dist/public/embed has every release up to ${version}. Commit packages/elements/releases.json.`);
    return 0;
  });
}
