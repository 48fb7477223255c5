// Imports everything that the installed packages have, on a machine without a browser, and looks at what that did:
// no request, no timer, nothing left behind on the global object, and a process that may end at once.
import assert from "node:assert/strict";
import { readFileSync, readdirSync } from "node:fs";

// Lit counts its copies, and brings the few names of the DOM that a server lacks: that is Lit's, and known.
await import("lit");

const work = [];
for (const name of ["fetch", "setTimeout", "setInterval", "setImmediate", "BroadcastChannel", "navigator"]) {
  const original = globalThis[name];
  const get = () => (work.push(name), original);
  Object.defineProperty(globalThis, name, { get, set: () => work.push(`${name} =`), configurable: true });
}
const before = new Set(Reflect.ownKeys(globalThis));

const folder = new URL("node_modules/@portico/", import.meta.url);
let count = 0;
for (const name of readdirSync(folder)) {
  const { exports } = JSON.parse(readFileSync(new URL(`${name}/package.json`, folder), "utf8"));
  for (const [path, target] of Object.entries(exports)) {
    if (typeof target === "string") continue;
    await import(`@portico/${name}${path.slice(1)}`);
    count += 1;
  }
  // Those that nothing exports too: a bundler may split them off, and a server loads what it split.
  const modules = new URL(`${name}/dist/`, folder);
  for (const file of readdirSync(modules, { recursive: true })) {
    if (!file.endsWith(".js")) continue;
    await import(new URL(file, modules));
    count += 1;
  }
}

const added = Reflect.ownKeys(globalThis).filter((key) => !before.has(key));
assert.deepEqual(added, [], "left behind on the global object");
assert.deepEqual(work, [], "used while importing");
assert.ok(count > 20, `${count} modules`);
console.log(`imported ${count} modules`);
