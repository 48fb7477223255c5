// `npm run release [-- --dry-run]`: versions by the changesets, builds, checks what npm would get, commits, publishes.
// All of it happens in a copy; this repository takes over the commit once everything holds, and the tags afterwards, so
// that nothing, an interruption included, leaves it half released.
import { rmSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { PlainError, bin, main, onStop, root, run, say } from "./lib.mjs";
import { checkTypes, lintPackage } from "./packages/checks.mjs";
import { copyOfTree, git } from "./packages/copy.mjs";
import { packPackages } from "./packages/pack.mjs";
import { publicPackages, readJson } from "./packages/workspace.mjs";

/** @typedef {import("./packages/pack.mjs").PackedPackage} PackedPackage */

// CI: no spinner into a log.
const env = {
  ...process.env,
  CI: "1",
  PATH: `${join(root, "node_modules", ".bin")}:${process.env.PATH ?? ""}`,
};

/** Runs one step in the copy. */
async function step(/** @type {string} */ tree, /** @type {string} */ command, /** @type {string[]} */ args) {
  const { code, output } = await run(command, args, { cwd: tree, env });
  if (code !== 0) throw new PlainError(`${command} ${args.join(" ")} failed:\n${output.trim()}`);
  return output.trim();
}

/** Takes the changesets in, and what is made from a version with them; returns whether there were any. */
async function version(/** @type {string} */ tree) {
  const waiting = (await git(tree, ["ls-files", "--cached", "--others", ".changeset/*.md"]))
    .split("\n")
    .filter(Boolean);
  if (waiting.length === 0) return false;
  await step(tree, bin("changeset"), ["version"]);
  await step(tree, "npm", ["run", "generate", "--silent", "--workspace", "packages/elements"]);
  await step(tree, "npm", ["install", "--package-lock-only", "--ignore-scripts", "--offline", "--no-audit"]);
  return true;
}

const kilobytes = (/** @type {number} */ bytes) => `${(bytes / 1000).toFixed(1)} kB`.padStart(10);

/** What would go where, to read before it does. */
function report(/** @type {PackedPackage[]} */ packed, /** @type {Map<string, string>} */ versions) {
  for (const { manifest, packed: tarball } of packed) {
    const before = versions.get(manifest.name);
    const change = before === manifest.version ? `${before}, as it is` : `${before} → ${manifest.version}`;
    say(`\n${manifest.name} ${change}`);
    say(
      `${kilobytes(tarball.size)} packed, ${kilobytes(tarball.unpackedSize).trim()} unpacked, ${tarball.files.length} files`,
    );
    for (const { path, size } of tarball.files) say(`  ${kilobytes(size)}  ${path}`);
  }
}

/** Nothing leaves that a checker complains about. */
async function checkAll(/** @type {PackedPackage[]} */ packed) {
  for (const { manifest, tarball } of packed) {
    const problems = [...(await lintPackage(tarball)), ...(await checkTypes(tarball))];
    if (problems.length > 0) throw new PlainError(`${manifest.name}:\n${problems.join("\n")}`);
  }
}

/** Refuses before anything has happened what could only fail in the middle. */
async function refuseUnready() {
  const changed = await git(root, ["status", "--porcelain"]);
  if (changed) throw new PlainError(`Commit or put away first:\n${changed}`);
  // npm proves where a package was built, and compares that with what the package says.
  if (!readJson(join(root, "package.json")).repository)
    throw new PlainError(
      'package.json has no "repository": npm publishes with provenance only what says where it is from.',
    );
}

await main(async () => {
  const isDry = process.argv.includes("--dry-run");
  if (!isDry) await refuseUnready();
  const versions = new Map(publicPackages(root).map(({ manifest }) => [manifest.name, manifest.version]));
  const tree = await copyOfTree(isDry);
  onStop(() => rmSync(tree, { recursive: true, force: true }));
  const isNew = await version(tree);
  const packed = await packPackages(tree);
  await checkAll(packed);
  report(packed, versions);
  if (isDry) return say("\nNothing was changed and nothing was published.");
  if (isNew) {
    await git(tree, ["add", "--all", "--", ".", ":!node_modules"]);
    await git(tree, ["commit", "--quiet", "--message", `Release ${packed[0]?.manifest.version}`]);
    await git(root, ["pull", "--quiet", "--ff-only", tree, "HEAD"]);
  }
  // If it stops halfway, the next run publishes what is missing.
  say(await step(tree, bin("changeset"), ["publish"]));
  await git(root, ["fetch", "--quiet", "--tags", tree]);
});
