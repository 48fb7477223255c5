// Markup in HTML, Vue and Svelte: the portal's elements, their attributes, events, slots, and the embed's files.
import { existsSync } from "node:fs";
import { join } from "node:path";
import { parseFragment } from "parse5";
import { parse as parseSvelte, compile } from "svelte/compiler";
import { compileScript, compileTemplate, parse as parseVue } from "vue/compiler-sfc";
import { root } from "../lib.mjs";
import { attributeProblem, hasElement, hasEvent, hasProperty, hasSlot, styleProblems } from "./contract.mjs";

/** Addresses of the deployment that are not files: the hosted pages. */
const hosted = /^\/portal\/(login|register|dashboard|appointments|tasks|notes|profile|reset)(\?|#|$)/;

/** What is wrong with an address of the deployment. */
function addressProblems(/** @type {string} */ address) {
  const path = /^https:\/\/portal\.example\.com(\/.*)?$/.exec(address)?.[1];
  if (!path || hosted.test(path)) return [];
  const file = path.replace("/embed/VERSION/", "/embed/").replace(/[?#].*/, "");
  return existsSync(join(root, "dist", "public", file)) ? [] : [`there is no ${path} on a deployment`];
}

/**
 * @param {string} tag
 * @param {string | undefined} parent
 * @param {Record<string, string>} attributes
 */
function tagProblems(tag, parent, attributes) {
  const problems = [];
  if (tag.startsWith("portal-"))
    problems.push(
      ...(hasElement(tag) ? [] : [`<${tag}> is not an element of the portal`]),
      ...Object.entries(attributes).map(([name, value]) => attributeProblem(tag, name, value)),
    );
  if (attributes.slot && parent?.startsWith("portal-") && !hasSlot(parent, attributes.slot))
    problems.push(`<${parent}> has no slot ${attributes.slot}`);
  for (const name of ["src", "href"]) problems.push(...addressProblems(attributes[name] ?? ""));
  return problems.filter((problem) => problem !== undefined);
}

/** What is wrong with HTML. */
export function htmlProblems(/** @type {string} */ code) {
  /** @type {string[]} */
  const problems = [];
  parseFragment(code, {
    sourceCodeLocationInfo: true,
    onParseError: ({ code: error }) => {
      // A fragment may begin as a document does.
      if (!/doctype/.test(error)) problems.push(error);
    },
  });
  /** @param {any} node @param {string} [parent] */
  const walk = (node, parent) => {
    const attributes = Object.fromEntries(
      (node.attrs ?? []).map((/** @type {any} */ a) => [a.name, a.value]),
    );
    if (node.tagName) problems.push(...tagProblems(node.tagName, parent, attributes));
    if (node.tagName === "style") problems.push(...styleProblems(node.childNodes[0]?.value ?? ""));
    for (const child of [...(node.childNodes ?? []), ...(node.content?.childNodes ?? [])])
      walk(child, node.tagName);
  };
  walk(parseFragment(code, { scriptingEnabled: false }));
  return problems;
}

/** The scripts that stand in HTML, each with the lines before it kept as empty ones. */
export function inlineScripts(/** @type {string} */ code) {
  return [
    ...code.matchAll(
      /<script(?![^>]*\b(?:src|type="(?:importmap|application\/json))\b)[^>]*>([^]*?)<\/script>/g,
    ),
  ].map(({ 0: whole, 1: script = "", index }) => {
    const before = code.slice(0, index + whole.indexOf(">") + 1);
    return before.replaceAll(/[^\n]/g, "") + script;
  });
}

const vueEvent = (/** @type {string} */ name) =>
  name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);

/** What is wrong with a component of Vue. */
export function vueProblems(/** @type {string} */ code) {
  const { descriptor, errors } = parseVue(code, { filename: "snippet.vue" });
  const problems = errors.map(({ message }) => message);
  if (problems.length > 0) return problems;
  const script = descriptor.scriptSetup || descriptor.script;
  const compiled = script ? compileScript(descriptor, { id: "snippet" }) : undefined;
  const template = descriptor.template;
  if (!template) return problems;
  const isCustomElement = (/** @type {string} */ tag) => tag.startsWith("portal-");
  const result = compileTemplate({
    id: "snippet",
    filename: "snippet.vue",
    source: template.content,
    compilerOptions: { isCustomElement, bindingMetadata: compiled?.bindings },
  });
  problems.push(...result.errors.map((error) => (typeof error === "string" ? error : error.message)));
  /** @param {any} node @param {string} [parent] */
  const walk = (node, parent) => {
    /** @type {Record<string, string>} */
    const attributes = {};
    for (const prop of node.props ?? []) {
      const name = prop.arg?.content;
      if (prop.type === 6) attributes[prop.name] = prop.value?.content ?? "";
      else if (!isCustomElement(node.tag ?? "")) continue;
      else if (prop.name === "on" && !hasEvent(node.tag, vueEvent(name)))
        problems.push(`<${node.tag}> fires no ${name}`);
      else if (prop.name === "bind" && !hasProperty(node.tag, name))
        problems.push(attributeProblem(node.tag, name) ?? "");
    }
    if (node.tag) problems.push(...tagProblems(node.tag, parent, attributes));
    for (const child of node.children ?? []) walk(child, node.tag);
  };
  walk(template.ast);
  return problems.filter(Boolean);
}

/** What is wrong with a component of Svelte. */
export function svelteProblems(/** @type {string} */ code) {
  const options = { filename: "snippet.svelte", generate: /** @type {const} */ ("client") };
  /** @type {string[]} */
  const problems = [];
  try {
    problems.push(...compile(code, options).warnings.map(({ message }) => message));
  } catch (error) {
    return [error instanceof Error ? error.message : String(error)];
  }
  /** @param {any} node @param {string} [parent] */
  const walk = (node, parent) => {
    /** @type {Record<string, string>} */
    const attributes = {};
    for (const { type, name, value } of node.attributes ?? []) {
      const text =
        value === true ? "" : Array.isArray(value) && value.length === 1 ? value[0].data : undefined;
      if (type !== "Attribute") continue;
      if (!node.name.startsWith("portal-")) attributes[name] = text ?? "";
      else if (name.startsWith("on")) {
        if (!hasEvent(node.name, name.slice(2))) problems.push(`<${node.name}> fires no ${name.slice(2)}`);
      } else if (text !== undefined) attributes[name] = text;
      else if (!hasProperty(node.name, name)) problems.push(attributeProblem(node.name, name) ?? "");
    }
    const isElement = node.type === "RegularElement" || node.type === "Component";
    if (isElement) problems.push(...tagProblems(node.name, parent, attributes));
    const inner = [node, node.fragment, node.body, node.consequent, node.alternate, node.fallback];
    for (const child of inner.flatMap((one) => one?.nodes ?? [])) walk(child, isElement ? node.name : parent);
  };
  walk(parseSvelte(code, { modern: true }).fragment);
  return problems.filter(Boolean);
}
