// Serves a folder of files on the loopback address, the way a plain web host would.
import { createReadStream } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { pipeline } from "node:stream/promises";
import { onStop, root } from "./lib.mjs";
import { buildTailwind } from "./tailwind.mjs";

/** @type {Record<string, string>} */
const types = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".txt": "text/plain; charset=utf-8",
  ".webmanifest": "application/manifest+json",
};

/** The file that a path means: itself, a folder's index, or the page of that name without `.html`. */
async function findFile(/** @type {string} */ folder, /** @type {string} */ path) {
  for (const candidate of [path, join(path, "index.html"), `${path}.html`]) {
    const file = join(folder, candidate);
    const found = await stat(file).catch(() => undefined);
    if (found?.isFile()) return file;
  }
  return undefined;
}

/** Nothing above the folder, nothing hidden, and no `_headers`. */
const isPublic = (/** @type {string} */ path) =>
  !path.includes("\0") && !path.split(/[\\/]/).some((part) => /^(?:\.|_headers$)/.test(part));

/**
 * What a folder's `_headers` file adds to each of its answers. Static web hosts know such a file; of its format this
 * reads what one rule for all paths needs.
 */
async function headersOf(/** @type {string} */ folder) {
  const text = await readFile(join(folder, "_headers"), "utf8").catch(() => "");
  return [...text.matchAll(/^\s+([\w-]+):\s*(.+)$/gm)].map(([, name = "", value = ""]) => ({ name, value }));
}

/**
 * Serves `folder`; `replacements` are made in its pages (a test's API is not at the address that the page names).
 * @param {{
 *   folder: string, port: number, host?: string, replacements?: Record<string, string>,
 *   folders?: Record<string, string>, made?: Record<string, () => Promise<string>>, reportsAt?: string
 * }} options `folders`: more folders, by the path where they begin (`/name`); `made`: files that are built when asked
 *   for, by their path; `reportsAt`: where browsers may send reports (a Content Security Policy's), and anybody read them.
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function serveFolder(options) {
  const { folder, port, host = "127.0.0.1", replacements = {}, folders = {}, made = {}, reportsAt } = options;
  const replace = (/** @type {string} */ text) =>
    Object.entries(replacements).reduce((all, [from, to]) => all.replaceAll(from, to), text);
  /** @type {unknown[]} */
  const reports = [];
  const server = createServer(async (request, response) => {
    try {
      const url = new URL(request.url ?? "/", `http://${host}`);
      if (url.pathname === reportsAt) return await answerReports(request, response, reports);
      const path = normalize(decodeURIComponent(url.pathname));
      const begin = Object.keys(folders).find((name) => path === name || path.startsWith(`${name}/`)) ?? "";
      const place = folders[begin] ?? folder;
      const file = isPublic(path) ? await findFile(place, path.slice(begin.length)) : undefined;
      // Relative links of a folder's page only work under the folder's own name.
      if (file?.endsWith("index.html") && !url.pathname.endsWith("/") && !url.pathname.endsWith(".html")) {
        response.writeHead(308, { location: `${url.pathname}/${url.search}` }).end();
        return;
      }
      if (request.method !== "GET" && request.method !== "HEAD") {
        response.writeHead(405, { allow: "GET, HEAD" }).end();
        return;
      }
      const make = made[path];
      if (!file && !make) {
        response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Not found\n");
        return;
      }
      for (const { name, value } of await headersOf(place)) response.setHeader(name, replace(value));
      const type = types[extname(file ?? path)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, "cache-control": "no-store" });
      if (request.method === "HEAD") response.end();
      else if (!file) response.end(await make?.());
      else if (type.startsWith("text/html")) response.end(replace(await readFile(file, "utf8")));
      else await pipeline(createReadStream(file), response);
    } catch {
      // A malformed path, or a reader that went away.
      if (!response.headersSent) response.writeHead(400);
      response.end();
    }
  });
  await new Promise((/** @type {(value?: unknown) => void} */ resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => resolve());
  });
  const stop = async () => {
    server.closeAllConnections();
    await new Promise((resolve) => server.close(resolve));
  };
  onStop(stop);
  const address = server.address();
  const actual = typeof address === "object" && address !== null ? address.port : port;
  return { url: `http://${host}:${actual}`, stop };
}

/**
 * Keeps the last hundred reports; a developer, or a test, reads them at the same address.
 * @param {import("node:http").IncomingMessage} request
 * @param {import("node:http").ServerResponse} response
 * @param {unknown[]} reports
 */
async function answerReports(request, response, reports) {
  if (request.method === "POST") {
    let text = "";
    for await (const chunk of request.setEncoding("utf8")) text += chunk;
    reports.push(JSON.parse(text));
    reports.splice(0, reports.length - 100);
    response.writeHead(204).end();
  } else {
    response.writeHead(200, { "content-type": types[".json"] }).end(JSON.stringify(reports));
  }
}

/** The sites of examples/ beside the practice's: folders of the same server, and what each of them shows. */
export const exampleSites = {
  bootstrap: "in a Bootstrap page",
  tailwind: "in a Tailwind page",
  wordpress: "in a WordPress page",
  "hostile-css": "under hostile CSS",
  "strict-csp": "under a strict CSP",
};

/**
 * Serves the example websites, their pages pointed at the API of this run: the practice's at the root.
 * @param {number} port
 * @param {string} apiUrl
 */
export async function serveExample(port, apiUrl) {
  const examples = join(root, "examples");
  const site = (/** @type {string} */ name) => join(examples, name);
  return serveFolder({
    folder: site("plain-html"),
    port,
    replacements: { "http://localhost:8787": apiUrl },
    folders: {
      "/vendor/bootstrap": join(root, "node_modules", "bootstrap", "dist"),
      ...Object.fromEntries(Object.keys(exampleSites).map((name) => [`/${name}`, site(name)])),
    },
    made: { "/tailwind/tailwind.css": () => buildTailwind(site("tailwind")) },
    reportsAt: "/csp-reports",
  });
}
