import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../context.ts";
import { openDatabase } from "../db/client.ts";
import type { Env } from "../env.ts";
import { newId } from "../lib/ids.ts";
import { handOver } from "../mail/hand-over.ts";

/**
 * Gives the request its environment, id and database. Behind the response, the mails that it has put are sent and the
 * database is closed.
 */
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
      const sending = handOver(env, db);
      const closing = sending ? sending.finally(() => db.close()) : db.close();
      if (closing) c.executionCtx.waitUntil(closing);
    }
  });
