import { createMiddleware } from "hono/factory";
import { refusePreview } from "../access.ts";
import type { AppContext, AppEnv } from "../context.ts";
import { PorticoError } from "../errors.ts";
import { refuseKeyInBrowser } from "../keys.ts";
import { verifyAccessToken, type AccessClaims } from "../lib/access-token.ts";
import { readApiKey } from "../lib/api-key.ts";
import { hashText } from "../lib/crypto.ts";

type Audience = AccessClaims["audience"];

const refused = (detail: string) => new PorticoError("UNAUTHENTICATED", { detail });

async function sessionOf(c: AppContext, token: string, audience: Audience) {
  const { env } = c.var;
  const verified = await verifyAccessToken(env.signingKeys, env.publicUrl.origin, token);
  if (verified) c.set("organizationId", verified.claims.organizationId);
  if (!verified || verified.expired || verified.claims.audience !== audience)
    throw refused("The access token is not valid here or has expired. Refresh the session.");
  return verified.claims;
}

async function keyOf(c: AppContext, token: string, audience: Audience) {
  // Nothing of an organization is for a website that holds a key, whichever it is.
  c.set("originAllowed", false);
  const key = readApiKey(token);
  if (!key || audience !== "dashboard")
    throw refused("The secret key is malformed, or not for this address.");
  c.set("organizationId", key.organizationId);
  return {
    organizationId: key.organizationId,
    sessionId: key.id,
    userId: key.id,
    previewed: null,
    secretHash: await hashText(key.secret),
    audience,
  };
}

/**
 * Reads `Authorization: Bearer …` for one audience: an access token, or at the dashboard a secret key. That the session
 * or the key lives, the statement that answers checks.
 */
export const authenticate = (audience: Audience) =>
  createMiddleware<AppEnv>(async (c, next) => {
    const token = /^Bearer (\S+)$/i.exec(c.req.header("Authorization") ?? "")?.[1];
    if (!token) throw refused("Send the access token as `Authorization: Bearer …`.");
    const isKey = token.startsWith("sk_");
    c.set("actor", await (isKey ? keyOf : sessionOf)(c, token, audience));
    // Here, before anything is looked at, so that no operation can forget it.
    if (c.req.method !== "GET") refusePreview(c);
    if (isKey && c.req.header("Origin") !== undefined) await refuseKeyInBrowser(c);
    await next();
  });
