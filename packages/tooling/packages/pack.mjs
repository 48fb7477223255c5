// The tarballs that npm would publish, in dist/packages. npm packs them, so that they hold what it would send.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { PlainError, root, run } from "../lib.mjs";
import { buildPackages } from "./build.mjs";
import { outputOf } from "./workspace.mjs";

/** @typedef {{ name: string, version: string, filename: string, size: number, unpackedSize: number, files: { path: string, size: number }[] }} Packed */
/** @typedef {import("./workspace.mjs").Package & { tarball: string, packed: Packed }} PackedPackage */

/**
 * Builds and packs the public packages of a tree.
 * @returns {Promise<PackedPackage[]>}
 */
export async function packPackages(tree = root) {
  const packages = await buildPackages(tree);
  const folder = join(tree, "dist", "packages", "tarballs");
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const outputs = packages.map((one) => outputOf(tree, one));
  const options = ["--json", "--ignore-scripts", "--offline", "--pack-destination", folder];
  const { code, output } = await run("npm", ["pack", ...options, ...outputs], { cwd: folder });
  if (code !== 0) throw new PlainError(`npm pack failed:\n${output.trim()}`);
  /** @type {Packed[]} */
  const packed = Object.values(JSON.parse(output.slice(output.search(/^[[{]/m))));
  return packages.map((one) => {
    const found = packed.find(({ name }) => name === one.manifest.name);
    if (!found) throw new PlainError(`npm packed no ${one.manifest.name}`);
    return { ...one, packed: found, tarball: join(folder, found.filename) };
  });
}
