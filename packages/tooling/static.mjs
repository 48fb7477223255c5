// Serves a folder of files on the loopback address, the way a plain web host would.
import { createReadStream, existsSync } from "node:fs";
import { readFile, stat } from "node:fs/promises";
import { createServer } from "node:http";
import { extname, join, normalize } from "node:path";
import { pipeline } from "node:stream/promises";
import { onStop, root } from "./lib.mjs";

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
async function findFile(/** @type {string} */ folder, /** @type {string} */ pathname) {
  const path = normalize(decodeURIComponent(pathname));
  if (path.includes("\0") || path.split(/[\\/]/).some((part) => part === ".." || part.startsWith(".")))
    return undefined;
  for (const candidate of [path, join(path, "index.html"), `${path}.html`]) {
    const file = join(folder, candidate);
    const found = await stat(file).catch(() => undefined);
    if (found?.isFile()) return file;
  }
  return undefined;
}

/**
 * Serves `folder`; `replacements` are made in its pages (a test's API is not at the address that the page names).
 * @param {{ folder: string, port: number, host?: string, replacements?: Record<string, string> }} options
 * @returns {Promise<{ url: string, stop: () => Promise<void> }>}
 */
export async function serveFolder({ folder, port, host = "127.0.0.1", replacements = {} }) {
  const server = createServer(async (request, response) => {
    try {
      const url = new URL(request.url ?? "/", `http://${host}`);
      const file = await findFile(folder, url.pathname);
      // Relative links of a folder's page only work under the folder's own name.
      if (file?.endsWith("index.html") && !url.pathname.endsWith("/") && !url.pathname.endsWith(".html")) {
        response.writeHead(308, { location: `${url.pathname}/${url.search}` }).end();
        return;
      }
      if (request.method !== "GET" && request.method !== "HEAD") {
        response.writeHead(405, { allow: "GET, HEAD" }).end();
        return;
      }
      if (!file) {
        response.writeHead(404, { "content-type": "text/plain; charset=utf-8" }).end("Not found\n");
        return;
      }
      const type = types[extname(file)] ?? "application/octet-stream";
      response.writeHead(200, { "content-type": type, "cache-control": "no-store" });
      if (request.method === "HEAD") response.end();
      else if (type.startsWith("text/html")) {
        let page = await readFile(file, "utf8");
        for (const [from, to] of Object.entries(replacements)) page = page.replaceAll(from, to);
        response.end(page);
      } else await pipeline(createReadStream(file), response);
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
 * Serves the example website, its pages pointed at the API of this run.
 * @param {number} port
 * @param {string} apiUrl
 */
export async function serveExample(port, apiUrl) {
  const folder = join(root, "examples", "plain-html");
  if (!existsSync(folder)) return undefined;
  return serveFolder({ folder, port, replacements: { "http://localhost:8787": apiUrl } });
}
