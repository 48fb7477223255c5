// The pages of the SDKs, one an entry of a package, from its types and doc comments.
import { join, relative } from "node:path";
import ts from "typescript";
import { operations } from "./http.mjs";
import { cell, code, page, root, table } from "./page.mjs";

const entries = [
  {
    name: "@portico/client",
    file: "packages/client/src/index.ts",
    description: "The portal's client: signed-in customers' calls, typed, with their session.",
  },
  {
    name: "@portico/client/core",
    file: "packages/client/src/core.ts",
    description: "The session alone, for code that loads each resource when it needs it.",
  },
  {
    name: "@portico/client/resources",
    file: "packages/client/src/resources.ts",
    description: "Each resource of the portal's API by itself, as a function of a session.",
  },
  {
    name: "@portico/client/dashboard",
    file: "packages/client/src/dashboard.ts",
    description: "The organization's side, for whoever is signed in as an employee.",
  },
  {
    name: "@portico/server",
    file: "packages/server/src/index.ts",
    description: "The organization's side for its own backend, by a secret key.",
  },
];

const flags = ts.TypeFormatFlags.NoTruncation | ts.TypeFormatFlags.UseAliasDefinedOutsideCurrentScope;
const program = () =>
  ts.createProgram(
    entries.map(({ file }) => join(root, file)),
    {
      target: ts.ScriptTarget.ES2022,
      module: ts.ModuleKind.ESNext,
      moduleResolution: ts.ModuleResolutionKind.Bundler,
      lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
      strict: true,
      noEmit: true,
      allowImportingTsExtensions: true,
      skipLibCheck: true,
      types: [],
    },
  );

/** What reads the types of one program. */
function reader(/** @type {ts.TypeChecker} */ checker) {
  const doc = (/** @type {ts.Symbol} */ symbol) => {
    const text = ts.displayPartsToString(symbol.getDocumentationComment(checker));
    return text.replaceAll(/\{@link (\S+?)\}/g, "`$1`");
  };
  const real = (/** @type {ts.Symbol} */ symbol) =>
    symbol.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
  const typeText = (/** @type {ts.Symbol} */ symbol, /** @type {ts.Node} */ node) =>
    checker.typeToString(checker.getTypeOfSymbolAtLocation(symbol, node), node, flags);

  /** A member's type as its author wrote it, else as the compiler sees it. */
  function memberType(/** @type {ts.Symbol} */ symbol, /** @type {ts.Node} */ at) {
    const declaration = symbol.valueDeclaration ?? symbol.declarations?.[0];
    if (declaration && (ts.isPropertySignature(declaration) || ts.isPropertyDeclaration(declaration)))
      if (declaration.type)
        return declaration.type
          .getText()
          .replaceAll(/\/\*[\s\S]*?\*\//g, "")
          .replaceAll(/\s+/g, " ");
    return typeText(symbol, declaration ?? at).replaceAll(/import\("[^"]*"\)\./g, "");
  }

  /** Its own properties and methods; what the language gives every object is not listed. */
  function memberRows(/** @type {ts.Symbol} */ symbol, /** @type {ts.Node} */ node) {
    const type = checker.getDeclaredTypeOfSymbol(symbol);
    if (type.isUnion() || checker.getSignaturesOfType(type, ts.SignatureKind.Call).length > 0) return [];
    return checker
      .getPropertiesOfType(type)
      .filter((one) => one.declarations?.some((at) => isOurs(at.getSourceFile())) ?? true)
      .map((one) => {
        const operation = operations.get(one.name);
        // Methods that are made from the API's description have their shapes there, and no declaration of their own.
        if (operation && !one.valueDeclaration?.getSourceFile().fileName.includes("/resources/"))
          return [operation.link, "", cell(operation.summary)];
        const name = one.name + (one.flags & ts.SymbolFlags.Optional ? "?" : "");
        return [code(name), code(memberType(one, node)), cell(doc(one))];
      });
  }

  const isOurs = (/** @type {ts.SourceFile} */ file) =>
    !relative(root, file.fileName).includes("node_modules") &&
    relative(root, file.fileName).startsWith("packages/");

  /** The declaration as a reader writes it, without its body. */
  function declaration(/** @type {ts.Symbol} */ symbol, /** @type {ts.Declaration} */ node) {
    if (ts.isFunctionDeclaration(node) || ts.isVariableDeclaration(node)) {
      const type = checker.getTypeOfSymbolAtLocation(symbol, node);
      const calls = checker.getSignaturesOfType(type, ts.SignatureKind.Call);
      if (calls.length === 0) return `const ${symbol.name}: ${checker.typeToString(type, node, flags)}`;
      return calls
        .map((call) => `function ${symbol.name}${checker.signatureToString(call, node, flags)}`)
        .join("\n");
    }
    if (ts.isTypeAliasDeclaration(node)) return node.getText().replace(/^export /, "");
    if (ts.isClassDeclaration(node)) {
      const made = checker.getSignaturesOfType(
        checker.getTypeOfSymbolAtLocation(symbol, node),
        ts.SignatureKind.Construct,
      );
      return made.map((one) => `new ${symbol.name}${checker.signatureToString(one, node, flags)}`).join("\n");
    }
    return "";
  }

  function parameterRows(/** @type {ts.Symbol} */ symbol, /** @type {ts.Node} */ node) {
    const type = checker.getTypeOfSymbolAtLocation(symbol, node);
    const parameters = checker
      .getSignaturesOfType(type, ts.SignatureKind.Call)
      .flatMap((call) => call.parameters);
    return parameters
      .map((one) => [code(one.name), code(typeText(one, node)), cell(doc(one))])
      .filter(([, , text]) => text);
  }

  return { doc, real, memberRows, declaration, parameterRows };
}

/** @typedef {"functions" | "classes" | "types"} Kind */

/** @returns {Kind} */
function kindOf(/** @type {ts.Symbol} */ symbol) {
  if (symbol.flags & ts.SymbolFlags.Class) return "classes";
  return symbol.flags & (ts.SymbolFlags.Function | ts.SymbolFlags.Variable) ? "functions" : "types";
}

/** Writes the pages of `reference/sdk/`. */
export function sdkPages() {
  const compiled = program();
  const checker = compiled.getTypeChecker();
  const read = reader(checker);
  for (const [order, { name, file, description }] of entries.entries()) {
    const source = compiled.getSourceFile(join(root, file));
    const module = source && checker.getSymbolAtLocation(source);
    if (!source || !module) throw new Error(`${file} exports nothing`);
    /** @type {Record<Kind, string[]>} */
    const parts = { functions: [], classes: [], types: [] };
    for (const exported of checker.getExportsOfModule(module)) {
      const symbol = read.real(exported);
      const node = symbol.valueDeclaration ?? symbol.declarations?.[0];
      if (!node) continue;
      const written = read.declaration(symbol, node).replaceAll(/import\("[^"]*"\)\./g, "");
      const kind = kindOf(symbol);
      const rows =
        kind === "functions"
          ? table(["parameter", "type", ""], read.parameterRows(symbol, node))
          : table(["member", "type", ""], read.memberRows(symbol, node));
      const long = written.split("\n").length > 40;
      parts[kind].push(
        `\n### ${exported.name}\n\n${read.doc(symbol)}\n${written && !long ? `\n\`\`\`ts\n${written}\n\`\`\`\n` : ""}${rows}`,
      );
    }
    const sections = Object.entries(parts)
      .filter(([, list]) => list.length > 0)
      .map(([kind, list]) => `\n## ${kind[0]?.toUpperCase()}${kind.slice(1)}\n${list.join("")}`);
    page(
      `reference/sdk/${name.replace("@portico/", "").replace("/", "-")}.md`,
      { title: name, description, order: order + 1 },
      `${description}\n${sections.join("")}`,
    );
  }
}
