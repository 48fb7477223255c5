import type { AppContext } from "../../context.ts";
import type { KnownOrganization } from "../../db/accounts.ts";
import type { TenantDb } from "../../db/client.ts";
import { putMail } from "../../db/outbox.ts";
import { clearAttempts, countAttempt } from "../../db/throttles.ts";
import { PorticoError } from "../../errors.ts";
import { hashText, mac, newCode, newSecret } from "../../lib/crypto.ts";
import { deviceOf } from "../../lib/device.ts";
import { newId } from "../../lib/ids.ts";
import { dashboardLink, portalLink, readLinkToken, writeLinkToken } from "../../lib/links.ts";
import type { Happening, MailData, MailKind } from "../../lib/mail/content.ts";
import { writeMail } from "../../lib/mail/write.ts";
import { attemptIds } from "../../sessions/attempts.ts";
import { admitOrigin, organizationIdOf } from "../../sessions/organization.ts";
import { proof, type Audience, type Manner, type NewChallenge, type Purpose } from "./challenges.queries.ts";

/** What is asked for: on which side, and what the audit log calls it. */
export interface Operation {
  audience: Audience;
  action: string;
}

/** Mails of one kind to an address in an hour, and tries at the codes mailed to it in a day. */
const limits = { mails: 3, tries: 20 } as const;

const idOf = (c: AppContext, text: string) => mac(c.var.env.sessionSecret, "attempts", text);
const triesId = (c: AppContext, email: string) => idOf(c, `code ${email}`);

/** Whether one more mail may go to an address. Past the limit nothing is replaced: the last one stays good. */
export async function admitMail(
  c: AppContext,
  db: TenantDb,
  organizationId: string,
  purpose: Purpose,
  email: string,
): Promise<boolean> {
  const mails = await countAttempt(db, organizationId, await idOf(c, `${purpose} ${email}`), 3600);
  return mails.count <= limits.mails;
}

/**
 * Counts a try at a code before it is compared; seconds to wait past the limit. Each mail brings five new tries, so
 * they are counted over a day as well, for addresses that have no account too. The link goes on working.
 */
export async function admitCode(
  c: AppContext,
  db: TenantDb,
  organizationId: string,
  email: string,
): Promise<number | null> {
  const tries = await countAttempt(db, organizationId, await triesId(c, email), 86_400);
  return tries.count > limits.tries ? tries.secondsLeft : null;
}

/** Forgets the attempts at an account whose owner has come back. A transaction of its own: throttles are locked first. */
export async function forgiveAccount(c: AppContext, organizationId: string, email: string): Promise<void> {
  const { here, anywhere } = await attemptIds(c, email);
  const tries = await triesId(c, email);
  await c.var.db.withTenant({ organizationId }, async (db) => {
    for (const id of [here, anywhere, tries]) await clearAttempts(db, organizationId, id);
  });
}

/** The hash of a code: keyed, since a million codes are quickly tried. `whose` is who may use it. */
export const hashCode = (
  c: AppContext,
  organizationId: string,
  purpose: Purpose,
  whose: string,
  code: string,
) => mac(c.var.env.sessionSecret, "challenge-code", `${organizationId} ${purpose} ${whose} ${code}`);

/** What a mail is to prove: the challenge to keep, and what the mail says of it. */
export async function newProof(
  c: AppContext,
  audience: Audience,
  { purpose, organizationId, email }: Pick<NewChallenge, "purpose" | "organizationId" | "email">,
  whose: string,
) {
  const [id, secret, code] = [newId(), newSecret(), newCode()];
  const secretHash = await hashText(secret);
  const codeHash = await hashCode(c, organizationId, purpose, whose, code);
  const token = writeLinkToken({ organizationId, id, secret });
  const link = audience === "portal" ? portalLink : dashboardLink;
  const name = purpose === "RESET_PASSWORD" ? "reset" : "email";
  return {
    challenge: { organizationId, id, purpose, email, secretHash, codeHash },
    words: (organization: KnownOrganization) => ({
      url: link(c.var.env.publicUrl, organization, name, token),
      code,
      minutes: proof.minutes,
      codeMinutes: proof.codeMinutes,
    }),
  };
}

/** The secret of a link as it is kept, if it is one of ours and, where one is named, of this organization. */
export async function openLink(c: AppContext, input: { token: string; organization?: string | undefined }) {
  const token = readLinkToken(input.token);
  if (!token) throw new PorticoError("INVALID_LINK");
  const { organizationId, id, secret } = token;
  if (input.organization !== undefined && (await organizationIdOf(c, input.organization)) !== organizationId)
    throw new PorticoError("INVALID_LINK");
  c.set("organizationId", organizationId);
  return { organizationId, id, secretHash: await hashText(secret) };
}

/** The organization of a link, if the asking origin may write to it; the link of one that is gone is no link. */
export async function admitLink(c: AppContext, db: TenantDb, organizationId: string) {
  try {
    return await admitOrigin(c, db, organizationId);
  } catch (error) {
    if (error instanceof PorticoError && error.code === "NOT_FOUND") throw new PorticoError("INVALID_LINK");
    throw error;
  }
}

/** When and from which device this is done, for a mail that says so. */
export const happening = (c: AppContext, organization: KnownOrganization, manner?: Manner): Happening => ({
  at: new Date(),
  timeZone: manner?.timeZone ?? organization.timeZone,
  device: deviceOf(c.req.header("User-Agent")),
});

/** Mails somebody in their language, in the transaction of what it is about. */
export async function mailTo<Kind extends MailKind>(
  db: TenantDb,
  organization: KnownOrganization,
  receiver: { to: string; locale: string | null | undefined },
  kind: Kind,
  data: MailData<Kind>,
): Promise<void> {
  const { to, locale } = receiver;
  const mail = writeMail(kind, organization, { to, locale: locale ?? organization.locale }, data);
  await putMail(db, organization.id, mail);
}
