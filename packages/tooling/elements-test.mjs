// Runs the elements' tests in a browser and prints the totals for test.mjs to add up.
import { startTestRunner } from "@web/test-runner";
import { totalsMark } from "./reporter.mjs";

const config = "packages/elements/web-test-runner.config.mjs";
const runner = await startTestRunner({
  autoExitProcess: false,
  argv: ["--config", config, ...process.argv.slice(2)],
});
if (!runner) process.exit(1);

/**
 * @typedef {{ passed: number, failed: number }} Totals
 * @typedef {{ tests: { passed: boolean, skipped: boolean }[], suites: Suite[] }} Suite
 */

/** Adds up a suite and those inside it. */
function count(/** @type {Suite} */ suite, /** @type {Totals} */ totals) {
  for (const test of suite.tests) if (!test.skipped) totals[test.passed ? "passed" : "failed"] += 1;
  for (const inner of suite.suites) count(inner, totals);
}

runner.on("stopped", (/** @type {boolean} */ isPassed) => {
  const totals = { passed: 0, failed: 0 };
  for (const session of runner.sessions.all()) {
    if (session.testResults) count(session.testResults, totals);
  }
  // A file that could not be loaded has no tests to count, and must not pass for that.
  if (!isPassed && totals.failed === 0) totals.failed = 1;
  console.log(totalsMark + JSON.stringify(totals));
  process.exit(isPassed ? 0 : 1);
});
