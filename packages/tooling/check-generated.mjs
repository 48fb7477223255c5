// Whether the committed generated files are what their generators write now. Changes nothing.
import { execFileSync } from "node:child_process";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { generate } from "./generate.mjs";
import { main, root, say } from "./lib.mjs";

/** The contents of every file that a generator could write. */
function snapshot() {
  const list = execFileSync("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
    cwd: root,
  });
  const files = list
    .toString()
    .split("\0")
    .filter((file) => file && existsSync(join(root, file)));
  return new Map(files.map((file) => [file, readFileSync(join(root, file))]));
}

/** One check: generate, compare, put back. */
export async function checkGenerated() {
  const before = snapshot();
  const count = await generate();
  const changed = [...snapshot()].filter(([file, content]) => !before.get(file)?.equals(content));
  for (const [file] of changed) {
    const content = before.get(file);
    if (content) writeFileSync(join(root, file), content);
    say(`  ✗ ${file} is not what its generator writes: run \`npm run generate\` and commit it.`);
  }
  if (changed.length > 0) return { passed: 0, failed: changed.length };
  if (count === 0) say("  skipped: nothing is generated yet");
  else say("  ✓ generated files are up to date");
  return { passed: count > 0 ? 1 : 0, failed: 0 };
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  await main(async () => ((await checkGenerated()).failed > 0 ? 1 : 0));
}
