// The manifest has the public elements and what is public about them: what index.ts exports, without `@internal`.
import { readFileSync } from "node:fs";

const index = readFileSync(new URL("src/index.ts", import.meta.url), "utf8");
const publicNames = new Set(
  [...index.matchAll(/\{ (Portal\w+) \} from "\.\/components\//g)].map(([, name]) => name),
);

/** Unions of words by their name: an attribute's values are worth more than what their type is called. */
const unions = new Map();

const byName = (a, b) => (a.name < b.name ? -1 : 1);
const spelled = (type) => {
  const text = (type?.text ?? "").replace(/ \| undefined$/, "");
  return text ? { text: unions.get(text) ?? text } : undefined;
};
const plain = ({ inheritedFrom: _, ...item }) => (item.type ? { ...item, type: spelled(item.type) } : item);
const isOffered = (member) =>
  !member.static && (member.privacy ?? "public") === "public" && member.description !== undefined;

function publicDeclaration(declaration, tagName) {
  const lists = {
    attributes: declaration.attributes ?? [],
    members: (declaration.members ?? []).filter(isOffered),
    // The analyzer guesses at what else is dispatched, and finds names of variables.
    events: (declaration.events ?? []).filter(({ description }) => description !== undefined),
    slots: declaration.slots ?? [],
    cssParts: declaration.cssParts ?? [],
    cssProperties: declaration.cssProperties ?? [],
  };
  const sorted = Object.entries(lists).map(([kind, items]) => [kind, items.map(plain).sort(byName)]);
  const { kind, name, summary } = declaration;
  return { kind, name, tagName, customElement: true, summary, ...Object.fromEntries(sorted) };
}

/** Turns what the analyzer found in all of the source into what a page may rely on. */
const publicOnly = {
  name: "public-only",
  analyzePhase({ ts, node }) {
    if (ts.isTypeAliasDeclaration(node) && ts.isUnionTypeNode(node.type))
      if (node.type.types.every((type) => ts.isLiteralTypeNode(type)))
        unions.set(node.name.text, node.type.types.map((type) => type.getText()).join(" | "));
  },
  packageLinkPhase({ customElementsManifest: manifest }) {
    manifest.modules = manifest.modules
      .flatMap(({ path, declarations = [] }) =>
        declarations
          .filter(({ name }) => publicNames.has(name) && path.startsWith("src/components/"))
          .map((declaration) => {
            const file = path.replace(/^src\//, "dist/").replace(/\.ts$/, ".js");
            const tagName = /([\w-]+)\.ts$/.exec(path)[1];
            const { name } = declaration;
            return {
              kind: "javascript-module",
              path: file,
              declarations: [publicDeclaration(declaration, tagName)],
              exports: [
                { kind: "js", name, declaration: { name, module: file } },
                { kind: "custom-element-definition", name: tagName, declaration: { name, module: file } },
              ],
            };
          }),
      )
      .sort((a, b) => (a.path < b.path ? -1 : 1));
  },
};

export default {
  globs: ["src/**/*.ts"],
  exclude: ["src/**/*.test.ts", "src/localization/**"],
  outdir: ".",
  litelement: true,
  plugins: [publicOnly],
};
