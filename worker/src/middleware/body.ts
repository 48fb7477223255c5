import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../context.ts";
import { PorticoError } from "../errors.ts";

/** Bytes a request body may have. */
export const maxBodyBytes = 64 * 1024;

/** Refuses a body that is too large, in the documented shape. */
export const limitBody = bodyLimit({
  maxSize: maxBodyBytes,
  onError: () => {
    throw new PorticoError("PAYLOAD_TOO_LARGE", { detail: `Send at most ${maxBodyBytes} bytes.` });
  },
});

/** Refuses a body that is not JSON. */
export const requireJson = createMiddleware<AppEnv>(async (c, next) => {
  const type = c.req.header("Content-Type");
  const hasBody = type !== undefined || Number(c.req.header("Content-Length") ?? 0) > 0;
  if (hasBody && !/^application\/json\s*(;|$)/i.test(type ?? "")) {
    throw new PorticoError("UNSUPPORTED_MEDIA_TYPE", { detail: "Send `Content-Type: application/json`." });
  }
  await next();
});
