import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";

async function bundle(entry: string): Promise<{ text: string; bytes: number }> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL(`../src/${entry}`, import.meta.url))],
    bundle: true,
    minify: true,
    format: "esm",
    target: "es2022",
    write: false,
  });
  const { text, contents } = outputFiles[0]!;
  return { text, bytes: gzipSync(contents, { level: 9 }).length };
}

test("what signs people in carries nothing of what they do afterwards", async () => {
  const { text, bytes } = await bundle("core.ts");
  assert.ok(bytes <= 3800, `${bytes} bytes`);
  assert.doesNotMatch(text, /\/portal\/(appointments|tasks|notes|dashboard|me)\b|\/me\//);
});

test("all of it is at most 4.5 KB gzip, and needs nothing else", async () => {
  const { text, bytes } = await bundle("index.ts");
  assert.ok(bytes <= 4500, `${bytes} bytes`);
  assert.doesNotMatch(text, /\bimport\b/);
  const manifest = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
  assert.equal(manifest.dependencies ?? manifest.peerDependencies, undefined);
});
