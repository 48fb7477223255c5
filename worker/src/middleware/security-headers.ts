import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../context.ts";

/** What every response says, unless its handler said it already. */
export const securityHeaders = createMiddleware<AppEnv>(async (c, next) => {
  await next();
  const headers = c.res.headers;
  const setDefault = (name: string, value: string) => headers.has(name) || headers.set(name, value);
  setDefault(
    "Content-Security-Policy",
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'",
  );
  setDefault("X-Content-Type-Options", "nosniff");
  setDefault("Referrer-Policy", "strict-origin-when-cross-origin");
  setDefault("Cross-Origin-Opener-Policy", "same-origin");
  setDefault("Cache-Control", "no-store");
  if (c.var.env.publicUrl.protocol === "https:")
    setDefault("Strict-Transport-Security", "max-age=63072000; includeSubDomains");
});
