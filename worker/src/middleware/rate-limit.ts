import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../context.ts";
import { PorticoError } from "../errors.ts";
import { networkOf } from "../lib/network.ts";

/** Slows down an address of the network that tries to sign in or register too often. */
export const rateLimit = createMiddleware<AppEnv>(async (c, next) => {
  const { success } = await c.var.env.authRateLimit.limit({
    key: networkOf(c.req.header("CF-Connecting-IP")),
  });
  if (!success)
    throw new PorticoError("RATE_LIMITED", { retryAfter: 60, detail: "Wait a minute and try again." });
  await next();
});
