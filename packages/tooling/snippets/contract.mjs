// What a snippet may name: the elements' manifest, the scripts, the packages.
import { existsSync, globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { bin, root } from "../lib.mjs";

const json = (/** @type {string} */ path) => JSON.parse(readFileSync(join(root, path), "utf8"));

/**
 * @typedef {{ name: string, type?: { text: string } }} Item
 * @typedef {Record<"attributes" | "members" | "events" | "slots" | "cssParts" | "cssProperties", Item[]>} Lists
 * @typedef {Lists & { tagName: string }} Element
 */
/** @type {Map<string, Element>} */
const elements = new Map(
  json("packages/elements/custom-elements.json").modules.flatMap(
    (/** @type {{ declarations: Element[] }} */ { declarations }) =>
      declarations.map((element) => [element.tagName, element]),
  ),
);
const names = (/** @type {Item[]} */ items) => items.map(({ name }) => name);
const all = (/** @type {keyof Lists} */ list) =>
  new Set([...elements.values()].flatMap((element) => names(element[list])));
const tokens = all("cssProperties");
const parts = all("cssParts");
const everywhere = ["id", "class", "lang", "dir", "slot", "hidden", "part", "title"];

/**
 * What is wrong with an attribute of an element; `value` is undefined where it is only known at run time.
 * @param {string} tag
 * @param {string} name
 * @param {string} [value]
 */
export function attributeProblem(tag, name, value) {
  const element = elements.get(tag);
  if (!element) return `<${tag}> is not an element of the portal`;
  if (everywhere.includes(name) || /^(aria|data)-/.test(name)) return undefined;
  const known = element.attributes.find((attribute) => attribute.name === name);
  if (!known) return `<${tag}> has no attribute ${name}`;
  const values = [...(known.type?.text ?? "").matchAll(/"([^"]+)"/g)].map(([, text]) => text);
  if (known.type?.text === "boolean" && value) return `<${tag} ${name}> takes no value`;
  if (values.length > 0 && value !== undefined && !values.includes(value))
    return `<${tag} ${name}="${value}">: takes ${values.join(", ")}`;
  return undefined;
}

/** Whether the element, or any where `tag` is empty, fires this event. */
export const hasEvent = (/** @type {string} */ tag, /** @type {string} */ event) =>
  tag ? names(elements.get(tag)?.events ?? []).includes(event) : all("events").has(event);

/** Whether it is a property of the element. */
export const hasProperty = (/** @type {string} */ tag, /** @type {string} */ name) =>
  names(elements.get(tag)?.members ?? []).includes(name);

/** Whether there is such an element. */
export const hasElement = (/** @type {string} */ tag) => elements.has(tag);

/** Whether the element takes content there. */
export const hasSlot = (/** @type {string} */ tag, /** @type {string} */ name) =>
  names(elements.get(tag)?.slots ?? []).includes(name);

/**
 * What a style sheet, or a style in a page, says of the portal that is not so.
 * @param {string} css
 */
export function styleProblems(css) {
  const text = css.replaceAll(/\/\*[^]*?\*\//g, "");
  const problems = [];
  for (const [, token = ""] of text.matchAll(/(--portal-[\w-]+)/g))
    if (!tokens.has(token)) problems.push(`${token} is not a token`);
  for (const [, tag = ""] of text.matchAll(/(?<![\w-])(portal-[\w-]+)/g))
    if (!elements.has(tag)) problems.push(`${tag} is not an element of the portal`);
  for (const [, tag = "", list = ""] of text.matchAll(/([\w-]*)::part\(([^)]+)\)/g))
    for (const part of list.trim().split(/\s+/)) {
      const known = elements.get(tag);
      if (!(known ? names(known.cssParts).includes(part) : parts.has(part)))
        problems.push(`${tag}::part(${part}) is not a part`);
    }
  return problems;
}

/** Every script of the repository's package.json. */
const scripts = new Set(Object.keys(json("package.json").scripts));
const published = new Set(
  globSync("packages/*/package.json", { cwd: root })
    .map((path) => json(path))
    .filter((manifest) => !manifest.private)
    .map(({ name }) => name),
);

/** What is wrong with the words after `npm`. */
export function npmProblem(/** @type {string[]} */ given) {
  const [command, name = ""] = given.filter((word) => !word.startsWith("-"));
  const script = command === "run" ? name : command;
  if (["start", "test"].includes(script ?? "") || command === "run")
    return scripts.has(script ?? "") ? undefined : `there is no script ${script}`;
  if (name.startsWith("@portico/") && !published.has(name)) return `${name} is not a package`;
  return undefined;
}

/** Whether npx finds the command in this repository. */
export const hasCommand = (/** @type {string} */ name) => existsSync(bin(name));

const environment = ["worker/src/env.ts", "worker/src/mail/config.ts"]
  .map((path) => readFileSync(join(root, path), "utf8"))
  .join("\n");
const deployed = readFileSync(join(root, "wrangler.toml"), "utf8");

/** Whether the Worker reads this variable or secret. */
export const hasVariable = (/** @type {string} */ name) =>
  new RegExp(`^\\s*${name}\\??: `, "m").test(environment);

/** What a wrangler.toml of the documentation has that the Worker knows nothing of. */
export function configurationProblems(/** @type {Record<string, any>} */ { vars = {}, ...rest }) {
  const unknown = Object.keys(vars).filter((name) => !hasVariable(name));
  // A binding is there, perhaps in a comment that says how it is switched on.
  const bindings = Object.values(rest).flatMap((table) => (Array.isArray(table) ? table : []));
  for (const { binding, name } of bindings)
    if ((binding ?? name) && !deployed.includes(`= "${binding ?? name}"`)) unknown.push(binding ?? name);
  return unknown.map((name) => `the Worker does not know ${name}`);
}
