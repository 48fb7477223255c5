// Before packing, package.json points at dist, as `publishConfig` says; afterwards at the sources again, so
// that everything in this repository runs from source without a build.
import { copyFileSync, readFileSync, renameSync, writeFileSync } from "node:fs";

const manifest = new URL("../package.json", import.meta.url);
const kept = new URL("../package.json.kept", import.meta.url);

if (process.argv[2] === "before") {
  copyFileSync(manifest, kept);
  const { publishConfig, scripts, ...rest } = JSON.parse(readFileSync(manifest, "utf8"));
  const { exports, types, ...settings } = publishConfig;
  writeFileSync(
    manifest,
    JSON.stringify({ ...rest, types, exports, publishConfig: settings }, null, 2) + "\n",
  );
} else {
  renameSync(kept, manifest);
}
