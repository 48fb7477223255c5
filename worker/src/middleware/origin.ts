import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../context.ts";
import { originIsAllowed } from "../db/origin.ts";

const methods = "GET, POST, PUT, PATCH, DELETE";
const requestHeaders = "Authorization, Content-Type, Idempotency-Key, If-Match, X-Requested-With";
const exposed = "ETag, Retry-After, X-Request-Id";

/**
 * Exact CORS. A preflight is answered for an origin that some organization allows; the request itself may be read
 * only if this organization allows it. Writes are refused before they happen, by `writeAsCustomer` and the cookie guard.
 */
export const origin = createMiddleware<AppEnv>(async (c, next) => {
  const from = c.var.foreignOrigin;
  if (c.req.method === "OPTIONS" && c.req.header("Access-Control-Request-Method")) {
    c.header("Vary", "Origin");
    if (from === null || !(await originIsAllowed(c.var.db, from))) return c.body(null, 204);
    return c.body(null, 204, {
      "Access-Control-Allow-Origin": from,
      "Access-Control-Allow-Credentials": "true",
      "Access-Control-Allow-Methods": methods,
      "Access-Control-Allow-Headers": requestHeaders,
      "Access-Control-Max-Age": "7200",
    });
  }
  await next();
  c.res.headers.append("Vary", "Origin");
  if (from === null || c.res.headers.has("Access-Control-Allow-Origin")) return;
  // A failing database must not turn one problem response into another.
  const allowed =
    c.var.originAllowed ?? (await originIsAllowed(c.var.db, from, c.var.organizationId).catch(() => false));
  if (!allowed) return;
  c.res.headers.set("Access-Control-Allow-Origin", from);
  c.res.headers.set("Access-Control-Allow-Credentials", "true");
  c.res.headers.set("Access-Control-Expose-Headers", exposed);
});
