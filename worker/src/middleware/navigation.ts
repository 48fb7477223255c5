import { createMiddleware } from "hono/factory";
import { html } from "hono/html";
import type { AppContext, AppEnv } from "../context.ts";
import { framingOrigins } from "../db/origin.ts";
import { slug } from "../wire/common.ts";

const policy = (ancestors: string) =>
  [
    "default-src 'none'",
    "script-src 'self'",
    "style-src 'self'",
    "connect-src 'self'",
    "img-src 'self' data: https:",
    `frame-ancestors ${ancestors}`,
    "base-uri 'none'",
    "form-action 'none'",
  ].join("; ");

const portalPages =
  /^\/portal\/(?:login|register|reset|dashboard|appointments|tasks|notes|profile)(?:\/[\w-]+)?$/;
// The console has a page for each of its addresses, and says itself where one leads nowhere.
const employeePages = /^\/dashboard(?:\/[\w-]+)*\/?$/;
const isPage = (path: string) => portalPages.test(path) || employeePages.test(path);

const script = (path: string) =>
  path.startsWith("/dashboard") ? "/console/console.js" : "/portal/portal.js";

/**
 * The websites that may have the page in a frame: those that the organization of its address allows. Nobody may have
 * the employees' pages, nor one that asks which organization is meant.
 */
async function ancestorsOf(c: AppContext): Promise<string> {
  if (c.req.header("Sec-Fetch-Dest") !== "iframe" || !portalPages.test(c.req.path)) return "'none'";
  const named = slug.safeParse(c.req.query("organization"));
  const origins = named.success ? await framingOrigins(c.var.db, named.data) : [];
  return origins.join(" ") || "'none'";
}

/**
 * The hosted pages: the same URL is a page for a browser that navigates and the API for everything else.
 * The page is one document; the elements in it read the address.
 */
export const navigation = createMiddleware<AppEnv>(async (c, next) => {
  const navigates = c.req.method === "GET" && c.req.header("Sec-Fetch-Mode") === "navigate";
  if (navigates && (c.req.path === "/" || c.req.path === "/portal" || c.req.path === "/portal/")) {
    return c.redirect(`/portal/dashboard${new URL(c.req.url).search}`, 302);
  }
  if (!navigates || !isPage(c.req.path)) {
    await next();
    if (isPage(c.req.path)) c.res.headers.append("Vary", "Sec-Fetch-Mode");
    // People who mistype an address want the portal, not a problem in JSON.
    if (navigates && c.res.status === 404 && c.req.path.startsWith("/portal/"))
      c.res = c.redirect(`/portal/dashboard${new URL(c.req.url).search}`, 302);
    return;
  }
  c.header("Vary", "Sec-Fetch-Mode, Sec-Fetch-Dest");
  c.header("Content-Security-Policy", policy(await ancestorsOf(c)));
  c.header("Cache-Control", "no-cache");
  return c.html(
    html`<!doctype html>
      <html lang="en">
        <head>
          <meta charset="utf-8" />
          <meta name="viewport" content="width=device-width, initial-scale=1" />
          <meta name="color-scheme" content="light dark" />
          <title>Portal</title>
          <link rel="icon" href="data:," />
          <script type="module" src="${script(c.req.path)}"></script>
        </head>
        <body>
          <noscript>This portal needs JavaScript. Please switch it on and reload the page.</noscript>
        </body>
      </html>`,
  );
});
