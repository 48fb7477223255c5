// Builds what browsers load (rollup.config.mjs), unless nothing it is made of has changed.
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PlainError, bin, main, root, run, say, seconds } from "./lib.mjs";

/** Everything that a build reads. */
const inputs = [
  "packages/client/src",
  "packages/elements/src",
  "packages/elements/package.json",
  "packages/console/src",
  "worker/public",
  "worker/openapi.json",
  "rollup.config.mjs",
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

/** Builds what npm would publish: plain modules and their types, one check a package. */
export async function buildPackages() {
  const results = [];
  for (const name of ["client", "elements", "react", "server"]) {
    const config = join(root, "packages", name, "tsconfig.build.json");
    if (!existsSync(config)) {
      say(`  skipped packages/${name}: it has no tsconfig.build.json yet`);
      continue;
    }
    const source = join(root, "packages", name, "src");
    const target = join(root, "packages", name, "dist");
    rmSync(target, { recursive: true, force: true });
    const { code, output } = await run(bin("node"), [bin("tsc"), "--project", config]);
    // The compiler reads declarations that a generator wrote, but does not pass them on.
    for (const file of globSync("**/*.d.ts", { cwd: source })) cpSync(join(source, file), join(target, file));
    say(`  ${code === 0 ? "✓" : "✗"} packages/${name}/dist`);
    if (code !== 0) say(output.trim().replaceAll(/^/gm, "    "));
    results.push(code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  }
  return results;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => {
    await build({ force: true });
    return (await buildPackages()).some((result) => result.failed > 0) ? 1 : 0;
  });
}
