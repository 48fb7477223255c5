// Bundles the Worker for wrangler, which runs this ([build] in wrangler.toml) and bundles the result once more.
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import process from "node:process";
import { pathToFileURL } from "node:url";
import { build } from "esbuild";
import { lean } from "./lean.mjs";
import { deployedBundle, localBundle, root } from "./lib.mjs";

const outfile = join(root, process.env.WRANGLER_COMMAND === "deploy" ? deployedBundle : localBundle);

/** The Worker as one module, without what only weighs. */
export async function bundleWorker() {
  const { outputFiles } = await build({
    entryPoints: [join(root, "worker", "src", "index.ts")],
    outfile,
    write: false,
    bundle: true,
    format: "esm",
    target: "es2024",
    conditions: ["workerd", "worker", "browser"],
    external: ["node:*", "cloudflare:*", "*.wasm"],
    sourcemap: "inline",
    plugins: [lean],
    logLevel: "error",
  });
  return outputFiles[0]?.text ?? "";
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? "").href) {
  const text = await bundleWorker();
  // Several Workers may be watching this file: it changes only when the Worker does, and all at once.
  if (!existsSync(outfile) || readFileSync(outfile, "utf8") !== text) {
    mkdirSync(dirname(outfile), { recursive: true });
    const partial = `${outfile}.${process.pid}`;
    writeFileSync(partial, text);
    renameSync(partial, outfile);
  }
}
