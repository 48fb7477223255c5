// One page an error code, from the Worker's table, the description of the API and the advice beside this file.
import { pathToFileURL } from "node:url";
import { join } from "node:path";
import { advice } from "./advice.mjs";
import { operations } from "./http.mjs";
import { page, readJson, readText, root, table } from "./page.mjs";

/** @typedef {{ status: number, title: string, retryable: boolean, help: string }} Entry */

/** Every code, with what the server's table or the client says about it. */
export async function errorTable() {
  /** @type {{ errors: Record<string, Entry> }} */
  const { errors } = await import(pathToFileURL(join(root, "worker/src/errors.ts")).href);
  const own = /components\["schemas"\]\["ErrorCode"\]((?: \| "[A-Z_]+")+)/.exec(
    readText("packages/client/src/errors.ts"),
  );
  const clients = [...(own?.[1] ?? "").matchAll(/"([A-Z_]+)"/g)].map(([, name = ""]) => name);
  const network = {
    status: 0,
    title: "No answer",
    retryable: true,
    help: "No answer came, or not in time, or not one that could be read. Made by the client, not by the server.",
  };
  return { ...errors, ...Object.fromEntries(clients.map((name) => [name, network])) };
}

/** Which operations answer with a code. */
function operationsByCode() {
  /** @type {Map<string, string[]>} */
  const found = new Map();
  for (const methods of Object.values(readJson("worker/openapi.json").paths))
    for (const { operationId, responses } of Object.values(methods))
      for (const { description } of Object.values(responses))
        for (const [, name = ""] of description.matchAll(/\b([A-Z][A-Z_]+): /g))
          found.set(name, [...(found.get(name) ?? []), operationId]);
  return found;
}

const example = (/** @type {string} */ name, /** @type {Entry} */ { status, title }) => `
\`\`\`http
HTTP/1.1 ${status}
Content-Type: application/problem+json

${JSON.stringify(
  {
    type: `https://portal.example.com/docs/errors#${name}`,
    title,
    status,
    code: name,
    detail: `${title}.`,
    requestId: "0199a1b2-7c3d-7e4f-8a5b-6c7d8e9f0a1b",
    ...advice[name]?.members,
  },
  null,
  2,
)}
\`\`\`
`;

const caught = (/** @type {string} */ name) => `
\`\`\`ts
import { isPortalError } from "@portico/client";

try {
  await portal.getMe();
} catch (error) {
  if (!isPortalError(error, "${name}")) throw error;
  console.warn(error.message, error.requestId);
}
\`\`\`
`;

/** Operations that answer so; what (nearly) all of them do is not listed. */
function whoAnswers(/** @type {string[]} */ ids) {
  if (ids.length === 0) return "";
  if (ids.length > 24) return `\n## Where\n\n${ids.length} operations may answer so.\n`;
  return `\n## Where\n\n${ids.map((id) => operations.get(id)?.link).join(", ")}\n`;
}

/** Writes the pages of `errors/`. */
export async function errorPages() {
  const all = Object.entries(await errorTable());
  const answering = operationsByCode();
  for (const [name, entry] of all) {
    const { todo } = advice[name] ?? { todo: "" };
    page(
      `errors/${name.toLowerCase().replaceAll("_", "-")}.md`,
      { title: name, description: `${entry.title}: what it means and what to do.` },
      `**${entry.title}.** ${entry.help}
${table(["status", "the same request may succeed later"], [[entry.status ? `\`${entry.status}\`` : "none", entry.retryable ? "yes" : "no"]])}
## What to do

${todo}
${entry.status ? `\n## The answer\n${example(name, entry)}` : ""}
## In code
${caught(name)}${whoAnswers(answering.get(name) ?? [])}`,
    );
  }
  page(
    "errors/index.md",
    {
      title: "Errors",
      description: "Every code with its status, and a page that says what to do about it.",
      order: 0,
      label: "All codes",
    },
    `Every answer that is not a success is a problem document ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)) with a
\`code\`. Branch on that, and on nothing else: codes stay, titles and details may change. The client throws a
\`PortalError\` with the same \`code\`, and \`NETWORK\` where there was no answer.
${table(
  ["code", "status", "retry", ""],
  all.map(([name, { status, title, retryable }]) => [
    `[\`${name}\`](/errors/${name.toLowerCase().replaceAll("_", "-")}/)`,
    status ? String(status) : "none",
    retryable ? "yes" : "",
    title,
  ]),
)}`,
  );
}
