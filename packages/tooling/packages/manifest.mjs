// In this repository a package.json points at the sources, so that everything runs without a build. What npm gets
// points at what was built from them; it is worked out here, so that nothing has to be said twice.
import { globSync } from "node:fs";

/** @typedef {import("./workspace.mjs").Package} Package */
/** @typedef {import("./workspace.mjs").Target} Target */

const isInternal = (/** @type {string} */ path) => path.startsWith("./internal/");
/** A module; a style sheet is offered as it is. @returns {target is string} */
const isSource = (/** @type {Target} */ target) =>
  typeof target === "string" && /^\.\/src\/.*\.tsx?$/.test(target);
const built = (/** @type {string} */ source, extension = ".js") =>
  source.replace(/^\.\/src\//, "./dist/").replace(/\.tsx?$/, extension);

/**
 * What a pattern stands for: npm's readers find each by its name.
 * @param {Package} one
 * @param {string} path
 * @param {Target} target
 * @returns {[string, Target][]}
 */
function spelledOut({ folder }, path, target) {
  if (!path.includes("*") || typeof target !== "string") return [[path, target]];
  const [before = "", after = ""] = target.split("*");
  return globSync(target, { cwd: folder })
    .sort()
    .map((file) => {
      const name = `./${file}`.slice(before.length, `./${file}`.length - after.length);
      return [path.replace("*", name), target.replace("*", name)];
    });
}

/** What the outside may import: a path, and the source of its module or what it is without a build. */
const offered = (/** @type {Package} */ one) =>
  Object.entries(one.manifest.exports)
    .filter(([path]) => !isInternal(path))
    .flatMap(([path, target]) => spelledOut(one, path, target));

/** The modules that are built, and everything that they import: where they come from and where they go. */
export const entryPoints = (/** @type {Package} */ one) =>
  offered(one).flatMap(([path, target]) =>
    isSource(target) ? [{ path, source: target, module: built(target), types: built(target, ".d.ts") }] : [],
  );

/**
 * The package.json that npm gets. What is said of the whole project, its address above all, is taken from the root's.
 * @param {Package} one
 * @param {Record<string, any>} project
 */
export function publishedManifest(one, project) {
  const { scripts: _, devDependencies: __, publishConfig, sideEffects, ...rest } = one.manifest;
  const { author, homepage, bugs, repository } = project;
  const targets = offered(one).map(([path, target]) => [
    path,
    isSource(target) ? { types: built(target, ".d.ts"), default: built(target) } : target,
  ]);
  return {
    ...rest,
    files: [...rest.files, "CHANGELOG.md"],
    author,
    homepage,
    bugs,
    repository: repository && { ...repository, directory: `packages/${one.directory}` },
    types: built(rest.types, ".d.ts"),
    sideEffects: sideEffects && sideEffects.map((path) => built(path)),
    exports: Object.fromEntries(targets),
    publishConfig: { access: publishConfig.access, provenance: publishConfig.provenance },
  };
}
