// What every root script calls: `node packages/tooling/run.mjs NAME [arguments]`.
// Runs on Node 20 with nothing installed, so it imports only what Node itself brings.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const root = dirname(dirname(here));
const lockfile = join(root, "package-lock.json");
const installedLockfile = join(root, "node_modules", ".package-lock.json");
const stamp = join(root, "node_modules", ".portico-installed");

const lockfileHash = () => createHash("sha256").update(readFileSync(lockfile)).digest("hex");

/** A checkout touches the lockfile without changing it, so an older date alone is not enough to install. */
function isInstalled() {
  if (!existsSync(installedLockfile)) return false;
  if (statSync(installedLockfile).mtimeMs >= statSync(lockfile).mtimeMs) return true;
  return existsSync(stamp) && readFileSync(stamp, "utf8") === lockfileHash();
}

/** @returns {never} */
function fail(/** @type {string} */ message) {
  console.error(message);
  process.exit(1);
}

/** npm's messages name the registry in use, which is nobody else's business in a log. */
const withoutAddresses = (/** @type {string} */ text) => text.replaceAll(/https?:\/\/\S+/g, "(address)");

async function install() {
  console.log("Installing packages with npm (about a minute the first time) …");
  const began = Date.now();
  let output = "";
  // npm sets NODE_ENV-like configuration for its scripts; a nested npm must not inherit "omit dev".
  const args = ["install", "--no-audit", "--no-fund", "--loglevel=error", "--include=dev"];
  const child = spawn("npm", args, {
    cwd: root,
    stdio: ["ignore", "pipe", "pipe"],
    shell: process.platform === "win32",
  });
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (output += chunk));
  for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM"])) {
    process.once(signal, () => {
      child.kill(signal);
      process.exit(130);
    });
  }
  const code = await new Promise((resolve) => {
    child.on("error", (error) => {
      output += String(error);
      resolve(1);
    });
    child.on("exit", resolve);
  });
  process.removeAllListeners("SIGINT").removeAllListeners("SIGTERM");
  if (code !== 0) fail(`npm install failed:\n${withoutAddresses(output).trim()}`);
  writeFileSync(stamp, lockfileHash());
  console.log(`Packages installed in ${Math.round((Date.now() - began) / 1000)} s.`);
}

if (Number(process.versions.node.split(".")[0]) < 20) {
  fail(`Portico needs Node 20 or newer; this is ${process.version}.`);
}
const [name, ...rest] = process.argv.slice(2);
if (!name || !/^[a-z-]+$/.test(name)) fail("Usage: node packages/tooling/run.mjs NAME");
const script = [".mjs", ".ts"]
  .map((extension) => join(here, name + extension))
  .find((file) => existsSync(file));
if (!script) fail(`There is no packages/tooling/${name}.mjs (or .ts).`);

if (!isInstalled()) await install();

const bin = join(root, "node_modules", ".bin");
const node = join(bin, "node");
if (!existsSync(node)) fail("node_modules/.bin/node is missing: delete node_modules and try again.");

// The channel tells the script when this process is gone, however it ended.
const child = spawn(node, [script, ...rest], {
  cwd: root,
  stdio: ["inherit", "inherit", "inherit", "ipc"],
  env: { ...process.env, PATH: `${bin}:${process.env.PATH ?? ""}`, NODE_NO_WARNINGS: "1" },
});
for (const signal of /** @type {const} */ (["SIGINT", "SIGTERM", "SIGHUP"]))
  process.on(signal, () => child.kill(signal));
// A parent that dies without a word (npm's shell, killed) takes the script with it; so does deleting the clone.
const parent = process.ppid;
const isWanted = () => process.ppid === parent && existsSync(script);
setInterval(() => isWanted() || child.kill("SIGTERM"), 500).unref();
child.on("error", (error) => fail(String(error)));
child.on("exit", (code, signal) => process.exit(code ?? (signal === "SIGINT" ? 130 : 1)));
