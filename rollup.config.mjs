// What browsers load, into dist/public: the embed, the hosted pages and the API reference's script.
import { copyFileSync, cpSync, existsSync, globSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { fileURLToPath } from "node:url";
import resolve from "@rollup/plugin-node-resolve";
import terser from "@rollup/plugin-terser";
import { minifyHTMLLiterals } from "minify-literals";
import esbuild from "rollup-plugin-esbuild";
import { entryViews, release, version } from "./packages/tooling/embed-files.mjs";
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
