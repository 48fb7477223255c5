// Calls of the API in the documentation, held to worker/openapi.json: the operation is there, and its body fits.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "../lib.mjs";

/**
 * @typedef {{ $ref?: string, type?: string | string[], properties?: Record<string, Schema>, required?: string[],
 *   items?: Schema, enum?: unknown[] }} Schema
 * @typedef {{ requestBody?: { content: { "application/json": { schema: Schema } } } }} Operation
 */
/** @type {{ paths: Record<string, Record<string, Operation>>, components: { schemas: Record<string, Schema> } }} */
const { paths, components } = JSON.parse(readFileSync(join(root, "worker/openapi.json"), "utf8"));
const patterns = Object.entries(paths).map(([path, operations]) => {
  return { operations, pattern: new RegExp(`^${path.replaceAll(/\{\w+\}/g, "[^/]+")}$`) };
});

/** The operation of a method and a path, which may have real ids or names in braces. */
function operationOf(/** @type {string} */ method, /** @type {string} */ path) {
  const found = patterns.filter(({ pattern }) => pattern.test(path));
  return found.map(({ operations }) => operations[method.toLowerCase()]).find(Boolean);
}

/** Whether the API has this operation. */
export const hasOperation = (/** @type {string} */ method, /** @type {string} */ path) =>
  operationOf(method, path) !== undefined;

/**
 * What a value has that its schema does not know, or lacks.
 * @param {Schema} schema
 * @param {any} value
 * @param {string} at
 * @returns {string[]}
 */
function valueProblems(schema, value, at) {
  const known = schema.$ref ? components.schemas[schema.$ref.split("/").at(-1) ?? ""] : schema;
  if (!known || value === null) return [];
  if (known.enum && !known.enum.includes(value)) return [`${at} takes ${known.enum.join(", ")}`];
  if (Array.isArray(value))
    return known.items
      ? value.flatMap((item, i) => valueProblems(known.items ?? {}, item, `${at}[${i}]`))
      : [];
  const { properties } = known;
  if (typeof value !== "object" || !properties) return [];
  const missing = (known.required ?? [])
    .filter((name) => !(name in value))
    .map((name) => `${at} lacks ${name}`);
  return Object.entries(value).reduce((problems, [name, inner]) => {
    const schemaOf = properties[name];
    return problems.concat(
      schemaOf ? valueProblems(schemaOf, inner, `${at}.${name}`) : [`${at} has no ${name}`],
    );
  }, missing);
}

/** The operation, and its body, of `curl "$API/path" -d …`. */
export function curlProblems(/** @type {string[]} */ [, ...rest]) {
  const url = rest.find((word) => /^(\$API|https:\/\/portal\.example\.com)\//.test(word));
  if (!url) return ["curl calls something else than $API or https://portal.example.com"];
  const valueOf = (/** @type {string[]} */ ...options) => {
    const at = rest.findIndex((word) => options.includes(word));
    return at < 0 ? undefined : (rest[at + 1] ?? "");
  };
  const body = valueOf("-d", "--data", "--json");
  const method = valueOf("-X", "--request") ?? (body === undefined ? "GET" : "POST");
  const path = url.replace(/^(\$API|https:\/\/[^/]+)/, "").replace(/\?.*/, "");
  const operation = operationOf(method, path);
  if (!operation) return [`there is no ${method} ${path}`];
  if (body === undefined) return [];
  const schema = operation.requestBody?.content["application/json"].schema ?? {};
  try {
    return valueProblems(schema, JSON.parse(body), "the body");
  } catch {
    return [`the body of ${method} ${path} is not JSON`];
  }
}
