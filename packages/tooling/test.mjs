// `npm test [STAGE …]`: builds, runs every stage and ends with one line that says how many checks passed and failed.
import { existsSync, globSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import { findBrowser } from "./browser.mjs";
import { build } from "./build.mjs";
import { checkSize } from "./check-size.mjs";
import { buildDocs } from "./docs.mjs";
import { PlainError, bin, freePort, isStopping, main, root, run, say, seconds } from "./lib.mjs";
import { totalsMark } from "./reporter.mjs";
import { serveExample } from "./static.mjs";
import { typecheck } from "./typecheck.mjs";
import { startWorker } from "./worker.mjs";

/** @typedef {{ passed: number, failed: number }} Totals */

const node = process.execPath;
const tooling = join(root, "packages", "tooling");

/**
 * One command that either holds or does not.
 * @param {string} label
 * @param {string} command
 * @param {string[]} args
 * @returns {Promise<Totals>}
 */
export async function check(label, command, args, env = process.env) {
  const began = Date.now();
  const { code, output } = await run(command, args, { env });
  say(`  ${code === 0 ? "✓" : "✗"} ${label}, ${seconds(began)}`);
  if (code !== 0) say(indent(output.trim()));
  return code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

const indent = (/** @type {string} */ text) => text.replaceAll(/^/gm, "    ");

/** Takes the totals out of a runner's output; one that printed none has failed. */
function readTotals(/** @type {string} */ output, /** @type {number} */ code) {
  const totals = { passed: 0, failed: 0 };
  for (const line of output.split("\n")) {
    if (!line.startsWith(totalsMark)) continue;
    const counted = JSON.parse(line.slice(totalsMark.length));
    totals.passed += counted.passed;
    totals.failed += counted.failed;
  }
  if (code !== 0 && totals.failed === 0) totals.failed = 1;
  return totals;
}

/** Prints a runner's output without the line that is meant for us. */
const withoutTotals = (/** @type {string} */ output) =>
  output
    .split("\n")
    .filter((line) => !line.startsWith(totalsMark))
    .join("\n")
    .trimEnd();

/**
 * Runs test files with node:test.
 * @param {string} pattern
 * @param {NodeJS.ProcessEnv} env
 * @param {number} concurrency
 * @returns {Promise<Totals>}
 */
async function nodeTests(pattern, env, concurrency) {
  const files = testFiles(pattern);
  const options = [
    "--test",
    "--test-force-exit",
    "--test-timeout=180000",
    `--test-concurrency=${concurrency}`,
  ];
  const reporter = `--test-reporter=${join(tooling, "reporter.mjs")}`;
  const { code, output } = await run(node, ["--no-warnings", ...options, reporter, ...files], { env });
  say(withoutTotals(output));
  return readTotals(output, code);
}

const testFiles = (/** @type {string} */ pattern) =>
  globSync(pattern, { cwd: root, exclude: (name) => name === "node_modules" || name === "dist" }).sort();

/** @type {Promise<NodeJS.ProcessEnv> | undefined} */
let product;

/** The one Worker of this run and the example site beside it, on a fresh database, started when first needed. */
function startProduct() {
  product ??= (async () => {
    say("  Starting PostgreSQL and the Worker …");
    const port = await freePort();
    const exampleOrigin = `http://127.0.0.1:${port}`;
    const worker = await startWorker({ isTemporary: true, isQuiet: true, exampleOrigin });
    const example = await serveExample(port, worker.url);
    return {
      ...process.env,
      PORTAL_URL: worker.url,
      ADMIN_DATABASE_URL: worker.adminUrl,
      WORKER_DATABASE_URL: worker.workerUrl,
      EXAMPLE_URL: example.url,
      CHROME_PATH: await findBrowser(),
    };
  })();
  return product;
}

/**
 * The stages in order; `isPresent` says whether there is anything to run yet.
 * @type {Record<string, { isPresent: () => boolean, run: () => Promise<Totals> | Promise<Totals[]> }>}
 */
const stages = {
  lint: {
    isPresent: () => existsSync(join(root, "eslint.config.mjs")),
    run: () => check("eslint", bin("node"), [bin("eslint"), "."]),
  },
  typecheck: { isPresent: () => true, run: typecheck },
  tooling: {
    isPresent: () => true,
    run: () => nodeTests("packages/tooling/test/*.test.mjs", process.env, 2),
  },
  client: {
    isPresent: () => testFiles("packages/client/test/**/*.test.ts").length > 0,
    run: async () => nodeTests("packages/client/test/**/*.test.ts", await startProduct(), 2),
  },
  worker: {
    isPresent: () => testFiles("worker/test/**/*.test.ts").length > 0,
    run: async () => nodeTests("worker/test/**/*.test.ts", await startProduct(), 2),
  },
  elements: {
    isPresent: () => existsSync(join(root, "packages/elements/web-test-runner.config.mjs")),
    run: async () => {
      const path = await findBrowser();
      const env = { ...process.env, CHROME_PATH: path, CHROMIUM_PATH: path };
      const { code, output } = await run(node, ["--no-warnings", join(tooling, "elements-test.mjs")], {
        env,
      });
      say(indent(withoutTotals(output)));
      return readTotals(output, code);
    },
  },
  react: {
    isPresent: () => testFiles("packages/react/test/**/*.test.ts").length > 0,
    run: async () =>
      nodeTests("packages/react/test/**/*.test.ts", { ...process.env, CHROME_PATH: await findBrowser() }, 2),
  },
  console: {
    isPresent: () => testFiles("packages/console/test/**/*.test.ts").length > 0,
    run: async () => nodeTests("packages/console/test/**/*.test.ts", await startProduct(), 1),
  },
  examples: {
    isPresent: () => testFiles("examples/**/*.test.ts").length > 0,
    run: async () => nodeTests("examples/**/*.test.ts", await startProduct(), 1),
  },
  packages: {
    isPresent: () => true,
    run: () => nodeTests("packages/tooling/packages/test/*.test.mjs", process.env, 1),
  },
  docs: {
    isPresent: () => existsSync(join(root, "docs/package.json")),
    run: async () => {
      await buildDocs();
      const env = { ...process.env, CHROME_PATH: await findBrowser() };
      return [
        // The types of its pages are written by the build.
        await check("tsc docs", node, [bin("tsc"), "--noEmit", "--project", "docs/tsconfig.json"]),
        await nodeTests("docs/test/*.test.mjs", env, 2),
      ];
    },
  },
  deploy: {
    isPresent: () => existsSync(join(root, "wrangler.toml")),
    run: () => {
      const env = { ...process.env, CI: "1", WRANGLER_SEND_METRICS: "false", WRANGLER_HIDE_BANNER: "true" };
      const args = [bin("wrangler"), "deploy", "--dry-run", "--outdir", "dist/worker"];
      return check("wrangler deploy --dry-run", node, args, env);
    },
  },
  size: { isPresent: () => true, run: checkSize },
};

/** Every stage, in order. */
export const stageNames = Object.keys(stages);

/**
 * Runs stages one after the other and adds them up.
 * @param {string[]} names
 * @returns {Promise<Totals>}
 */
export async function runStages(names) {
  const totals = { passed: 0, failed: 0 };
  for (const name of names) {
    const stage = stages[name];
    if (!stage) throw new PlainError(`There is no stage "${name}"; there are: ${stageNames.join(", ")}.`);
    if (isStopping()) break;
    say(`\n${name}`);
    if (!stage.isPresent()) {
      say("  skipped: nothing here yet");
      continue;
    }
    const began = Date.now();
    /** @type {Totals[]} */
    const results = await Promise.resolve(stage.run())
      .then((result) => [result].flat())
      .catch((error) => {
        say(indent(error instanceof PlainError ? error.message : String(error?.stack ?? error)));
        return [{ passed: 0, failed: 1 }];
      });
    for (const result of results) {
      totals.passed += result.passed;
      totals.failed += result.failed;
    }
    say(`  ${name}: ${seconds(began)}`);
  }
  return totals;
}

/** The build counts as a check: nothing after it means anything when it fails. */
export async function buildFirst() {
  try {
    await build();
    return { passed: 1, failed: 0 };
  } catch (error) {
    say(error instanceof Error ? error.message : String(error));
    return { passed: 0, failed: 1 };
  }
}

/** Ends a run with the one line that a reader, and a machine, looks for. */
export async function conclude(/** @type {Totals[]} */ results) {
  const passed = results.reduce((sum, result) => sum + result.passed, 0);
  const failed = results.reduce((sum, result) => sum + result.failed, 0);
  say(`\n${passed} passed, ${failed} failed`);
  return failed > 0 || passed === 0 ? 1 : 0;
}

if (process.argv[1] === join(tooling, "test.mjs")) {
  await main(async () => {
    const asked = process.argv.slice(2);
    const names = asked.length > 0 ? asked : stageNames;
    return conclude([await buildFirst(), await runStages(names)]);
  });
}
