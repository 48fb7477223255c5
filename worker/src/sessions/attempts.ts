import type { AppContext } from "../context.ts";
import type { TenantDb } from "../db/client.ts";
import { isKnownNetwork } from "../db/sessions.ts";
import { clearAttempts, countAttempt } from "../db/throttles.ts";
import { PorticoError } from "../errors.ts";
import { mac } from "../lib/crypto.ts";
import { networkOf } from "../lib/network.ts";

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
