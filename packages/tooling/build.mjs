// Builds what browsers load (rollup.config.mjs), unless nothing it is made of has changed.
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PlainError, bin, main, root, run, say, seconds } from "./lib.mjs";
import { buildPackages } from "./packages/build.mjs";

/** Everything that a build reads. */
const inputs = [
  "packages/client/src",
  "packages/elements/src",
  "packages/elements/package.json",
  "packages/console/src",
  "worker/public",
  "worker/openapi.json",
  "rollup.config.mjs",
  "packages/tooling/embed-files.mjs",
  "packages/tooling/lean-lit.mjs",
  "package-lock.json",
];

/** A hash of the files under these paths, their names included. */
function hashOf(/** @type {string[]} */ paths) {
  const hash = createHash("sha256");
  for (const path of paths) {
    const full = join(root, path);
    if (!existsSync(full)) continue;
    const files = readdirSafely(full);
    for (const file of files) hash.update(`${file}\0`).update(readFileSync(file)).update("\0");
  }
  return hash.digest("hex");
}

/** The files under a folder in a stable order, or the file itself. */
function readdirSafely(/** @type {string} */ path) {
  try {
    const entries = readdirSync(path, { recursive: true, withFileTypes: true });
    return entries
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  } catch {
    return [path];
  }
}

/** Builds dist/public when it is missing or old. */
export async function build({ force = false } = {}) {
  const stamp = join(root, "dist", ".hash");
  const hash = hashOf(inputs);
  if (!force && existsSync(stamp) && readFileSync(stamp, "utf8") === hash) {
    say("Build: nothing has changed.");
    return;
  }
  const began = Date.now();
  say("Building the elements …");
  mkdirSync(join(root, "dist", "public"), { recursive: true });
  const { code, output } = await run(bin("node"), [
    bin("rollup"),
    "--config",
    "rollup.config.mjs",
    "--silent",
  ]);
  if (code !== 0) throw new PlainError(`The build failed:\n${output}`);
  if (output.trim()) say(output.trim());
  writeFileSync(stamp, hash);
  say(`Built in ${seconds(began)}.`);
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => {
    await build({ force: true });
    for (const one of await buildPackages()) say(`  ✓ dist/packages/${one.directory}`);
  });
}
