// The custom-elements manifest against the source: nothing public is undocumented, and nothing documented is gone.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { elements, surfaceOf } from "../../elements/scripts/surface.mjs";
import { root } from "../lib.mjs";

const read = (/** @type {string} */ path) => readFileSync(join(root, "packages", "elements", path), "utf8");
/** @typedef {{ name: string, description?: string, default?: string }} Item */
/** @typedef {Record<"attributes" | "members" | "events" | "slots" | "cssParts" | "cssProperties", Item[]>} Lists */
/** @type {{ modules: { declarations: (Lists & { name: string, tagName: string, summary: string })[] }[] }} */
const manifest = JSON.parse(read("custom-elements.json"));
const documented = new Map(
  manifest.modules.map(({ declarations: [element] }) => [element?.tagName ?? "", element]),
);

test("the manifest has the public elements", () => {
  assert.ok(elements.length > 7);
  assert.deepEqual([...documented.keys()].sort(), elements.map(({ tag }) => tag).sort());
  const readme = [...read("README.md").matchAll(/^\| `<(portal-[a-z]+)>`/gm)].map(([, tag]) => tag);
  assert.deepEqual(readme.sort(), [...documented.keys()].sort(), "README.md");
});

for (const element of elements) {
  test(`<${element.tag}> is documented as it is`, () => {
    const found = documented.get(element.tag);
    assert.ok(found?.summary, "a summary");
    const real = surfaceOf(element);
    const said = (/** @type {Item[]} */ items) => items.map(({ name }) => name).sort();
    assert.deepEqual(said(found.attributes), real.attributes, "attributes");
    assert.deepEqual(said(found.members), real.members, "properties and methods");
    assert.deepEqual(said(found.events), real.events, "events");
    assert.deepEqual(said(found.slots), real.slots, "slots");
    assert.deepEqual(said(found.cssParts), real.parts, "parts");
    assert.deepEqual(said(found.cssProperties), real.tokens, "tokens");
    const defaults = found.cssProperties
      .filter((token) => token.default)
      .map((token) => [token.name, token.default]);
    assert.deepEqual(Object.fromEntries(defaults), real.defaults, "what tokens are by default");
    for (const list of [
      found.attributes,
      found.members,
      found.events,
      found.slots,
      found.cssParts,
      found.cssProperties,
    ])
      for (const { name, description } of list)
        assert.ok(description && description.length > 5, `${name} says what it is`);
  });
}

test("a release's elements know their version", () => {
  const { version } = JSON.parse(read("package.json"));
  assert.ok(read("src/lib/version.ts").includes(`VERSION = "${version}"`), "src/lib/version.ts");
});
