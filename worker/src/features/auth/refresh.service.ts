import type { AppContext } from "../../context.ts";
import { PorticoError } from "../../errors.ts";
import type { AccessClaims } from "../../lib/access-token.ts";
import { openRefreshToken } from "../../lib/refresh-token.ts";
import { getSignedIn, revokeSession, rotateSession } from "../../db/sessions.ts";
import type { OpenSession } from "../../sessions/open.ts";
import { admitOrigin } from "../../sessions/organization.ts";

/** Refreshes a session. A token that was used before, past its grace, ends the session for whoever holds it. */
export async function refreshSession(
  c: AppContext,
  text: string | undefined,
  audience: AccessClaims["audience"],
): Promise<OpenSession> {
  const token = await openRefreshToken(c.var.env.sessionSecret, text);
  if (!token) throw new PorticoError("SESSION_EXPIRED");
  const { organizationId, sessionId, counter } = token;
  c.set("organizationId", organizationId);
  const session = await c.var.db.withTenant({ organizationId }, async (db) => {
    await admitOrigin(c, db, organizationId);
    const row = await rotateSession(db, organizationId, sessionId, counter, audience);
    // Returned rather than thrown, so that a revocation is committed.
    if (!row || row.revokedAt !== null) return null;
    const signedIn = await getSignedIn(db, organizationId, row.userId);
    return {
      signedIn,
      token: { organizationId, sessionId, counter: row.counter },
      expiresAt: new Date(row.expiresAt),
    };
  });
  if (!session) throw new PorticoError("SESSION_EXPIRED", { detail: "Sign in again." });
  return session;
}

/** Ends the session of a refresh token; one that is not ours has nothing to end. */
export async function logout(c: AppContext, text: string | undefined): Promise<void> {
  const token = await openRefreshToken(c.var.env.sessionSecret, text);
  if (!token) return;
  const { organizationId, sessionId } = token;
  c.set("organizationId", organizationId);
  await c.var.db.withTenant({ organizationId }, async (db) => {
    await admitOrigin(c, db, organizationId);
    await revokeSession(db, organizationId, sessionId);
  });
}
