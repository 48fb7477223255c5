import assert from "node:assert/strict";
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import * as client from "../src/index.ts";

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));
const readme = readFileSync(here("../README.md"), "utf8");

test("every snippet of the README compiles", () => {
  const folder = mkdtempSync(join(tmpdir(), "portico-readme-"));
  try {
    const snippets = [...readme.matchAll(/^```ts\n(.*?)^```/gms)];
    assert.ok(snippets.length > 4);
    snippets.forEach(([, code], n) => writeFileSync(join(folder, `snippet-${n}.ts`), code!));
    const paths = {
      "@portico/client": [here("../src/index.ts")],
      "@portico/client/*": [here("../src/*.ts")],
    };
    const config = {
      extends: here("../../../tsconfig.base.json"),
      compilerOptions: { lib: ["ES2023", "DOM"], paths },
      include: ["*.ts"],
    };
    writeFileSync(join(folder, "tsconfig.json"), JSON.stringify(config));
    const tsc = fileURLToPath(new URL("bin/tsc", import.meta.resolve("@typescript/native/package.json")));
    const { status, stdout } = spawnSync(process.execPath, [tsc, "-p", folder], { encoding: "utf8" });
    assert.equal(status, 0, stdout);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

test("the README names every property of an error", () => {
  const error = new client.PortalError({ code: "NETWORK" });
  for (const name of Object.keys(error).filter((key) => key !== "name")) {
    assert.ok(readme.includes(`| \`${name}\``), name);
  }
});
