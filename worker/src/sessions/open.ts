import type { AppContext } from "../context.ts";
import type { TenantDb } from "../db/client.ts";
import { createSession, getSignedIn, type SignedIn } from "../db/sessions.ts";
import { accessTokenSeconds, signAccessToken, type AccessClaims } from "../lib/access-token.ts";
import { newId } from "../lib/ids.ts";
import { networkOf } from "../lib/network.ts";
import { sealRefreshToken, type RefreshToken } from "../lib/refresh-token.ts";
import { writeRefreshCookie } from "./cookies.ts";

type Audience = AccessClaims["audience"];

/** Absolute lifetimes in days; refreshing never extends them. */
const lifetimeDays = { portal: 30, dashboard: 7 } as const;

/** A session as it stands after signing in or refreshing. */
export interface OpenSession {
  signedIn: SignedIn;
  token: RefreshToken;
  expiresAt: Date;
}

/** Begins a session for a user whose credentials have just been proven. */
export async function openSession(
  c: AppContext,
  db: TenantDb,
  organizationId: string,
  userId: string,
  audience: Audience,
): Promise<OpenSession> {
  const expiresAt = new Date(Date.now() + lifetimeDays[audience] * 86_400_000);
  const sessionId = newId();
  await createSession(db, {
    organizationId,
    id: sessionId,
    userId,
    audience,
    expiresAt: expiresAt.toISOString(),
    userAgent: c.req.header("User-Agent")?.slice(0, 300) ?? null,
    network: networkOf(c.req.header("CF-Connecting-IP")),
  });
  const signedIn = await getSignedIn(db, organizationId, userId);
  return { signedIn, token: { organizationId, sessionId, counter: 0 }, expiresAt };
}

/** The wire answer of an open session, and the refresh token that goes beside it. */
async function sessionAnswer(c: AppContext, session: OpenSession, audience: Audience) {
  const { env } = c.var;
  const { organizationId, sessionId } = session.token;
  const claims = { organizationId, sessionId, userId: session.signedIn.user.id, audience, previewed: null };
  const accessToken = await signAccessToken(env.signingKeys, env.publicUrl.origin, claims);
  return {
    refreshToken: await sealRefreshToken(env.sessionSecret, session.token),
    body: { accessToken, tokenType: "Bearer", expiresIn: accessTokenSeconds, ...session.signedIn },
  };
}

/** The problems of every operation that signs in or acts on the refresh cookie. */
export const authProblems = [
  "INVALID_REQUEST",
  "ORIGIN_NOT_ALLOWED",
  "FORBIDDEN",
  "NOT_FOUND",
  "PAYLOAD_TOO_LARGE",
  "UNSUPPORTED_MEDIA_TYPE",
  "RATE_LIMITED",
] as const;

/** The answer of everything that signs in; the refresh token goes beside it, as a cookie. */
export async function signInAnswer(c: AppContext, audience: Audience, session: OpenSession) {
  const { body, refreshToken } = await sessionAnswer(c, session, audience);
  writeRefreshCookie(c, audience, session.signedIn.organization.slug, refreshToken, session.expiresAt);
  return body;
}
