import { tenantOf, writeAsUser } from "../../access.ts";
import { recordOwnChanges } from "../../changes.ts";
import type { AppContext } from "../../context.ts";
import { getOrganization, type KnownOrganization } from "../../db/accounts.ts";
import type { TenantDb } from "../../db/client.ts";
import { revokeSessions } from "../../db/sessions.ts";
import { PorticoError } from "../../errors.ts";
import { hashPassword, verifyPassword } from "../../lib/password.ts";
import { admitAttempt, attemptIds, tooManyAttempts } from "../../sessions/attempts.ts";
import { openSession, type OpenSession } from "../../sessions/open.ts";
import { admitOrigin, organizationIdOf } from "../../sessions/organization.ts";
import {
  changePassword as replacePassword,
  getAccount,
  resetPassword as setPassword,
  subjectOf,
  type Account,
} from "./account.queries.ts";
import {
  closeChallenges,
  saveReset,
  takeByLink,
  tryCode,
  type Audience,
  type Proven,
} from "./challenges.queries.ts";
import {
  admitCode,
  admitLink,
  admitMail,
  forgiveAccount,
  happening,
  hashCode,
  mailTo,
  newProof,
  openLink,
  type Operation,
} from "./proof.service.ts";

const purpose = "RESET_PASSWORD";

/**
 * Mails a link and a code to whoever has an account on this side under the address, and to everybody else that there
 * is none: the same answer, the same statements and a mail either way, so nothing tells who has an account.
 */
export async function forgotPassword(
  c: AppContext,
  audience: Audience,
  input: { organization: string; email: string },
): Promise<void> {
  const organizationId = await organizationIdOf(c, input.organization);
  const { email } = input;
  const { challenge, words } = await newProof(c, audience, { organizationId, purpose, email }, email);
  await c.var.db.withTenant({ organizationId }, async (db) => {
    const organization = await admitOrigin(c, db, organizationId);
    if (!(await admitMail(c, db, organizationId, purpose, email))) return;
    const manner = await saveReset(db, audience, challenge);
    const receiver = { to: email, locale: manner?.locale };
    const data = { ...happening(c, organization, manner), ...words(organization) };
    if (manner) await mailTo(db, organization, receiver, "RESET_PASSWORD", data);
    else await mailTo(db, organization, receiver, "NO_ACCOUNT", { audience });
  });
}

/** What proves that a mail arrived: its link, or its code. */
export type Way =
  | { token: string; organization?: string | undefined }
  | { organization: string; email: string; code: string };

/** Sets a new password by a mail's link or code, once, ends every other session of the account, and signs in. */
export async function resetPassword(
  c: AppContext,
  operation: Operation,
  way: Way,
  password: string,
): Promise<OpenSession> {
  const { account, session } = await ("token" in way
    ? resetByLink(c, operation, way, password)
    : resetByCode(c, operation, way, password));
  await forgiveAccount(c, account.organizationId, account.email);
  return session;
}

async function resetByLink(
  c: AppContext,
  operation: Operation,
  way: { token: string; organization?: string | undefined },
  password: string,
) {
  const link = await openLink(c, way);
  const { organizationId } = link;
  return c.var.db.withTenant({ organizationId }, async (db) => {
    const organization = await admitLink(c, db, organizationId);
    const proven = await takeByLink(db, operation.audience, { ...link, purpose });
    if (!proven) throw new PorticoError("INVALID_LINK");
    return finishReset(c, db, organization, operation, proven, password);
  });
}

async function resetByCode(
  c: AppContext,
  operation: Operation,
  { organization: slug, email, code }: { organization: string; email: string; code: string },
  password: string,
) {
  const organizationId = await organizationIdOf(c, slug);
  const codeHash = await hashCode(c, organizationId, purpose, email, code);
  const done = await c.var.db.withTenant({ organizationId }, async (db) => {
    const organization = await admitOrigin(c, db, organizationId);
    const wait = await admitCode(c, db, organizationId, email);
    if (wait !== null) return wait;
    const proven = await tryCode(db, operation.audience, { organizationId, purpose, codeHash }, { email });
    // Returned rather than thrown, so that the counted try is committed.
    return proven ? finishReset(c, db, organization, operation, proven, password) : null;
  });
  if (typeof done === "number") throw tooManyAttempts(done);
  if (!done) throw new PorticoError("INVALID_CODE", { detail: "Check the code, or ask for a new mail." });
  return done;
}

async function finishReset(
  c: AppContext,
  db: TenantDb,
  organization: KnownOrganization,
  { audience, action }: Operation,
  { userId }: Proven,
  password: string,
) {
  const account = await getAccount(db, organization.id, userId);
  // Hashed only now, so that guesses cost nothing and two at once cost one hash.
  await setPassword(db, account, await hashPassword(password));
  await endOthers(c, db, organization, account, action);
  return { account, session: await openSession(c, db, organization.id, userId, audience) };
}

/** Changes the password of whoever is signed in, who proves it once more by the old one; only this session stays. */
export async function changePassword(
  c: AppContext,
  { action }: Operation,
  input: { currentPassword: string; newPassword: string },
): Promise<void> {
  const account = await provePassword(c, input.currentPassword);
  const passwordHash = await hashPassword(input.newPassword);
  await writeAsUser(c, async (db, me) => {
    if (!(await replacePassword(db, account, passwordHash))) throw new PorticoError("WRONG_PASSWORD");
    const organization = await getOrganization(db, me.organization_id);
    await endOthers(c, db, organization!, account, action, tenantOf(c).sessionId);
  });
}

/** What a new password means for everything else: sessions, links and codes end, and the owner is told. */
async function endOthers(
  c: AppContext,
  db: TenantDb,
  organization: KnownOrganization,
  account: Account,
  action: string,
  thisSession?: string,
): Promise<void> {
  await closeChallenges(db, organization.id, account.id);
  await revokeSessions(db, organization.id, account.id, thisSession);
  // That it changed, and nothing of what it was.
  const change = { ...subjectOf(account), before: null, after: null };
  await recordOwnChanges(c, db, account, action, [change]);
  const receiver = { to: account.email, locale: account.locale };
  await mailTo(db, organization, receiver, "PASSWORD_CHANGED", happening(c, organization, account));
}

/**
 * The account of whoever is signed in, if this is its password. Tries are counted with those of signing in, before the
 * password is looked at: a stolen access token is no better place to guess.
 */
export async function provePassword(c: AppContext, password: string): Promise<Account> {
  const { account, wait } = await writeAsUser(c, async (db, me) => {
    const account = await getAccount(db, me.organization_id, me.user_id);
    const ids = await attemptIds(c, account.email);
    return { account, wait: await admitAttempt(db, me.organization_id, ids, account.id) };
  });
  if (wait !== null) throw tooManyAttempts(wait);
  if (!(await verifyPassword(password, account.passwordHash))) throw new PorticoError("WRONG_PASSWORD");
  return account;
}
