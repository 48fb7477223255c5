// The packages that npm publishes: every one in packages/ that is not private, those that others need first.
import { existsSync, readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";

/**
 * @typedef {string | { types: string, default: string }} Target
 *
 * @typedef {object} Manifest
 * @property {string} name
 * @property {string} version
 * @property {boolean} [private]
 * @property {string} types
 * @property {Record<string, Target>} exports
 * @property {false | string[]} sideEffects
 * @property {string[]} files
 * @property {Record<string, string>} [scripts]
 * @property {Record<string, string>} [dependencies]
 * @property {Record<string, string>} [peerDependencies]
 * @property {Record<string, string>} [devDependencies]
 * @property {{ access: string, provenance: boolean, directory: string }} publishConfig
 *
 * @typedef {{ folder: string, directory: string, manifest: Manifest }} Package
 */

/** Reads a JSON file. */
export const readJson = (/** @type {string} */ file) => JSON.parse(readFileSync(file, "utf8"));

/**
 * The public packages of a repository, in an order in which each comes after what it needs.
 * @param {string} root
 * @returns {Package[]}
 */
export function publicPackages(root) {
  const rooms = readdirSync(join(root, "packages"))
    .map((directory) => ({ directory, folder: join(root, "packages", directory) }))
    .filter(({ folder }) => existsSync(join(folder, "package.json")))
    .map((room) => ({ ...room, manifest: readJson(join(room.folder, "package.json")) }))
    .filter(({ manifest }) => !manifest.private);
  /** @type {Set<Package>} */
  const ordered = new Set();
  const visit = (/** @type {Package} */ one) => {
    for (const other of rooms) if (one.manifest.dependencies?.[other.manifest.name]) visit(other);
    ordered.add(one);
  };
  rooms.forEach(visit);
  return [...ordered];
}

/** Where what npm gets of a package is put together; its package.json names it for changesets. */
export const outputOf = (/** @type {string} */ root, /** @type {{ directory: string }} */ { directory }) =>
  join(root, "dist", "packages", directory);
