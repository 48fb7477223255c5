// `npm run verify`: everything that `npm test` checks, and what a reviewer would ask for besides.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { checkGenerated } from "./check-generated.mjs";
import { bin, main, root, say } from "./lib.mjs";
import { buildFirst, check, conclude, runStages, stageNames } from "./test.mjs";

const node = process.execPath;

await main(async () => {
  const results = [await buildFirst(), await runStages(stageNames)];
  say("\nformat");
  results.push(await check("prettier", node, [bin("prettier"), "--check", "--log-level", "warn", "."]));
  say("\ngenerated");
  results.push(await checkGenerated());
  say("\nunused");
  if (["knip.json", "knip.config.mjs", "knip.config.ts"].some((file) => existsSync(join(root, file)))) {
    results.push(await check("knip", node, [bin("knip")]));
  } else say("  skipped: knip is not configured");
  return conclude(results);
});
