// Writes worker/openapi.json from the routes and the page of errors from their table, so that the contract is read in
// a diff. `npm run generate`.
import { build } from "esbuild";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { format, resolveConfig } from "prettier";
import { errorsPage } from "./errors-page.mjs";

const folder = await mkdtemp(join(tmpdir(), "portico-openapi-"));
try {
  const outfile = join(folder, "app.mjs");
  const here = (path) => new URL(path, import.meta.url).pathname;
  await build({
    stdin: {
      contents: 'export * from "./app.ts"; export * from "./openapi.ts"; export * from "./errors.ts";',
      resolveDir: here("../src"),
      loader: "ts",
    },
    outfile,
    bundle: true,
    format: "esm",
    platform: "node",
    loader: { ".wasm": "empty" },
    // What only workerd has is loaded by nothing here.
    external: ["cloudflare:*"],
    // Dependencies that call require() need one in an ES module.
    banner: {
      js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);",
    },
    logLevel: "error",
  });
  const { createApp, openApiDocument, securitySchemes, errors } = await import(outfile);
  const env = { publicUrl: new URL("http://localhost:8787"), development: false };
  const app = createApp(env);
  for (const [name, scheme] of Object.entries(securitySchemes))
    app.openAPIRegistry.registerComponent("securitySchemes", name, scheme);
  const write = async (file, text) =>
    writeFile(file, await format(text, { ...(await resolveConfig(file)), filepath: file }));
  const document = app.getOpenAPI31Document(openApiDocument(env.publicUrl.origin));
  await write(here("../openapi.json"), JSON.stringify(document));
  await write(here("../public/docs/errors.html"), errorsPage(errors));
} finally {
  await rm(folder, { recursive: true });
}
