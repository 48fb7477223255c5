// Sources to dist: one module and one declaration a file, the types of the wire included.
import { execFileSync } from "node:child_process";
import { cpSync, existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

const here = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const tsc = fileURLToPath(new URL("bin/tsc", import.meta.resolve("@typescript/native/package.json")));

rmSync(here("dist"), { recursive: true, force: true });
execFileSync(process.execPath, [tsc, "-p", here("tsconfig.build.json")], { stdio: "inherit" });
// tsc leaves declarations that were there before where they are, and ".ts" in the ones it writes.
if (existsSync(here("src/generated")))
  cpSync(here("src/generated"), here("dist/generated"), { recursive: true });
for (const name of readdirSync(here("dist"), { recursive: true })) {
  if (!name.endsWith(".d.ts")) continue;
  const text = readFileSync(here(`dist/${name}`), "utf8");
  writeFileSync(here(`dist/${name}`), text.replace(/(from\s+"\.[^"]*?)(\.d)?\.ts"/g, '$1.js"'));
}
