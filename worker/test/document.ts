import { readFileSync } from "node:fs";

/** A JSON schema as openapi.json has them. */
export interface Schema {
  $ref?: string;
  type?: string | string[];
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
  enum?: unknown[];
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
  format?: string;
  pattern?: string;
  minimum?: number;
  maxLength?: number;
  additionalProperties?: boolean | Schema;
  [other: string]: unknown;
}

type Content = Record<string, { schema: Schema }>;

/** One operation with where it is. */
export interface Operation {
  operationId: string;
  method: string;
  path: string;
  security?: Record<string, string[]>[];
  parameters?: { name: string; in: string }[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
}

interface OpenApi {
  paths: Record<string, Record<string, Omit<Operation, "method" | "path">>>;
  components: { schemas: Record<string, Schema> };
  [other: string]: unknown;
}

/** The committed contract. */
export const openApi = JSON.parse(
  readFileSync(new URL("../openapi.json", import.meta.url), "utf8"),
) as OpenApi;

/** Every operation of the contract. */
export const operations: Operation[] = Object.entries(openApi.paths).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({
    ...operation,
    method: method.toUpperCase(),
    path,
  })),
);

const kindOf = (value: unknown) => {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return Number.isInteger(value) ? "integer" : typeof value;
};

const formats: Record<string, RegExp> = {
  uuid: /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/,
  // What design.md says of times: UTC with milliseconds.
  "date-time": /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/,
};

/**
 * What is wrong with `value`, a line each. Stricter than JSON Schema: a field that the contract does not name is a leak.
 * Keywords that are not known here are an error too, so that none is silently not checked.
 */
export function violations(schema: Schema, value: unknown, at = "$"): string[] {
  if (schema.$ref) return violations(openApi.components.schemas[schema.$ref.split("/").at(-1)!]!, value, at);
  const unknown = Object.keys(schema).filter((keyword) => !known.has(keyword));
  const found: string[] = unknown.map((keyword) => `${at}: keyword ${keyword} is not checked`);
  const options = schema.anyOf ?? schema.oneOf;
  if (options && !options.some((option) => violations(option, value, at).length === 0))
    found.push(`${at}: fits no alternative`);
  for (const part of schema.allOf ?? []) found.push(...violations(part, value, at));
  if (schema.type !== undefined) {
    const types = [schema.type].flat();
    const kind = kindOf(value);
    if (!types.includes(kind) && !(kind === "integer" && types.includes("number")))
      return [...found, `${at}: ${kind} is not ${types.join(" or ")}`];
  }
  if (schema.enum && value !== null && !schema.enum.includes(value))
    found.push(`${at}: ${value} is no value`);
  if (typeof value === "string") {
    if (schema.format && !formats[schema.format]?.test(value))
      found.push(`${at}: ${value}: ${schema.format}`);
    if (schema.pattern && !new RegExp(schema.pattern).test(value)) found.push(`${at}: ${value}: pattern`);
    if (schema.maxLength !== undefined && value.length > schema.maxLength) found.push(`${at}: too long`);
  }
  if (typeof value === "number" && schema.minimum !== undefined && value < schema.minimum)
    found.push(`${at}: ${value} is too small`);
  if (Array.isArray(value) && schema.items)
    found.push(...value.flatMap((item, i) => violations(schema.items!, item, `${at}.${i}`)));
  if (kindOf(value) === "object" && schema.properties) {
    const object = value as Record<string, unknown>;
    for (const name of schema.required ?? []) if (!(name in object)) found.push(`${at}.${name}: is missing`);
    for (const [name, part] of Object.entries(object)) {
      const property = schema.properties[name];
      found.push(
        ...(property ? violations(property, part, `${at}.${name}`) : [`${at}.${name}: is not documented`]),
      );
    }
  }
  return found;
}

const known = new Set(
  "$ref type properties required items enum anyOf oneOf allOf format pattern minimum maxLength additionalProperties description example default".split(
    " ",
  ),
);
