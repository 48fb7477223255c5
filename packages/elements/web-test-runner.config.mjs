// The elements' tests in real Chromium: node_modules as they are, TypeScript by esbuild, decorators included.
import { existsSync, realpathSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { esbuildPlugin } from "@web/dev-server-esbuild";
import { chromeLauncher } from "@web/test-runner-chrome";

const root = fileURLToPath(new URL("../..", import.meta.url));
const executablePath = process.env.CHROMIUM_PATH ?? ["/usr/bin/chromium"].find(existsSync);

/** @typedef {{ send(method: string, params: object): Promise<unknown> }} Devtools */
/** @type {WeakMap<object, Promise<Devtools>>} */
const sessions = new WeakMap();

/** What the runner has no command for: the browser's own protocol, for test/devtools.ts. */
const devtools = {
  name: "devtools",
  /** @param {{ command: string, payload: { method: string, params: object }, session: { id: string, browser: { getPage(id: string): { createCDPSession(): Promise<Devtools> } } } }} call */
  async executeCommand({ command, payload, session }) {
    if (command !== "devtools") return undefined;
    const page = session.browser.getPage(session.id);
    const opened = sessions.get(page) ?? page.createCDPSession();
    sessions.set(page, opened);
    return (await (await opened).send(payload.method, payload.params)) ?? true;
  },
};

export default {
  rootDir: realpathSync(root),
  files: [fileURLToPath(new URL("{src,test}/**/*.test.ts", import.meta.url))],
  // The development builds of some dependencies import CommonJS, which no browser takes.
  nodeResolve: { exportConditions: ["production", "browser"], extensions: [".ts", ".mjs", ".js"] },
  hostname: "127.0.0.1",
  concurrency: 1,
  browserStartTimeout: 60_000,
  testsStartTimeout: 60_000,
  testsFinishTimeout: 180_000,
  testFramework: { config: { ui: "bdd", timeout: 15_000 } },
  filterBrowserLogs: ({ args }) => !String(args[0]).includes("Lit is in dev mode"),
  browsers: [
    chromeLauncher({
      launchOptions: {
        ...(executablePath && { executablePath }),
        args: ["--no-sandbox", "--disable-dev-shm-usage", "--lang=en-GB"],
      },
    }),
  ],
  plugins: [
    devtools,
    esbuildPlugin({
      ts: true,
      target: "es2022",
      tsconfig: fileURLToPath(new URL("tsconfig.json", import.meta.url)),
    }),
  ],
  testRunnerHtml: (framework) => `<!doctype html>
    <html lang="en">
      <head><meta charset="utf-8" /><title>Tests</title></head>
      <body><main id="page"></main><script type="module" src="${framework}"></script></body>
    </html>`,
};
