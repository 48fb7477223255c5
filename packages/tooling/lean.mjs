// What the running Worker never reads, left out of its bundle: the words of the API's description, which are in
// openapi.json, and modules of dependencies of which nothing is ever called.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import ts from "typescript";
import { root } from "./lib.mjs";

const standIn = (/** @type {string} */ file) => ({ path: join(root, "worker", "bundle", file) });

/** Modules of which nothing is called, and what stands in for them. @type {[RegExp, string][]} */
const idle = [
  // zod's JSON Schema, and drizzle's columns of types that no table has.
  [/[\\/]zod[\\/]v4[\\/]core[\\/](?:to-json-schema|json-schema-[a-z]+)\.js$/, "module.exports = {};"],
  [/[\\/]drizzle-orm[\\/]pg-core[\\/]columns[\\/]all\.js$/, "module.exports = {};"],
  // postgres.js's replication and large objects, which it makes ready for every client.
  [/[\\/]postgres[\\/]cf[\\/]src[\\/](?:subscribe|large)\.js$/, "export default () => () => {};"],
];

/** @type {import("esbuild").Plugin} */
export const lean = {
  name: "lean",
  setup(build) {
    build.onResolve({ filter: /^@asteasolutions\/zod-to-openapi$/ }, () => standIn("zod-to-openapi.js"));
    build.onResolve({ filter: /^zod$/ }, ({ importer }) =>
      /[\\/]@hono[\\/]zod-openapi[\\/]/.test(importer) ? standIn("zod.js") : undefined,
    );
    for (const [filter, contents] of idle) build.onLoad({ filter }, () => ({ contents }));
    build.onLoad({ filter: /[\\/]worker[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: withoutDescriptions(readFileSync(path, "utf8")),
      loader: "ts",
    }));
  },
};

/** What `createRoute` is told for openapi.json alone. */
const descriptive = new Set(["operationId", "tags", "summary", "description", "security", "responses"]);

/**
 * What describes in one node: those properties of a route, or `.openapi(…)` behind a schema.
 * @param {ts.Node} node
 * @param {string} code
 * @returns {{ pos: number, end: number }[]}
 */
function descriptionsIn(node, code) {
  if (!ts.isCallExpression(node)) return [];
  const { expression, arguments: given } = node;
  if (ts.isIdentifier(expression) && expression.text === "createRoute") {
    const properties = given[0] && ts.isObjectLiteralExpression(given[0]) ? given[0].properties : [];
    return properties
      .filter(({ name }) => name && ts.isIdentifier(name) && descriptive.has(name.text))
      .map(({ pos, end }) => ({ pos, end: code[end] === "," ? end + 1 : end }));
  }
  const isOpenApi = ts.isPropertyAccessExpression(expression) && expression.name.text === "openapi";
  // A router's `.openapi(route, handler)` is no description.
  if (!isOpenApi || (given[1] && !ts.isObjectLiteralExpression(given[1]))) return [];
  return [{ pos: expression.expression.end, end: node.end }];
}

/** A module without what describes it; every line stays where it was. */
export function withoutDescriptions(/** @type {string} */ code) {
  /** @type {{ pos: number, end: number }[]} */
  const cuts = [];
  const visit = (/** @type {ts.Node} */ node) => {
    cuts.push(...descriptionsIn(node, code));
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("module.ts", code, ts.ScriptTarget.Latest, true));
  let text = "";
  let at = 0;
  for (const { pos, end } of cuts.sort((a, b) => a.pos - b.pos)) {
    // Within another one.
    if (pos < at) continue;
    text += code.slice(at, pos) + code.slice(pos, end).replaceAll(/[^\n]/g, "");
    at = end;
  }
  return text + code.slice(at);
}
