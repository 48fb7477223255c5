// `npm run check:packages [NAME …]`: packs what npm would publish, installs it into projects of other kinds, in a
// temporary folder, and tries it there as their developers would: types, build, and the page in a browser.
import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { browserArgs, findBrowser } from "./browser.mjs";
import { PlainError, main, onStop, root, run, say, seconds } from "./lib.mjs";
import { packPackages } from "./packages/pack.mjs";
import { tryPage } from "./packages/page.mjs";
import { serve } from "./packages/serve.mjs";
import { readJson } from "./packages/workspace.mjs";
import { conclude } from "./test.mjs";

const templates = join(root, "packages", "tooling", "consumers");

/** An npm script's environment would send the consumer's own commands to this repository's. */
const clean = Object.fromEntries(
  Object.entries(process.env).filter(([name]) => !/^(npm_|NODE_NO_WARNINGS|INIT_CWD)/i.test(name)),
);
const ourBin = join(root, "node_modules", ".bin");
const env = {
  ...clean,
  PATH: (clean.PATH ?? "")
    .split(":")
    .filter((path) => path !== ourBin)
    .join(":"),
  NEXT_TELEMETRY_DISABLED: "1",
  CI: "1",
};

/**
 * Copies a template and points what it needs of ours at the tarballs; the rest comes from the registry.
 * @param {string} name
 * @param {string} folder
 * @param {import("./packages/pack.mjs").PackedPackage[]} packed
 */
function prepare(name, folder, packed) {
  cpSync(join(templates, name), folder, { recursive: true });
  const ours = Object.fromEntries(packed.map(({ manifest, tarball }) => [manifest.name, `file:${tarball}`]));
  const file = join(folder, "package.json");
  const manifest = readJson(file);
  for (const one of Object.keys(manifest.dependencies))
    manifest.dependencies[one] = ours[one] ?? manifest.dependencies[one];
  writeFileSync(file, JSON.stringify({ ...manifest, overrides: ours }, null, 2));
  return manifest.scripts;
}

/** Runs an npm command in a consumer to its end. */
async function npm(/** @type {string} */ folder, /** @type {string[]} */ args) {
  const { code, output } = await run("npm", args, { cwd: folder, env });
  if (code !== 0) throw new PlainError(`npm ${args.join(" ")} failed:\n${output.trim()}`);
}

/**
 * Everything that a consumer's package.json can do: `check`, `build`, and the page of `dev` and of `start`.
 * @param {string} name
 * @param {string} folder
 * @param {import("./packages/pack.mjs").PackedPackage[]} packed
 * @param {import("playwright-core").Browser} browser
 */
async function tryConsumer(name, folder, packed, browser) {
  const scripts = prepare(name, folder, packed);
  await npm(folder, ["install", "--no-audit", "--no-fund", "--no-package-lock", "--loglevel=error"]);
  for (const script of ["check", "build"])
    if (scripts[script]) await npm(folder, ["run", "--silent", script]);
  for (const script of ["dev", "start"]) {
    if (!scripts[script]) continue;
    const server = await serve(folder, script, env);
    try {
      await tryPage(browser, server.url);
    } catch (error) {
      throw new PlainError(
        `npm run ${script}: ${error instanceof Error ? error.message : error}\n${server.output()}`,
      );
    } finally {
      await server.stop();
    }
  }
}

await main(async () => {
  const asked = process.argv.slice(2);
  const names = readdirSync(templates).filter((name) => asked.length === 0 || asked.includes(name));
  const packed = await packPackages();
  for (const { manifest } of packed) say(`  packed ${manifest.name} ${manifest.version}`);
  const folder = mkdtempSync(join(tmpdir(), "portico-consumers-"));
  onStop(() => rmSync(folder, { recursive: true, force: true }));
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArgs });
  onStop(() => browser.close());
  const results = [];
  for (const name of names) {
    const began = Date.now();
    const problem = await tryConsumer(name, join(folder, name), packed, browser).then(
      () => undefined,
      (error) => error,
    );
    say(`  ${problem ? "✗" : "✓"} ${name}, ${seconds(began)}`);
    if (problem)
      say(
        String(problem.message ?? problem)
          .trim()
          .replaceAll(/^/gm, "    "),
      );
    results.push(problem ? { passed: 0, failed: 1 } : { passed: 1, failed: 0 });
  }
  return conclude(results);
});
