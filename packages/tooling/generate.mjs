// `npm run generate`: every workspace's own "generate" script, in the order in which they need each other.
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { PlainError, main, root, run, say, seconds } from "./lib.mjs";

// worker writes openapi.json, client reads it, elements write their manifest, react reads that.
const workspaces = ["worker", "packages/client", "packages/elements", "packages/react"];

/** Runs the generators that exist; returns how many. */
export async function generate() {
  let count = 0;
  for (const workspace of workspaces) {
    const file = join(root, workspace, "package.json");
    if (!existsSync(file) || !JSON.parse(readFileSync(file, "utf8")).scripts?.generate) continue;
    const began = Date.now();
    const { code, output } = await run("npm", ["run", "generate", "--silent", "--workspace", workspace], {});
    if (code !== 0) throw new PlainError(`generate failed in ${workspace}:\n${output.trim()}`);
    say(`  generated ${workspace}, ${seconds(began)}`);
    count += 1;
  }
  return count;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href)
  await main(async () => void (await generate()));
