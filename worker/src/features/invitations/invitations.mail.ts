import type { KnownOrganization } from "../../db/accounts.ts";
import type { Employee } from "../../db/client.ts";
import type { Mail } from "../../db/outbox.ts";
import { hashText, newSecret } from "../../lib/crypto.ts";
import { dashboardLink, portalLink, writeLinkToken } from "../../lib/links.ts";
import { writeMail } from "../../lib/mail/write.ts";
import type { Role } from "../../lib/roles.ts";
import { standInName } from "./invitations.queries.ts";

const daysGood = 7;

/** A link that is about to be mailed: its token leaves in the mail, and only the secret's hash stays. */
export interface NewLink {
  token: string;
  secretHash: string;
  expiresAt: Date;
}

/** Makes a link for an invitation. */
export async function newLink(organizationId: string, id: string): Promise<NewLink> {
  const secret = newSecret();
  return {
    token: writeLinkToken({ organizationId, id, secret }),
    secretHash: await hashText(secret),
    expiresAt: new Date(Date.now() + daysGood * 86_400_000),
  };
}

/** What mailing a link renews: who stands for the invitation now, its secret, and until when. */
export const renewalBy = (
  { user_id, key }: Pick<Employee, "user_id" | "key">,
  { secretHash, expiresAt }: NewLink,
) => ({
  invitedBy: user_id,
  invitedByKey: key?.id ?? null,
  secretHash,
  expiresAt: expiresAt.toISOString(),
});

/** Writes the mail of an invitation: in the customer's language, or else in the organization's. A key invites without a name. */
export function writeInvitation(
  publicUrl: URL,
  organization: KnownOrganization,
  inviter: string | null,
  invited: { email: string; name: string; role: Role; locale: string | null },
  { token, expiresAt }: NewLink,
): Mail {
  const { role, email } = invited;
  const name = invited.name === standInName(email) ? null : invited.name;
  const receiver = { to: email, locale: invited.locale ?? organization.locale };
  const offer = { name, inviter, until: expiresAt, timeZone: organization.timeZone };
  if (role === "CUSTOMER") {
    const url = portalLink(publicUrl, organization, "invitation", token);
    return writeMail("INVITATION", organization, receiver, { ...offer, url });
  }
  const url = dashboardLink(publicUrl, organization, "invitation", token);
  return writeMail("EMPLOYEE_INVITATION", organization, receiver, { ...offer, url, role });
}
