import type { AppContext } from "../../context.ts";
import type { TenantDb } from "../../db/client.ts";
import { PorticoError } from "../../errors.ts";
import { accessTokenSeconds, signAccessToken, type AccessClaims } from "../../lib/access-token.ts";
import { mac } from "../../lib/crypto.ts";
import { newId } from "../../lib/ids.ts";
import { networkOf } from "../../lib/network.ts";
import { sealRefreshToken, type RefreshToken } from "../../lib/refresh-token.ts";
import {
  clearAttempts,
  countAttempt,
  createSession,
  getOrganization,
  getSignedIn,
  isKnownNetwork,
  type KnownOrganization,
  type SignedIn,
} from "./auth.queries.ts";

/** Absolute lifetimes in days; refreshing never extends them. */
const lifetimeDays = { portal: 30, dashboard: 7 } as const;

/** A session as it stands after signing in or refreshing. */
export interface OpenSession {
  signedIn: SignedIn;
  token: RefreshToken;
  expiresAt: Date;
}

/** Finds the organization of a slug, or says 404: slugs are public. */
export async function organizationIdOf(c: AppContext, slug: string): Promise<string> {
  const [row] = await c.var.db.lookUp<{ find_organization: string | null }>("find_organization", slug);
  const id = row?.find_organization;
  if (!id) throw new PorticoError("NOT_FOUND", { detail: "There is no organization with this slug." });
  c.set("organizationId", id);
  return id;
}

/** The organization of the transaction, if the asking origin may write to it. */
export async function admitOrigin(
  c: AppContext,
  db: TenantDb,
  organizationId: string,
): Promise<KnownOrganization> {
  const organization = await getOrganization(db, organizationId);
  if (!organization) throw new PorticoError("NOT_FOUND");
  const origin = c.var.foreignOrigin;
  c.set("originAllowed", origin === null || organization.allowedOrigins.includes(origin));
  if (!c.var.originAllowed) {
    throw new PorticoError("ORIGIN_NOT_ALLOWED", {
      detail: "Add this website's origin to the organization's allowed origins.",
    });
  }
  return organization;
}

/** Begins a session for a user whose credentials have just been proven. */
export async function openSession(
  c: AppContext,
  db: TenantDb,
  organizationId: string,
  userId: string,
  audience: AccessClaims["audience"],
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
export async function sessionAnswer(c: AppContext, session: OpenSession, audience: AccessClaims["audience"]) {
  const { env } = c.var;
  const { organizationId, sessionId } = session.token;
  const claims = { organizationId, sessionId, userId: session.signedIn.user.id, audience };
  const accessToken = await signAccessToken(env.signingKeys, env.publicUrl.origin, claims);
  return {
    refreshToken: await sealRefreshToken(env.sessionSecret, session.token),
    body: { accessToken, tokenType: "Bearer", expiresIn: accessTokenSeconds, ...session.signedIn },
  };
}

/** Counters of attempts: per address of the account and network, and per account from anywhere. */
const limits = { window: 15 * 60, here: 10, anywhere: 50 };

/** The ids under which attempts at an account are counted: hashes, so that the table lists no addresses. */
export async function attemptIds(c: AppContext, email: string) {
  const network = networkOf(c.req.header("CF-Connecting-IP"));
  const hash = (text: string) => mac(c.var.env.sessionSecret, "attempts", text);
  return {
    network,
    here: await hash(`sign-in ${email} ${network}`),
    anywhere: await hash(`sign-in ${email}`),
  };
}

/**
 * Counts an attempt at an account before its password is looked at, the same for accounts that do not exist.
 * A network from which the owner has signed in lately is not slowed down by attempts made elsewhere, and every
 * window ends by itself, so nobody is locked out for good.
 */
export async function admitAttempt(
  db: TenantDb,
  organizationId: string,
  ids: Awaited<ReturnType<typeof attemptIds>>,
  userId?: string,
) {
  const here = await countAttempt(db, organizationId, ids.here, limits.window);
  const anywhere = await countAttempt(db, organizationId, ids.anywhere, limits.window);
  if (here.count > limits.here) return here.secondsLeft;
  if (anywhere.count > limits.anywhere) {
    const known = await isKnownNetwork(db, organizationId, userId ?? organizationId, ids.network);
    if (!known) return anywhere.secondsLeft;
  }
  return null;
}

/** Forgets the attempts from here after the right password. */
export async function forgiveAttempts(
  db: TenantDb,
  organizationId: string,
  ids: { here: string },
): Promise<void> {
  await clearAttempts(db, organizationId, ids.here);
}

/** The refusal of an attempt. */
export const tooManyAttempts = (retryAfter: number) =>
  new PorticoError("RATE_LIMITED", { retryAfter, detail: "Too many attempts. Wait, or use another way in." });
