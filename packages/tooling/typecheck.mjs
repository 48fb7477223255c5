// Type checks every room with its own tsconfig.json.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { bin, main, root, run, say, seconds } from "./lib.mjs";

const rooms = [
  "worker",
  "packages/client",
  "packages/server",
  "packages/elements",
  "packages/elements/test/types",
  "packages/react",
  "packages/console",
  "packages/console/test",
  "packages/tooling",
  "examples",
];

/** One check a room. */
export async function typecheck() {
  const results = [];
  for (const room of rooms) {
    const config = join(root, room, "tsconfig.json");
    if (!existsSync(config)) continue;
    const began = Date.now();
    const { code, output } = await run(bin("node"), [bin("tsc"), "--noEmit", "--project", config]);
    say(`  ${code === 0 ? "✓" : "✗"} tsc ${room}, ${seconds(began)}`);
    if (code !== 0) say(output.trim().replaceAll(/^/gm, "    "));
    results.push(code === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 });
  }
  return results;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => ((await typecheck()).some((result) => result.failed > 0) ? 1 : 0));
}
