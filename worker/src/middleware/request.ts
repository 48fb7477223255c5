import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../context.ts";
import { openDatabase } from "../db/client.ts";
import type { Env } from "../env.ts";
import { newId } from "../lib/ids.ts";

/** Gives the request its environment, id and database, and closes the latter behind the response. */
export const request = (env: Env) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const origin = c.req.header("Origin");
    const db = openDatabase(env.hyperdrive);
    c.set("env", env);
    c.set("requestId", newId());
    c.set("db", db);
    c.set("foreignOrigin", origin === undefined || origin === env.publicUrl.origin ? null : origin);
    c.header("X-Request-Id", c.var.requestId);
    try {
      await next();
    } finally {
      const closing = db.close();
      if (closing) c.executionCtx.waitUntil(closing);
    }
  });
