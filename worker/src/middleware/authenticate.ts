import { createMiddleware } from "hono/factory";
import { refusePreview } from "../access.ts";
import type { AppEnv } from "../context.ts";
import { PorticoError } from "../errors.ts";
import { verifyAccessToken, type AccessClaims } from "../lib/access-token.ts";

/** Reads `Authorization: Bearer …` for one audience. That the session lives, the statement that answers checks. */
export const authenticate = (audience: AccessClaims["audience"]) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const token = /^Bearer (\S+)$/i.exec(c.req.header("Authorization") ?? "")?.[1];
    if (!token)
      throw new PorticoError("UNAUTHENTICATED", {
        detail: "Send the access token as `Authorization: Bearer …`.",
      });
    const { env } = c.var;
    const verified = await verifyAccessToken(env.signingKeys, env.publicUrl.origin, token);
    if (verified) c.set("organizationId", verified.claims.organizationId);
    if (!verified || verified.expired || verified.claims.audience !== audience) {
      throw new PorticoError("UNAUTHENTICATED", {
        detail: "The access token is not valid here or has expired. Refresh the session.",
      });
    }
    c.set("actor", verified.claims);
    // Here, before anything is looked at, so that no operation can forget it.
    if (c.req.method !== "GET") refusePreview(c);
    await next();
  });
