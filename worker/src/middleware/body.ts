import { bodyLimit } from "hono/body-limit";
import { createMiddleware } from "hono/factory";
import type { AppEnv } from "../context.ts";
import { PorticoError } from "../errors.ts";

const limitTo = (maxSize: number) =>
  bodyLimit({
    maxSize,
    onError: () => {
      throw new PorticoError("PAYLOAD_TOO_LARGE", { detail: `Send at most ${maxSize} bytes.` });
    },
  });

/** Bytes a request body may have: a list of people to invite is a file, a batch many forms, everything else a form. */
const usual = limitTo(64 * 1024);
const batch = limitTo(4 * 1024 * 1024);
const larger: Record<string, typeof usual> = {
  "/dashboard/invitation-imports": limitTo(2 * 1024 * 1024),
  "/dashboard/customers/batch": batch,
  "/dashboard/appointments/batch": batch,
  "/dashboard/tasks/batch": batch,
  "/dashboard/notes/batch": batch,
};

/** Refuses a body that is too large, in the documented shape. */
export const limitBody = createMiddleware<AppEnv>((c, next) => (larger[c.req.path] ?? usual)(c, next));

/** Refuses a body that is not JSON. */
export const requireJson = createMiddleware<AppEnv>(async (c, next) => {
  const type = c.req.header("Content-Type");
  const hasBody = type !== undefined || Number(c.req.header("Content-Length") ?? 0) > 0;
  if (hasBody && !/^application\/json\s*(;|$)/i.test(type ?? "")) {
    throw new PorticoError("UNSUPPORTED_MEDIA_TYPE", { detail: "Send `Content-Type: application/json`." });
  }
  await next();
});
