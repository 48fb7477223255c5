import { tenantOf, writeAsUser } from "../../access.ts";
import { recordOwnChanges } from "../../changes.ts";
import type { AppContext } from "../../context.ts";
import { findUser, getOrganization, keepsPassword, type KnownOrganization } from "../../db/accounts.ts";
import type { TenantDb } from "../../db/client.ts";
import { getSignedIn, type SignedIn } from "../../db/sessions.ts";
import { countAttempt } from "../../db/throttles.ts";
import { PorticoError } from "../../errors.ts";
import { tooManyAttempts } from "../../sessions/attempts.ts";
import { changeEmail as setEmail, getAccount, subjectOf } from "./account.queries.ts";
import {
  closeChallenges,
  findOpenAddress,
  saveChallenge,
  takeByLink,
  tryCode,
  type Proven,
} from "./challenges.queries.ts";
import { provePassword } from "./password.service.ts";
import {
  admitCode,
  admitLink,
  admitMail,
  happening,
  hashCode,
  mailTo,
  newProof,
  openLink,
  type Operation,
} from "./proof.service.ts";

const purpose = "CHANGE_EMAIL";
/** How often in an hour somebody may ask for another address: each time, two mails leave. */
const requestsAnHour = 5;

/**
 * Asks for another address: the new one gets a link and a code, or hears that there is an account under it already; the
 * old one hears of it. The answer is the same either way.
 */
export async function changeEmail(
  c: AppContext,
  { audience }: Operation,
  input: { email: string; password: string },
): Promise<void> {
  const account = await provePassword(c, input.password);
  const { organizationId, id } = account;
  const { email } = input;
  if (email === account.email)
    throw new PorticoError("INVALID_REQUEST", { errors: [{ path: "email", message: "is your address" }] });
  const { challenge, words } = await newProof(c, audience, { organizationId, purpose, email }, id);
  const wait = await writeAsUser(c, async (db) => {
    const requests = await countAttempt(db, organizationId, `email-change ${id}`, 3600);
    if (requests.count > requestsAnHour) return requests.secondsLeft;
    if (!(await admitMail(c, db, organizationId, purpose, email))) return null;
    if (!(await keepsPassword(db, organizationId, account))) throw new PorticoError("WRONG_PASSWORD");
    const organization = (await getOrganization(db, organizationId))!;
    // Kept also where the address is taken: its code is told to nobody.
    await saveChallenge(db, id, challenge);
    const { locale } = account;
    if (await findUser(db, organizationId, email))
      await mailTo(db, organization, { to: email, locale: null }, "EMAIL_TAKEN", {});
    else await mailTo(db, organization, { to: email, locale }, "CONFIRM_EMAIL", words(organization));
    const data = { ...happening(c, organization, account), address: email };
    await mailTo(db, organization, { to: account.email, locale }, "EMAIL_CHANGE_REQUESTED", data);
    return null;
  });
  if (wait !== null) throw tooManyAttempts(wait);
}

/** Gives whoever is signed in the address that the code proves, and answers who they are now. */
export async function confirmEmail(
  c: AppContext,
  { audience, action }: Operation,
  code: string,
): Promise<SignedIn> {
  const { organizationId } = tenantOf(c);
  const done = await writeAsUser(c, async (db, { user_id: userId }) => {
    const address = await findOpenAddress(db, organizationId, userId);
    if (address === undefined) return null;
    const wait = await admitCode(c, db, organizationId, address);
    if (wait !== null) return wait;
    const codeHash = await hashCode(c, organizationId, purpose, userId, code);
    const proven = await tryCode(db, audience, { organizationId, purpose, codeHash }, { userId });
    // Returned rather than thrown, so that the counted try is committed.
    if (!proven) return null;
    const organization = (await getOrganization(db, organizationId))!;
    await finishChange(c, db, organization, action, proven);
    return getSignedIn(db, organizationId, userId);
  });
  if (typeof done === "number") throw tooManyAttempts(done);
  if (!done) throw new PorticoError("INVALID_CODE", { detail: "Check the code, or ask for a new mail." });
  return done;
}

/** Gives the account of a link the address that it proves. */
export async function confirmEmailLink(
  c: AppContext,
  { audience, action }: Operation,
  input: { token: string; organization?: string | undefined },
): Promise<void> {
  const link = await openLink(c, input);
  await c.var.db.withTenant({ organizationId: link.organizationId }, async (db) => {
    const organization = await admitLink(c, db, link.organizationId);
    const proven = await takeByLink(db, audience, { ...link, purpose });
    if (!proven) throw new PorticoError("INVALID_LINK");
    await finishChange(c, db, organization, action, proven);
  });
}

/** An address that somebody else has taken meanwhile is refused by its unique index, and all of this undone. */
async function finishChange(
  c: AppContext,
  db: TenantDb,
  organization: KnownOrganization,
  action: string,
  { userId, email }: Proven,
): Promise<void> {
  const account = await getAccount(db, organization.id, userId);
  await setEmail(db, account, email);
  await closeChallenges(db, organization.id, userId);
  const [before, after] = [account.email, email].map((address) => JSON.stringify({ email: address }));
  const change = { ...subjectOf(account), before: before!, after: after! };
  await recordOwnChanges(c, db, account, action, [change]);
  const data = { ...happening(c, organization, account), address: email };
  const receiver = { to: account.email, locale: account.locale };
  await mailTo(db, organization, receiver, "EMAIL_CHANGED", data);
}
