// Every snippet of the README, as somebody pastes it.
import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { test } from "node:test";
import { fileURLToPath } from "node:url";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

test("every snippet of the README compiles", () => {
  mkdirSync(here("../dist"), { recursive: true });
  // Inside the package, where its dependencies are found.
  const folder = mkdtempSync(here("../dist/readme-"));
  try {
    const snippets = [...readFileSync(here("../README.md"), "utf8").matchAll(/^```tsx\n(.*?)^```/gms)];
    assert.ok(snippets.length > 3);
    snippets.forEach(([, code], n) => writeFileSync(`${folder}/snippet-${n}.tsx`, code!));
    writeFileSync(
      `${folder}/next.d.ts`,
      'declare module "next/navigation" { function useRouter(): { push(to: string): void } }',
    );
    writeFileSync(
      `${folder}/tsconfig.json`,
      JSON.stringify({ extends: here("../tsconfig.json"), include: ["."] }),
    );
    const tsc = fileURLToPath(new URL("bin/tsc", import.meta.resolve("@typescript/native/package.json")));
    const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
    assert.equal(status, 0, stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
