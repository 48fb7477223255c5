import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { bundleWorker } from "../bundle-worker.mjs";
import { withoutDescriptions, withPureSchemas } from "../lean.mjs";
import { root } from "../lib.mjs";

/**
 * Every text of a document that only people read.
 * @param {unknown} value
 * @returns {string[]}
 */
function textsOf(value) {
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([name, part]) =>
    ["summary", "description"].includes(name) && typeof part === "string" ? [part] : textsOf(part),
  );
}

test("the Worker's bundle has no word of the API's description", async () => {
  const { paths, components } = JSON.parse(readFileSync(join(root, "worker", "openapi.json"), "utf8"));
  const texts = textsOf([paths, components]).filter((text) => text.length > 16);
  assert.ok(texts.length > 50);
  const bundle = await bundleWorker();
  assert.match(bundle, /\/portal\/appointments\/\{id\}/, "it is the Worker");
  assert.deepEqual(
    texts.filter((text) => bundle.includes(JSON.stringify(text))),
    [],
  );
});

test("what describes is cut, what works stays, and every line stays where it was", () => {
  const code = `
const Thing = z.object({ name: z.string().openapi({ example: "a, b" }), size }).openapi("Thing", { description: "…" });
const route = createRoute({
  method: "get",
  path: "/things",
  summary: "Things",
  request: { query: z.object({ limit: z.number().openapi({ description: "How many" }) }) },
  responses: {
    200: json(Thing.openapi("All"), "All"),
  },
});
things.openapi(route, async (c) => c.json({ summary: "a field of ours" }));
things.openapi(createRoute({ method: "get", tags, path: "/one", security }), one);
const list = records.list({ operationId: "listThings", summary: "Things" }, { q });
const table = { GONE: { status: 410, title: "Gone", retryable: false, help: "Look elsewhere." } };
const query = sql\`select a
  from \${fine ? sql\`x
    y\` : \`z
  z\`} where b\`;
`;
  assert.equal(
    withoutDescriptions(code),
    `
const Thing = z.object({ name: z.string(), size });
const route = createRoute({
  method: "get",
  path: "/things",

  request: { query: z.object({ limit: z.number() }) },



});
things.openapi(route, async (c) => c.json({ summary: "a field of ours" }));
things.openapi(createRoute({ method: "get", path: "/one", }), one);
const list = records.list({ }, { q });
const table = { GONE: { status: 410, title: "Gone", retryable: false, } };
const query = sql\`select a
from \${fine ? sql\`x
y\` : \`z
  z\`} where b\`;
`,
  );
});

test("a schema is marked as something that may be left out, with every schema in it", () => {
  assert.equal(
    withPureSchemas("const a = z.object({ b: z.string().min(1), c: [one, z.null()] }).optional();"),
    "const a = /* @__PURE__ */ z.object({ b: /* @__PURE__ */ z.string().min(1), c: [one, /* @__PURE__ */ z.null()] }).optional();",
  );
});
