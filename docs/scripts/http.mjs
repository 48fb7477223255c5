// The pages of the HTTP API, one a tag, from worker/openapi.json.
import { cell, code, page, table } from "./page.mjs";
import { api, exampleOf, limitsOf, members, resolve, typeOf } from "./schema.mjs";

/** @typedef {import("./schema.mjs").Schema} Schema */
/** @typedef {{ name: string, in: string, required?: boolean, description?: string, schema: Schema }} Parameter */
/** @typedef {{ description: string, headers?: Record<string, { description?: string }>, content?: Record<string, { schema: Schema, example?: unknown }> }} Answer */
/** @typedef {{ operationId: string, tags: string[], summary: string, description?: string, security?: Record<string, string[]>[], parameters?: Parameter[], requestBody?: { required?: boolean, content: Record<string, { schema: Schema }> }, responses: Record<string, Answer> }} Operation */

/** A tag's or a name's part of an address. */
export const slugOf = (/** @type {string} */ name) =>
  name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "-")
    .replaceAll(/^-|-$/g, "");

/** Every operation by its id, with a link to where it is described. */
export const operations = new Map(
  Object.values(api.paths)
    .flatMap((methods) => /** @type {Operation[]} */ (Object.values(methods)))
    .map(({ operationId, tags: [tag = ""], summary }) => [
      operationId,
      { summary, link: `[\`${operationId}\`](/reference/http/${slugOf(tag)}/#${operationId.toLowerCase()})` },
    ]),
);

const json = (/** @type {unknown} */ value) => `\`\`\`json\n${JSON.stringify(value, null, 2)}\n\`\`\`\n`;

/** Who may call it. */
function access(/** @type {Operation} */ { security = [] }) {
  const ways = security.map((way) => {
    const [[name = "", scopes = []] = []] = Object.entries(way);
    if (name === "accessToken") return "an access token";
    if (name === "secretKey") return `a secret key with ${scopes.map((scope) => `\`${scope}\``).join(", ")}`;
    return name ? `\`${name}\`` : "nobody in particular";
  });
  return ways.length > 0 ? `**Needs** ${ways.join(", or ")}.` : "**Needs** no token.";
}

function fields(/** @type {Schema} */ schema) {
  const rows = members(schema).map(([name, part, isRequired]) => [
    code(name),
    code(typeOf(part)),
    isRequired ? "yes" : "",
    [cell(resolve(part).description ?? part.description), limitsOf(part)].filter(Boolean).join(" "),
  ]);
  return table(["field", "type", "required", ""], rows);
}

/** A request on the command line. */
function curl(/** @type {string} */ method, /** @type {string} */ path, /** @type {Operation} */ operation) {
  const body = operation.requestBody?.content["application/json"];
  const isOpen = (operation.security ?? []).length === 0;
  const filled = path.replaceAll(/\{[^}]+\}/g, "0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b");
  const required = (operation.parameters ?? []).filter((one) => one.in === "query" && one.required);
  const query = required.map((one) => `${one.name}=${encodeURIComponent(String(exampleOf(one.schema)))}`);
  const lines = [
    `curl${method === "get" ? "" : ` -X ${method.toUpperCase()}`} "https://portal.example.com${filled}${query.length ? `?${query.join("&")}` : ""}"`,
    ...(isOpen ? [] : [`  -H "Authorization: Bearer $TOKEN"`]),
    ...(body
      ? [
          `  -H "Content-Type: application/json"`,
          `  -d '${JSON.stringify(exampleOf(body.schema), null, 2).replaceAll("'", "’")}'`,
        ]
      : []),
  ];
  return `\`\`\`sh\n${lines.join(" \\\n")}\n\`\`\`\n`;
}

function success([status, answer] = /** @type {[string, Answer]} */ (["", { description: "" }])) {
  const content = Object.entries(answer.content ?? {}).find(([type]) => !type.includes("problem"))?.[1];
  const headers = Object.entries(answer.headers ?? {}).map(([name, { description }]) => [
    code(name),
    cell(description),
  ]);
  const type = content && typeOf(content.schema);
  const named =
    type && type in api.components.schemas
      ? ` A [\`${type}\`](/reference/http/schemas/#${type.toLowerCase()}).`
      : "";
  return `\`${status}\` ${answer.description}${named}\n${table(["header", ""], headers)}${
    content ? `\n${json(content.example ?? exampleOf(content.schema))}` : ""
  }`;
}

/** The codes of the answers that are no success. */
const failures = (/** @type {[string, Answer][]} */ answers) =>
  answers.flatMap(([status, { description }]) =>
    [...description.matchAll(/\b([A-Z][A-Z_]+): ([^:]*?)\.(?= [A-Z_]+:|$)/g)].map(
      ([, name = "", title = ""]) => [
        `[\`${name}\`](/errors/${name.toLowerCase().replaceAll("_", "-")}/)`,
        status,
        title,
      ],
    ),
  );

function section(
  /** @type {string} */ method,
  /** @type {string} */ path,
  /** @type {Operation} */ operation,
) {
  const { operationId, summary, description, parameters = [], requestBody, responses } = operation;
  const body = requestBody?.content["application/json"]?.schema;
  const rows = parameters.map((one) => [
    code(one.name),
    one.in,
    code(typeOf(one.schema)),
    one.required ? "yes" : "",
    cell(one.description ?? one.schema.description),
  ]);
  const answers = Object.entries(responses);
  return `
## ${operationId}

**${method.toUpperCase()}** \`${path}\`

${summary.replace(/[.]?$/, ".")} ${description ?? ""}

${access(operation)}
${rows.length ? `\n**Parameters**\n${table(["name", "in", "type", "required", ""], rows)}` : ""}${
    body ? `\n**Body**: \`${typeOf(body)}\`\n${fields(body)}` : ""
  }
${curl(method, path, operation)}
**Answer**: ${answers
    .filter(([status]) => Number(status) < 400)
    .map(success)
    .join("\n")}
**Errors**
${table(["code", "status", ""], failures(answers))}`;
}

function schemas() {
  const sections = Object.entries(api.components.schemas).map(([name, schema]) => {
    const { description = "" } = /** @type {Schema} */ (schema);
    const rows = fields(/** @type {Schema} */ (schema));
    return `\n## ${name}\n\n${description}\n${rows || `\n\`${cell(typeOf(/** @type {Schema} */ (schema)))}\`\n`}`;
  });
  page(
    "reference/http/schemas.md",
    { title: "Schemas", description: "Every shape that the HTTP API takes or answers with.", order: 99 },
    sections.join(""),
  );
}

/** Writes the pages of `reference/http/`. */
export function httpPages() {
  /** @type {Map<string, string[]>} */
  const sections = new Map();
  /** @type {Map<string, string[][]>} */
  const overview = new Map();
  for (const [path, methods] of Object.entries(api.paths))
    for (const [method, operation] of Object.entries(methods)) {
      const [tag = ""] = operation.tags;
      sections.set(tag, [...(sections.get(tag) ?? []), section(method, path, operation)]);
      const row = [
        operations.get(operation.operationId)?.link ?? "",
        `\`${method.toUpperCase()} ${path}\``,
        cell(operation.summary),
      ];
      overview.set(tag, [...(overview.get(tag) ?? []), row]);
    }
  /** @type {{ name: string, description?: string }[]} */
  const tags = api.tags;
  const described = new Map(tags.map(({ name, description }) => [name, description]));
  const order = [...described.keys(), ...[...sections.keys()].filter((name) => !described.has(name))];
  for (const [index, tag] of order.entries()) {
    const description = described.get(tag) ?? `The operations of ${tag.toLowerCase()}.`;
    page(
      `reference/http/${slugOf(tag)}.md`,
      { title: tag, description: `HTTP API: ${description}`, order: index + 1 },
      `${description}\n${(sections.get(tag) ?? []).join("")}`,
    );
  }
  schemas();
  page(
    "reference/http/index.md",
    { title: "HTTP API", description: api.info.description, order: 0, label: "Overview" },
    `${api.info.description}

Send tokens and keys as \`Authorization: Bearer …\`. A deployment serves this description as \`/openapi.json\`, and a
reference to try it at \`/docs/api\`.
${order.map((tag) => `\n## ${tag}\n${table(["operation", "", ""], overview.get(tag) ?? [])}`).join("")}`,
  );
}
