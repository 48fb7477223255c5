// What the running Worker never reads, left out of its bundle: the words of the API's description, which are in
// openapi.json, those of the page of errors, the indentation of SQL, and modules of dependencies of which nothing is
// ever called.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import process from "node:process";
import ts from "typescript";
import { root } from "./lib.mjs";

const standIn = (/** @type {string} */ file) => ({ path: join(root, "worker", "bundle", file) });

/** Modules of which nothing is called, and what stands in for them. @type {[RegExp, string][]} */
const idle = [
  // hono's other router would turn a hundred routes into one expression at the start of every isolate.
  [
    /[\\/]hono[\\/]dist[\\/]router[\\/]reg-exp-router[\\/](?:index|router)\.js$/,
    'export { TrieRouter as RegExpRouter } from "../trie-router/index.js";',
  ],
  // Other applications inside of ours.
  [/[\\/]hono[\\/]dist[\\/]utils[\\/]mount\.js$/, "export const createMountedRequest = undefined;"],
  // drizzle's relations, which need its schema, and what only a view or a count by itself would use.
  [/[\\/]drizzle-orm[\\/](?:relations|pg-core[\\/]view)\.js$/, "module.exports = {};"],
  [
    /[\\/]drizzle-orm[\\/]pg-core[\\/]query-builders[\\/](?:query|count|refresh-materialized-view)\.js$/,
    "module.exports = {};",
  ],
  // zod's JSON Schema, and drizzle's columns of types that no table has.
  [/[\\/]zod[\\/]v4[\\/]core[\\/](?:to-json-schema|json-schema-[a-z]+)\.js$/, "module.exports = {};"],
  [/[\\/]drizzle-orm[\\/]pg-core[\\/]columns[\\/]all\.js$/, "module.exports = {};"],
];

/** @type {import("esbuild").Plugin} */
export const lean = {
  name: "lean",
  setup(build) {
    build.onResolve({ filter: /^@asteasolutions\/zod-to-openapi$/ }, () => standIn("zod-to-openapi.js"));
    build.onResolve({ filter: /^zod$/ }, ({ importer }) =>
      /[\\/]@hono[\\/]zod-openapi[\\/]/.test(importer) ? standIn("zod.js") : undefined,
    );
    // What only a local deployment has is no part of one that is deployed.
    if (process.env.WRANGLER_COMMAND === "deploy")
      build.onLoad({ filter: /[\\/]features[\\/]development[\\/]outbox\.routes\.ts$/ }, () => ({
        contents: "export const outboxRoutes = undefined;",
      }));
    // Formats as methods of strings, which zod deprecates (`z.email()` and the like are functions of their own), code
    // made at run time, which workerd refuses, and what schemas that contain themselves need: none does.
    build.onLoad({ filter: /[\\/]zod[\\/]v4[\\/]classic[\\/]schemas\.js$/ }, ({ path }) => ({
      contents: readFileSync(path, "utf8")
        .replaceAll(
          /^ {4}\w+\(params\) \{\s+return this\.check\(core\._\w+\(Zod\w+, params\)\);\s+\},?\n/gm,
          "",
        )
        .replace("core.$ZodObjectJIT.init", "core.$ZodObject.init")
        .replace("core.config({ memoizer: core.memoizer() })", ""),
    }));
    for (const [filter, contents] of idle) build.onLoad({ filter }, () => ({ contents }));
    build.onLoad({ filter: /[\\/]worker[\\/]src[\\/].*\.ts$/ }, ({ path }) => ({
      contents: withPureSchemas(withoutDescriptions(readFileSync(path, "utf8"))),
      loader: "ts",
    }));
  },
};

/** What each of these is told for openapi.json or the page of errors alone. @type {Record<string, string[]>} */
const descriptive = {
  createRoute: ["operationId", "tags", "summary", "description", "security", "responses"],
  recordOperations: ["tag", "record", "page"],
};
/** What an operation of a record says of itself, and what an error's page says. */
const said = ["operationId", "summary", "description", "fails"];
const help = ["help"];

/**
 * The properties of an object that describe.
 * @param {ts.ObjectLiteralExpression} object
 * @param {string[]} names
 * @param {string} code
 */
const cutProperties = ({ properties }, names, code) =>
  properties
    .filter(({ name }) => name && ts.isIdentifier(name) && names.includes(name.text))
    .map(({ pos, end }) => ({ pos, end: code[end] === "," ? end + 1 : end }));

const has = (/** @type {ts.ObjectLiteralExpression} */ { properties }, /** @type {string} */ wanted) =>
  properties.some(({ name }) => name && ts.isIdentifier(name) && name.text === wanted);

/**
 * The spaces at the beginning of the lines of SQL; not of what stands in between.
 * @param {ts.TaggedTemplateExpression} node
 * @param {string} code
 */
function indentationIn({ template }, code) {
  const parts = ts.isTemplateExpression(template)
    ? [template.head, ...template.templateSpans.map(({ literal }) => literal)]
    : [template];
  return parts.flatMap((part) =>
    [...code.slice(part.pos, part.end).matchAll(/(?<=\n) +/g)].map(({ index, 0: { length } }) => ({
      pos: part.pos + index,
      end: part.pos + index + length,
    })),
  );
}

/** What makes of a schema that nothing uses, such as an answer's, something to leave out. */
const pure = "/* @__PURE__ */ ";

/** Whether a chain of calls, such as `z.string().min(1)`, begins with `z`. */
function beginsWithZ(/** @type {ts.Expression} */ chain) {
  let node = chain;
  while (ts.isCallExpression(node) || ts.isPropertyAccessExpression(node)) node = node.expression;
  return ts.isIdentifier(node) && node.text === "z";
}

/**
 * What describes in one node: those properties, or `.openapi(…)` behind a schema.
 * @param {ts.Node} node
 * @param {string} code
 * @returns {{ pos: number, end: number }[]}
 */
function descriptionsIn(node, code) {
  if (ts.isTaggedTemplateExpression(node))
    return ts.isIdentifier(node.tag) && node.tag.text === "sql" ? indentationIn(node, code) : [];
  if (ts.isObjectLiteralExpression(node)) {
    if (has(node, "operationId")) return cutProperties(node, said, code);
    return has(node, "retryable") ? cutProperties(node, help, code) : [];
  }
  if (!ts.isCallExpression(node)) return [];
  const { expression, arguments: given } = node;
  const names = ts.isIdentifier(expression) ? descriptive[expression.text] : undefined;
  if (names)
    return given[0] && ts.isObjectLiteralExpression(given[0]) ? cutProperties(given[0], names, code) : [];
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

/** A module in which schemas are only kept where they are used. */
export function withPureSchemas(/** @type {string} */ code) {
  /** @type {number[]} */
  const places = [];
  const visit = (/** @type {ts.Node} */ node) => {
    const isInChain = ts.isPropertyAccessExpression(node.parent ?? node);
    if (ts.isCallExpression(node) && !isInChain && beginsWithZ(node)) places.push(node.getStart());
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile("module.ts", code, ts.ScriptTarget.Latest, true));
  return places.reduceRight((text, place) => text.slice(0, place) + pure + text.slice(place), code);
}
