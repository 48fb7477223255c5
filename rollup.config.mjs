// What browsers load, into dist/public: the embed, the hosted pages and the API reference's script.
import { createHash } from "node:crypto";
import {
  copyFileSync,
  cpSync,
  existsSync,
  globSync,
  mkdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";
import { fileURLToPath } from "node:url";
import resolve from "@rollup/plugin-node-resolve";
import terser from "@rollup/plugin-terser";
import { minifyHTMLLiterals } from "minify-literals";
import esbuild from "rollup-plugin-esbuild";
import { leanLit } from "./packages/tooling/lean-lit.mjs";

const root = dirname(fileURLToPath(import.meta.url));

/** The source of the client, not its published build, which may not exist yet. */
const clientSource = {
  name: "client-source",
  resolveId(source) {
    if (!source.startsWith("@portico/client")) return null;
    const name = source.split("/")[2] ?? "index";
    return join(root, "packages", "client", "src", `${name}.ts`);
  },
};

/** A file and every file that it imports at once. */
function closure(bundle, name) {
  const found = new Set([name]);
  for (const file of found) bundle[file].imports.forEach((next) => found.add(next));
  return [...found];
}

const elements = join(root, "packages", "elements");
const { version } = JSON.parse(readFileSync(join(elements, "package.json"), "utf8"));

/**
 * The embed's entry knows every file that an element needs and fetches them side by side, where `import()` would find
 * out about one when another has arrived. So it shares no file with them, and its place in the address is its own; they
 * find its loader by `deployment()`.
 */
const entryViews = {
  name: "entry-views",
  buildStart() {
    for (const id of globSync("src/define/*.ts", { cwd: elements }).sort())
      this.emitFile({ type: "chunk", id: join(elements, id), name: basename(id, ".ts") });
  },
  resolveId(source, importer = "") {
    if (!source.endsWith("/views.ts")) return null;
    return importer.endsWith("/embed.ts") ? "entry-views" : "views-of-entry";
  },
  load(id) {
    if (id === "entry-views")
      return `const files = FILES;
        export const VERSION = ${JSON.stringify(version)};
        export const views = Object.keys(files);
        export const loadView = (view) => Promise.all(files[view].map((file) => import(\`./chunks/\${file}.js\`)));`;
    if (id === "views-of-entry")
      return `import { deployment } from ${JSON.stringify(join(elements, "src", "lib", "deployment.ts"))};
        export const { views, loadView } = deployment();`;
    // The entry has spoken of another version already, and asks for no element that there is.
    if (id.endsWith("/lib/define.ts"))
      return `export const define = (name, element) => customElements.get(name) ?? customElements.define(name, element);`;
    return null;
  },
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
    const files = chunks.flatMap((chunk) => {
      const [, view] = /define\/portal-(\w+)\.ts$/.exec(chunk.moduleIds.at(-1)) ?? [];
      const needed = closure(bundle, chunk.fileName).map((file) => basename(file, ".js"));
      // In one order, since what repeats itself compresses.
      return view ? [[view, needed.sort()]] : [];
    });
    const entry = bundle["portico.js"];
    entry.code = entry.code.replace(
      "FILES",
      JSON.stringify(Object.fromEntries(files)).replace(/"(\w+)":/g, "$1:"),
    );
  },
};

/** Names what each file is made of and loads, for check-size.mjs. */
const manifest = {
  name: "manifest",
  generateBundle(_, bundle) {
    const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
    const entries = chunks.map((chunk) => [
      chunk.fileName,
      {
        sources: chunk.moduleIds.map((id) => relative(root, id)),
        imports: chunk.imports,
        dynamicImports: chunk.dynamicImports,
      },
    ]);
    const source = `${JSON.stringify(Object.fromEntries(entries), null, 2)}\n`;
    this.emitFile({ type: "asset", fileName: "manifest.json", source });
  },
};

const isOurs = (/** @type {string} */ id) => /\/packages\/(elements|console)\/src\//.test(id);

/** Whitespace in templates is weight. In markup a run of it still means one space, so one space stays. */
const minifyTemplates = {
  name: "minify-templates",
  async transform(code, id) {
    if (!isOurs(id) || !/(html|css|svg)`/.test(code)) return null;
    const html = (markup) => markup.replace(/\s+/g, " ");
    const result = await minifyHTMLLiterals(code, { fileName: id, html });
    return result ? { code: result.code, map: result.map } : null;
  },
};

/** esbuild brings a helper into every file that has a decorator. Ours (lib/decorators.ts) need to be called, no more. */
const plainDecorators = {
  name: "plain-decorators",
  transform(code, id) {
    if (!isOurs(id)) return null;
    const called = code.replace(
      /__decorateClass\(\[\s*((?:property|state)\([^\]]*\))\s*\], (\w+\.prototype), ("\w+"), \d\)/g,
      "$1($2, $3)",
    );
    if (called.includes("__decorateClass([")) this.error("a decorator that is not ours");
    return { code: called, map: null };
  },
};

/** The names of our own custom properties, `--_ink-2`, in the order of the alphabet, so that a build repeats itself. */
const innerNames = [
  ...new Set(
    globSync("packages/{elements,console}/src/**/*.ts", { cwd: root }).flatMap(
      (file) => readFileSync(join(root, file), "utf8").match(/--_[a-z0-9-]+/g) ?? [],
    ),
  ),
].sort();

/** They are said in every style sheet and are nobody else's business: a few letters do. */
const shortNames = {
  name: "short-names",
  renderChunk: (code) => ({
    code: code.replace(/--_[a-z0-9-]+/g, (name) => `--_p${innerNames.indexOf(name).toString(36)}`),
    map: null,
  }),
};

/** Chunks are named by their content, so old ones must go by hand. */
const emptyFolder = (folder) => ({
  name: "empty-folder",
  buildStart: () => rmSync(folder, { recursive: true, force: true }),
});

/**
 * The embed is built under its version, where it never changes. Beside it goes the path that always means the newest
 * release, one file that loads the version's chunks, and the hash of each file that a page may name.
 */
const release = (folder) => ({
  name: "release",
  writeBundle(_, bundle) {
    const entry = Object.values(bundle).find((file) => file.type === "chunk" && file.isEntry);
    const newest = entry.code.replace("./chunks/", `./${version}/chunks/`);
    writeFileSync(join(folder, entry.fileName), newest);
    for (const themes of [join(version, "themes"), "themes"])
      cpSync(join(root, "packages", "elements", "src", "themes"), join(folder, themes), { recursive: true });
    const sri = {};
    // Earlier releases stay where they are: pages name them.
    for (const file of globSync("[0-9]*/**/*.{js,css}", { cwd: folder }).sort()) {
      const [name, ...path] = file.split(sep);
      const hash = createHash("sha384")
        .update(readFileSync(join(folder, file)))
        .digest("base64");
      (sri[name] ??= {})[path.join("/")] = `sha384-${hash}`;
    }
    writeFileSync(join(folder, "sri.json"), `${JSON.stringify(sri, null, 2)}\n`);
  },
});

/** What belongs together: left alone, every few lines that two pages share become a request of their own. */
const chunks = {
  core: ["lib/portal-element.ts", "lib/auth-form.ts", "lib/define.ts", "primitives/logo.ts", "lib/link.ts"],
  signIn: ["define/portal-login.ts"],
  account: [
    "lib/account-fields.ts",
    "primitives/message.ts",
    "styles/code.ts",
    "events/account.ts",
    "lib/used-link.ts",
  ],
  pages: [
    "lib/portal-page.ts",
    "lib/time.ts",
    "lib/excerpt.ts",
    "components/portal-appointments/appointment-parts.ts",
    "controllers/load.ts",
    "controllers/details.ts",
    "primitives/icons.ts",
  ],
  tasks: ["components/portal-tasks/task-list.ts", "controllers/tasks.ts"],
};

/** The first of those chunks that needs the module. */
function chunkOf(id, { getModuleInfo }) {
  return Object.keys(chunks).find((name) => {
    const needed = new Set(chunks[name].map((file) => join(root, "packages", "elements", "src", file)));
    for (const module of needed) getModuleInfo(module)?.importedIds.forEach((next) => needed.add(next));
    return needed.has(id);
  });
}

/** The embed counts every byte, so it says what belongs together; the console only keeps its chunks from being tiny. */
const byHand = { manualChunks: chunkOf, onlyExplicitManualChunks: true };
const bySize = { experimentalMinChunkSize: 6_000, chunkFileNames: "chunks/[name]-[hash:8].js" };

function bundle(input, folder, file, chunking) {
  const dir = join(root, "dist", "public", folder);
  return {
    input: { [file]: join(root, input) },
    output: {
      dir,
      format: "es",
      entryFileNames: "[name].js",
      chunkFileNames: "chunks/[name]-[hash:6].js",
      sourcemap: false,
      freeze: false,
      generatedCode: "es2015",
      ...chunking,
    },
    plugins: [
      emptyFolder(dir),
      clientSource,
      leanLit,
      file === "portico" && entryViews,
      resolve({
        browser: true,
        exportConditions: ["production", "browser", "import", "default"],
        extensions: [".ts", ".js"],
      }),
      esbuild({
        target: "es2022",
        tsconfig: false,
        tsconfigRaw: { compilerOptions: { experimentalDecorators: true, useDefineForClassFields: false } },
      }),
      plainDecorators,
      minifyTemplates,
      // Property names stay: they are the elements' public interface.
      terser({
        ecma: 2022,
        module: true,
        compress: { passes: 3, unsafe_arrows: true, keep_fargs: false, hoist_props: true },
        format: { comments: false },
      }),
      shortNames,
      manifest,
      file === "portico" && release(dirname(dir)),
    ],
    onwarn(warning) {
      throw new Error(warning.message);
    },
  };
}

/** The API reference is one ready-made file of 3 MB: copied, never bundled. */
function copyReference() {
  const from = join(root, "node_modules", "@scalar", "api-reference", "dist", "browser", "standalone.js");
  const to = join(root, "dist", "public", "docs", "api.js");
  mkdirSync(dirname(to), { recursive: true });
  if (existsSync(from)) copyFileSync(from, to);
  else console.log("Skipped the API reference: @scalar/api-reference is not installed.");
}

/** The document that `npm run generate` made: the Worker serves it, and needs no generator. */
function copyOpenApi() {
  const from = join(root, "worker", "openapi.json");
  if (existsSync(from)) copyFileSync(from, join(root, "dist", "public", "openapi.json"));
}

/** What the Worker's own pages load. */
function copyPages() {
  cpSync(join(root, "worker", "public"), join(root, "dist", "public"), { recursive: true });
}

copyReference();
copyOpenApi();
copyPages();

const bundles = [
  ["packages/elements/src/embed.ts", `embed/${version}`, "portico", byHand],
  ["packages/elements/src/hosted.ts", "portal", "portal", byHand],
  ["packages/console/src/main.ts", "console", "console", bySize],
];

/** @type {import("rollup").RollupOptions[]} */
const present = bundles.filter(([input]) => {
  if (existsSync(join(root, input))) return true;
  console.log(`Skipped ${input}: it does not exist yet.`);
  return false;
});

/** Rollup insists on having something to do. */
const nothing = {
  input: "nothing",
  output: { file: join(root, "dist", "nothing.js") },
  plugins: [{ name: "nothing", resolveId: (id) => id, load: () => "export {};" }],
};

export default present.length > 0 ? present.map((entry) => bundle(...entry)) : nothing;
