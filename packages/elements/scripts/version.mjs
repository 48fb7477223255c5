// The release that an element says it is of: src/lib/version.ts, from package.json.
import { readFileSync, writeFileSync } from "node:fs";

const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8"));
writeFileSync(
  new URL("../src/lib/version.ts", import.meta.url),
  `/** The package's version; registering twice compares it. */\nexport const VERSION = ${JSON.stringify(version)};\n`,
);
