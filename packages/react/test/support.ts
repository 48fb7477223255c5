// The tests' page and server, bundled with one version of React, and a browser that opens the page.
import { fileURLToPath } from "node:url";
import { build, type BuildOptions } from "esbuild";
import type { Browser, Page } from "playwright-core";

/** The versions that the components are held to. */
export const versions = ["18", "19"] as const;
/** One of them. */
export type Version = (typeof versions)[number];

const here = (name: string) => fileURLToPath(new URL(name, import.meta.url));
const ORIGIN = "https://page.example";

const bundles = new Map<string, Promise<Map<string, string>>>();

/** The files that an entry makes, by their path. */
function bundle(version: Version, entry: string, options: BuildOptions): Promise<Map<string, string>> {
  const key = `${version} ${entry}`;
  if (!bundles.has(key)) bundles.set(key, bundleNow(version, entry, options));
  return bundles.get(key)!;
}

async function bundleNow(version: Version, entry: string, options: BuildOptions) {
  const alias = version === "18" ? { react: "react-18", "react-dom": "react-dom-18" } : undefined;
  const { outputFiles } = await build({
    entryPoints: [here(entry)],
    bundle: true,
    write: false,
    outdir: "/",
    jsx: "automatic",
    keepNames: true,
    logLevel: "error",
    define: { "process.env.NODE_ENV": '"development"' },
    // Another library's development build warns about itself.
    conditions: ["production"],
    ...(alias && { alias }),
    ...options,
  });
  return new Map(outputFiles!.map(({ path, text }) => [path, text]));
}

/** What a server answers: the components as HTML. */
export async function serverHtml(version: Version, props: object): Promise<string> {
  const files = await bundle(version, "server.tsx", { platform: "node", format: "cjs" });
  const module = { exports: {} as { render(props: object): string } };
  new Function("module", "exports", "require", files.get("/server.js")!)(
    module,
    module.exports,
    process.getBuiltinModule("node:module").createRequire(import.meta.url),
  );
  return module.exports.render(props);
}

/** Opens a page whose `main` holds that HTML. */
export async function openPage(browser: Browser, version: Version, html = ""): Promise<Page> {
  const files = await bundle(version, "page.tsx", { format: "esm", splitting: true, platform: "browser" });
  const page = await browser.newPage();
  await page.route(`${ORIGIN}/**`, (route) => {
    const code = files.get(new URL(route.request().url()).pathname);
    const body = `<!doctype html><html lang="en"><meta charset="utf-8" /><title>React ${version}</title>
      <main>${html}</main><script type="module" src="/page.js"></script></html>`;
    return route.fulfill(
      code ? { body: code, contentType: "text/javascript" } : { body, contentType: "text/html" },
    );
  });
  await page.goto(ORIGIN);
  await page.waitForFunction("window.mount");
  return page;
}
