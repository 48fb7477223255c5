// Puts together what npm gets of each package, in dist/packages/NAME: modules and declarations with their maps, the
// sources that the maps name, README, LICENSE, and a package.json that points at them. The repository stays as it is.
import { cpSync, existsSync, globSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PlainError, bin, root, run } from "../lib.mjs";
import { entryPoints, publishedManifest } from "./manifest.mjs";
import { outputOf, publicPackages, readJson } from "./workspace.mjs";

/** @typedef {import("./workspace.mjs").Package} Package */

/**
 * Where the compiler finds the packages that were built before this one: what it imports is what npm will have.
 * @param {string} tree
 * @param {Package[]} earlier
 */
const builtPaths = (tree, earlier) =>
  Object.fromEntries(
    earlier.flatMap((one) =>
      entryPoints(one).map(({ path, types }) => [
        join(one.manifest.name, path),
        [join(outputOf(tree, one), types)],
      ]),
    ),
  );

/**
 * From the entry points on, so that tests and what only this repository needs are not in it.
 * @param {string} tree
 * @param {Package} one
 * @param {Package[]} earlier
 */
async function compile(tree, one, earlier) {
  const output = outputOf(tree, one);
  const config = `${output}.tsconfig.json`;
  const compilerOptions = {
    rootDir: join(output, "src"),
    outDir: join(output, "dist"),
    noEmit: false,
    types: [],
    declaration: true,
    declarationMap: true,
    sourceMap: true,
    rewriteRelativeImportExtensions: true,
    paths: builtPaths(tree, earlier),
  };
  const files = entryPoints(one).map(({ source }) => join(output, source));
  const settings = { extends: join(one.folder, "tsconfig.json"), compilerOptions, include: [], files };
  writeFileSync(config, JSON.stringify(settings, null, 2));
  const { code, output: said } = await run(bin("node"), [bin("tsc"), "--project", config]);
  if (code !== 0) throw new PlainError(`${one.manifest.name} does not compile:\n${said.trim()}`);
}

/**
 * The compiler reads declarations that a generator wrote, but does not pass them on; and those that it writes name
 * files by ".ts" or by no extension at all, which Node's resolution does not find.
 */
function completeDeclarations(/** @type {string} */ source, /** @type {string} */ dist) {
  for (const file of globSync("**/*.d.ts", { cwd: source })) cpSync(join(source, file), join(dist, file));
  for (const file of globSync("**/*.d.ts", { cwd: dist })) {
    const text = readFileSync(join(dist, file), "utf8");
    const named = text.replace(/((?:from|import) ?\(?"\.[^"]*?)(?:(?:\.d)?\.tsx?|\.js)?"/g, '$1.js"');
    writeFileSync(join(dist, file), named);
  }
}

/** Tests, and what only this repository needs, were not compiled: their sources are not for npm either. */
function dropOtherSources(/** @type {string} */ output) {
  for (const file of globSync("src/**/*.{ts,tsx}", { cwd: output }))
    if (!existsSync(join(output, file.replace(/^src/, "dist").replace(/\.tsx?$/, ".js"))))
      rmSync(join(output, file));
}

/**
 * Builds the public packages of a tree, this repository or a copy of it, each after those it needs.
 * @returns {Promise<Package[]>}
 */
export async function buildPackages(tree = root) {
  const packages = publicPackages(tree);
  const project = readJson(join(tree, "package.json"));
  for (const [index, one] of packages.entries()) {
    const output = outputOf(tree, one);
    rmSync(output, { recursive: true, force: true });
    // Compiled from here, so that the maps lead to the sources beside them.
    cpSync(join(one.folder, "src"), join(output, "src"), { recursive: true });
    await compile(tree, one, packages.slice(0, index));
    completeDeclarations(join(output, "src"), join(output, "dist"));
    dropOtherSources(output);
    for (const name of one.manifest.files.filter((path) => path !== "dist" && path !== "src"))
      cpSync(join(one.folder, name), join(output, name), { recursive: true });
    for (const name of ["README.md", "CHANGELOG.md"])
      if (existsSync(join(one.folder, name))) cpSync(join(one.folder, name), join(output, name));
    cpSync(join(tree, "LICENSE"), join(output, "LICENSE"));
    const manifest = publishedManifest(one, project);
    writeFileSync(join(output, "package.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  }
  return packages;
}
