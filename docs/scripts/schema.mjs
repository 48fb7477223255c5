// JSON Schema as a reader's type and as an example, for the pages of the HTTP API.
import { readJson } from "./page.mjs";

/** @typedef {{ $ref?: string, type?: string | string[], format?: string, enum?: unknown[], const?: unknown, properties?: Record<string, Schema>, required?: string[], items?: Schema, anyOf?: Schema[], oneOf?: Schema[], allOf?: Schema[], additionalProperties?: boolean | Schema, description?: string, example?: unknown, default?: unknown, nullable?: boolean, minimum?: number, maximum?: number, minLength?: number, maxLength?: number, minItems?: number, maxItems?: number }} Schema */

/** The description of the API, as the Worker's routes make it. */
export const api = readJson("worker/openapi.json");

/** What a reference means. @returns {Schema} */
export const resolve = (/** @type {Schema} */ schema) =>
  schema.$ref
    ? { ...api.components.schemas[schema.$ref.split("/").at(-1) ?? ""], ...{ $ref: undefined } }
    : schema;

/** Its members, those of all its parts. @returns {[string, Schema, boolean][]} */
export function members(/** @type {Schema} */ schema) {
  const { properties = {}, required = [], allOf = [] } = resolve(schema);
  return [
    ...allOf.flatMap(members),
    ...Object.entries(properties).map(
      ([name, value]) => /** @type {[string, Schema, boolean]} */ ([name, value, required.includes(name)]),
    ),
  ];
}

/** @returns {string} its type in a word or two */
export function typeOf(/** @type {Schema} */ schema) {
  const name = schema.$ref?.split("/").at(-1);
  const { type, format, enum: words, anyOf, oneOf, items, ...rest } = resolve(schema);
  if (words) return words.map((word) => JSON.stringify(word)).join(" | ");
  if ("const" in rest) return JSON.stringify(rest.const);
  const choices = anyOf ?? oneOf;
  if (choices) return [...new Set(choices.map(typeOf))].join(" | ");
  if (name) return name;
  if (items) return `${typeOf(items)}[]`;
  const types = [type ?? "object"].flat().map((one) => (one === "string" && format ? format : one));
  return types.join(" | ");
}

/** @returns {string} its limits in words */
export function limitsOf(/** @type {Schema} */ schema) {
  const { minimum, maximum, minLength, maxLength, minItems, maxItems, default: preset } = resolve(schema);
  const range = (/** @type {string} */ unit, low = minimum, high = maximum) =>
    low === undefined && high === undefined
      ? []
      : [
          high === undefined
            ? `from ${low}${unit}`
            : `${low === undefined ? "at most " : `${low} to `}${high}${unit}`,
        ];
  return [
    ...range(""),
    ...range(" characters", minLength, maxLength),
    ...range(" items", minItems, maxItems),
    ...(preset === undefined ? [] : [`by default ${JSON.stringify(preset)}`]),
  ].join(", ");
}

/** @type {Record<string, string>} */
const samples = {
  uuid: "0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b",
  "date-time": "2026-11-25T08:30:00.000Z",
  date: "2026-11-25",
  email: "ada@northwind.example",
  uri: "https://www.example.com",
};

/** An example of it, from the examples of its parts. @returns {unknown} */
export function exampleOf(/** @type {Schema} */ schema, depth = 0) {
  const found = resolve(schema);
  if (found.example !== undefined) return found.example;
  if (found.default !== undefined) return found.default;
  if (found.enum) return found.enum[0];
  if ("const" in found) return found.const;
  const choice = found.anyOf?.[0] ?? found.oneOf?.[0];
  if (choice) return exampleOf(choice, depth);
  if (found.items) return depth > 5 ? [] : [exampleOf(found.items, depth + 1)];
  const parts = members(found);
  if (parts.length > 0)
    return Object.fromEntries(parts.map(([name, part]) => [name, exampleOf(part, depth + 1)]));
  const type = [found.type ?? "object"].flat()[0] ?? "object";
  return (
    {
      string: samples[found.format ?? ""] ?? "…",
      integer: found.minimum ?? 1,
      number: 1,
      boolean: true,
      null: null,
    }[type] ?? {}
  );
}
