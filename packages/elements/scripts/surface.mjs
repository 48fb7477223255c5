// What the elements' source really offers a page: followed from each public class through everything that it uses.
import { readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";

const source = fileURLToPath(new URL("../src/", import.meta.url));

/** @typedef {{ file: Module, node: ts.Node }} Place */
/** @typedef {{ ast: ts.SourceFile, path: string, own: Map<string, ts.Node>, imported: Map<string, [string, string]> }} Module */

/** @type {Map<string, Module>} */
const modules = new Map();

/** A module's declarations by name, and where its imported values come from. */
function open(/** @type {string} */ path) {
  const known = modules.get(path);
  if (known) return known;
  const ast = ts.createSourceFile(path, readFileSync(path, "utf8"), ts.ScriptTarget.ESNext, true);
  /** @type {Module} */
  const module = { ast, path, own: new Map(), imported: new Map() };
  modules.set(path, module);
  for (const statement of ast.statements) {
    if (ts.isVariableStatement(statement))
      for (const { name } of statement.declarationList.declarations)
        module.own.set(name.getText(), statement);
    else if ((ts.isFunctionDeclaration(statement) || ts.isClassDeclaration(statement)) && statement.name)
      module.own.set(statement.name.text, statement);
    else if (ts.isImportDeclaration(statement) && !statement.importClause?.isTypeOnly) {
      const from = /** @type {ts.StringLiteral} */ (statement.moduleSpecifier).text;
      const names = statement.importClause?.namedBindings;
      if (!from.startsWith(".") || !names || !ts.isNamedImports(names)) continue;
      for (const { name, propertyName, isTypeOnly } of names.elements)
        if (!isTypeOnly)
          module.imported.set(name.text, [join(dirname(path), from), (propertyName ?? name).text]);
    }
  }
  return module;
}

/** The public elements: what index.ts exports from a component's module. */
export const elements = [
  ...readFileSync(join(source, "index.ts"), "utf8").matchAll(/\{ (Portal\w+) \} from "(.*)"/g),
]
  .filter(([, , path]) => path?.startsWith("./components/"))
  .map(([, className = "", path = ""]) => ({
    className,
    path: join(source, path),
    tag: basename(path, ".ts"),
  }));

const forms = ["login", "register", "reset", "invitation", "email"].map((view) => `portal-${view}`);

/** An element's module, public or not. */
const moduleOf = (/** @type {string} */ tag) => join(source, "components", tag, `${tag}.ts`);

/** Everything of one element by kind; `inner` are the elements inside it, whose events come through. */
function scan(/** @type {string} */ path, /** @type {string} */ className) {
  const found = {
    parts: new Set(),
    slots: new Set(),
    tokens: new Set(),
    events: new Set(),
    inner: new Set(),
    defaults: new Map(),
  };
  /** @type {Set<ts.Node>} */
  const seen = new Set();
  const add = (
    /** @type {Set<unknown>} */ set,
    /** @type {string} */ text,
    /** @type {RegExp} */ pattern,
  ) => {
    for (const [, name] of text.matchAll(pattern)) set.add(name);
  };
  const enter = (/** @type {Module} */ module, /** @type {string} */ name) => {
    const node = module.own.get(name);
    if (node && !seen.has(node)) {
      seen.add(node);
      // Parts of the elements inside, handed on.
      if (name === "exportedParts")
        for (const [, part] of node.getText().matchAll(/["',]([\w-]+)(?=["',])/g)) found.parts.add(part);
      if (name === "authForm") for (const form of forms) found.inner.add(form);
      walk(module, node);
    }
    const [from, original] = module.imported.get(name) ?? [];
    if (from && original && !from.endsWith("/views.ts")) enter(open(from), original);
  };
  const walk = (/** @type {Module} */ module, /** @type {ts.Node} */ node) => {
    if (ts.isTypeNode(node) && !ts.isExpressionWithTypeArguments(node)) return;
    if (ts.isIdentifier(node)) {
      if (/^Portal\w+Event$/.test(node.text)) found.events.add(node.text);
      enter(module, node.text);
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      const later = open(
        join(dirname(module.path), /** @type {ts.StringLiteral} */ (node.arguments[0]).text),
      );
      for (const name of later.own.keys()) enter(later, name);
    }
    if (ts.isTaggedTemplateExpression(node)) {
      const text = node.template.getText();
      for (const [, names = ""] of text.matchAll(/\bpart="([\w -]+)"/g))
        for (const name of names.split(" ")) found.parts.add(name);
      // A part that is given: its values are the words of the parameter's type.
      for (const [, name] of text.matchAll(/\bpart=\$\{(\w+)\}/g)) {
        const type = new RegExp(`\\b${name}: ("[^,;)]+)`).exec(module.ast.text)?.[1];
        if (!type) throw new Error(`${module.path}: what is part=\${${name}}?`);
        add(found.parts, type, /"([\w-]+)"/g);
      }
      add(found.slots, text, /<slot name="([\w${}-]+)"/g);
      add(found.tokens, text, /var\(\s*(--portal-[\w-]+)/g);
      for (const [, name, value] of text.matchAll(/var\(\s*(--portal-[\w-]+),\s*([\w.]+)\s*\)/g))
        found.defaults.set(name, value);
      add(found.inner, text, /<(portal-[a-z]+)/g);
    }
    ts.forEachChild(node, (child) => walk(module, child));
  };
  enter(open(path), className);
  return found;
}

/** The members that a class and those it extends offer, each with its attribute where it has one. */
export function membersOf(/** @type {string} */ path, /** @type {string} */ className) {
  /** @type {Map<string, string | undefined>} */
  const members = new Map();
  const module = open(path);
  const node = module.own.get(className);
  if (!node || !ts.isClassDeclaration(node)) return members;
  const parent = node.heritageClauses?.[0]?.types[0]?.expression.getText() ?? "";
  const [from, name] = module.imported.get(parent) ?? [];
  if (from && name) for (const [key, attribute] of membersOf(from, name)) members.set(key, attribute);
  for (const member of node.members) {
    const text = member.getText();
    const isHidden = /^(?:@\w+\(.*?\)\s*)?(?:private|protected|static|override|abstract)\b/s.test(text);
    const isInternal = ts.getJSDocTags(member).some((tag) => tag.tagName.text === "internal");
    if (!member.name || !ts.isIdentifier(member.name) || isHidden || isInternal) continue;
    const key = member.name.text;
    const options = /^@property\((.*?)\)/s.exec(text)?.[1];
    const hasAttribute = options !== undefined && !options.includes("attribute: false");
    const given = /attribute: "([\w-]+)"/.exec(options ?? "")?.[1];
    members.set(key, hasAttribute ? (given ?? key.toLowerCase()) : undefined);
  }
  return members;
}

/** The names of the events that classes stand for. */
const eventNames = (/** @type {Iterable<string>} */ classes) => {
  const files = ["account", "navigation", "page", "profile", "session", "tasks"];
  const text = files.map((file) => readFileSync(join(source, "events", `${file}.ts`), "utf8")).join("\n");
  return [...classes].map((name) => {
    const type = new RegExp(`class ${name} [\\s\\S]*?type = "([\\w-]+)"`).exec(text)?.[1];
    if (!type) throw new Error(`no event ${name}`);
    return type;
  });
};

/** One public element's parts, slots, tokens and events, sorted; events come through from the elements inside. */
export function surfaceOf(/** @type {{ className: string, path: string }} */ { className, path }) {
  const own = scan(path, className);
  const members = membersOf(path, className);
  const events = new Set(own.events);
  const inner = new Set(own.inner);
  for (const tag of inner) {
    const name = tag.replaceAll(/(?:^|-)(\w)/g, (/** @type {string} */ _, /** @type {string} */ letter) =>
      letter.toUpperCase(),
    );
    const more = scan(moduleOf(tag), name);
    for (const event of more.events) events.add(event);
    for (const next of more.inner) inner.add(next);
  }
  // Slots that the elements' own inputs travel through are not for a page.
  const slots = [...own.slots].filter((name) => !name.startsWith("portal-"));
  return {
    parts: [...own.parts].sort(),
    slots: slots.sort(),
    tokens: [...own.tokens].sort(),
    defaults: Object.fromEntries(own.defaults),
    events: eventNames(events).sort(),
    attributes: [...members.values()].filter((name) => name !== undefined).sort(),
    members: [...members.keys()].sort(),
  };
}
