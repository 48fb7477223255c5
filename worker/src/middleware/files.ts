import type { AppContext } from "../context.ts";

/** Whether a path belongs to a built file: the embed, the hosted pages' files, the API reference's script. */
export const isFile = (path: string) =>
  /^\/(?:embed|portal|console|docs)\/(?:[\w.-]+\/)*[\w.-]+\.(?:js|css|map|json|svg|txt)$/.test(path);

/** Serves a built file. What the embed loads may be loaded by every website; hashed names never change. */
export async function serveFile(c: AppContext): Promise<Response> {
  const found = await c.var.env.assets.fetch(new Request(c.req.url, { headers: c.req.raw.headers }));
  const response = new Response(found.body, found);
  if (response.status === 404) return c.notFound() as Response;
  const hashed = /\/chunks\//.test(c.req.path);
  response.headers.set("Access-Control-Allow-Origin", "*");
  response.headers.set("Cross-Origin-Resource-Policy", "cross-origin");
  response.headers.set(
    "Cache-Control",
    hashed ? "public, max-age=31536000, immutable" : "public, max-age=300, stale-while-revalidate=86400",
  );
  return response;
}
