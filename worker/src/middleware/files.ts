import type { AppContext } from "../context.ts";

/** Whether a path belongs to a built file: the embed, the hosted pages' files, the API reference's script. */
export const isFile = (path: string) =>
  /^\/(?:embed|portal|console|docs)\/(?:[\w.-]+\/)*[\w.-]+\.(?:js|css|map|json|svg|txt)$/.test(path);

/** What never changes: chunks, named by their content, and the embed's files under their version. */
const isImmutable = (path: string) => /\/chunks\/|^\/embed\/\d+\.\d+\.\d+[\w.-]*\//.test(path);

/** Serves a built file. What the embed loads may be loaded, and checked, by every website. */
export async function serveFile(c: AppContext): Promise<Response> {
  if (c.req.method !== "GET" && c.req.method !== "HEAD") return c.notFound() as Response;
  const found = await c.var.env.assets.fetch(new Request(c.req.url, { headers: c.req.raw.headers }));
  const response = new Response(found.body, found);
  if (response.status === 404) return c.notFound() as Response;
  response.headers.set("Access-Control-Allow-Origin", "*");
  response.headers.set("Cross-Origin-Resource-Policy", "cross-origin");
  response.headers.set(
    "Cache-Control",
    isImmutable(c.req.path)
      ? "public, max-age=31536000, immutable"
      : "public, max-age=300, stale-while-revalidate=86400",
  );
  return response;
}
