import type { AppContext } from "../../context.ts";
import { readOnly } from "../../access.ts";
import { recordOwnChanges } from "../../changes.ts";
import { createUser, findUser, type KnownOrganization } from "../../db/accounts.ts";
import type { TenantDb } from "../../db/client.ts";
import { readItem } from "../../db/items.ts";
import { isLive, revokeSession } from "../../db/sessions.ts";
import { PorticoError } from "../../errors.ts";
import { verifyAccessToken, type AccessClaims } from "../../lib/access-token.ts";
import { hashText } from "../../lib/crypto.ts";
import { newId } from "../../lib/ids.ts";
import { readLinkToken } from "../../lib/links.ts";
import { hashPassword } from "../../lib/password.ts";
import type { Role } from "../../lib/roles.ts";
import { openSession, type OpenSession } from "../../sessions/open.ts";
import { admitCustomers, admitOrigin, organizationIdOf } from "../../sessions/organization.ts";
import {
  completeCustomer,
  consumeInvitation,
  findByProof,
  invitationItem,
  joinUser,
  type Proof,
} from "./invitations.queries.ts";

interface Link {
  token: string;
  organization?: string | undefined;
}

/** Reads a link's token, and refuses one that was opened in another organization's portal. */
async function proofOf(c: AppContext, { token, organization }: Link): Promise<Proof> {
  const here = organization === undefined ? undefined : await organizationIdOf(c, organization);
  const read = readLinkToken(token);
  if (!read) throw new PorticoError("NOT_FOUND", { detail: "Open the whole link of the mail." });
  const { organizationId, id, secret } = read;
  if (here !== undefined && here !== organizationId)
    throw new PorticoError("OTHER_ORGANIZATION", { detail: "Open the link from the mail again." });
  c.set("organizationId", organizationId);
  return { organizationId, id, secretHash: await hashText(secret) };
}

const ends = {
  ACCEPTED: ["INVITATION_ACCEPTED", "Sign in with the invited address."],
  REVOKED: ["INVITATION_REVOKED", "Ask the organization for a new invitation."],
  EXPIRED: ["INVITATION_EXPIRED", "Ask the organization to send the invitation again."],
} as const;

/** What the link shows while its invitation is open; otherwise how it ended, and what to do now. */
async function openInvitation(db: TenantDb, organization: KnownOrganization, proof: Proof): Promise<string> {
  const found = await findByProof(db, proof);
  if (!found) throw new PorticoError("NOT_FOUND", { detail: "Open the whole link of the mail." });
  if (found.status !== "PENDING") {
    const [code, detail] = ends[found.status];
    throw new PorticoError(code, { detail });
  }
  if (!found.isNewest)
    throw new PorticoError("INVITATION_SUPERSEDED", { detail: "Open the link of the newest mail." });
  if (found.role === "CUSTOMER") admitCustomers(organization);
  return found.preview;
}

/** Who invites whom to what, as JSON. Changes nothing, however often it is asked. */
export async function previewInvitation(c: AppContext, link: Link): Promise<string> {
  const proof = await proofOf(c, link);
  return c.var.db.withTenant({ organizationId: proof.organizationId }, async (db) => {
    return openInvitation(db, await admitOrigin(c, db, proof.organizationId), proof);
  });
}

/** Whoever an `Authorization` header says is signed in, on either side; null where there is none. */
async function bearerOf(c: AppContext): Promise<AccessClaims | null> {
  const header = c.req.header("Authorization");
  if (header === undefined) return null;
  const { signingKeys, publicUrl } = c.var.env;
  const verified = await verifyAccessToken(signingKeys, publicUrl.origin, header.replace(/^Bearer /i, ""));
  if (!verified || verified.expired) throw sessionEnded();
  if (verified.claims.previewed !== null) throw readOnly();
  return verified.claims;
}

const sessionEnded = () =>
  new PorticoError("UNAUTHENTICATED", { detail: "The access token is not valid. Refresh the session." });

/** What an invitation gives, and to whom. */
interface Offer {
  organizationId: string;
  email: string;
  role: Role;
  customerId: string | null;
}

/** What whoever accepts may have typed. */
interface Typed {
  name?: string | undefined;
  password?: string | undefined;
}

/** Accepts an invitation: makes the account, or gives what was offered to the one that is there and signed in. */
export async function acceptInvitation(
  c: AppContext,
  input: Link & Typed,
): Promise<{ audience: AccessClaims["audience"]; session: OpenSession }> {
  const proof = await proofOf(c, input);
  const { organizationId } = proof;
  return c.var.db.withTenant({ organizationId }, async (db) => {
    const organization = await admitOrigin(c, db, organizationId);
    const accepted = await consumeInvitation(db, proof);
    if (!accepted) {
      // Whatever is in the way says so.
      await openInvitation(db, organization, proof);
      throw new PorticoError("CONFLICT", { detail: "Open the link again." });
    }
    const offer: Offer = { organizationId, ...accepted };
    const audience = offer.role === "CUSTOMER" ? "portal" : "dashboard";
    if (offer.role === "CUSTOMER") admitCustomers(organization);
    const userId = await admitInvited(c, db, offer, input);
    if (offer.customerId)
      await completeCustomer(db, organizationId, offer.customerId, { email: offer.email, name: input.name });
    await recordAcceptance(c, db, offer, proof.id, userId);
    return { audience, session: await openSession(c, db, organizationId, userId, audience) };
  });
}

/** The invited one's user: a new one by what was typed, or the one of the address if that is who is signed in. */
async function admitInvited(c: AppContext, db: TenantDb, offer: Offer, typed: Typed): Promise<string> {
  const account = await findUser(db, offer.organizationId, offer.email);
  if (!account && typed.password !== undefined) return makeAccount(db, offer, typed);
  const bearer = await bearerOf(c);
  if (bearer) return acceptAs(db, bearer, account?.id, offer);
  if (account) throw accountExists(offer);
  throw required("name", "password");
}

const accountExists = ({ email }: Offer) =>
  new PorticoError("ACCOUNT_EXISTS", { detail: `Sign in as ${email}, and accept then.` });

const required = (...paths: string[]) =>
  new PorticoError("INVALID_REQUEST", {
    detail: "See `errors` for what to change.",
    errors: paths.map((path) => ({ path, message: "is required to make an account" })),
  });

/** Gives what was offered to the account that is signed in, if it is the invited one. */
async function acceptAs(db: TenantDb, bearer: AccessClaims, invited: string | undefined, offer: Offer) {
  const { organizationId, email, role } = offer;
  if (bearer.organizationId !== organizationId || bearer.userId !== invited) {
    throw new PorticoError("INVITATION_FOR_ANOTHER", {
      detail: `The invitation is for ${email}. Sign out, and open the link again.`,
    });
  }
  if (!(await isLive(db, bearer))) throw sessionEnded();
  if (!(await joinUser(db, organizationId, invited, offer))) {
    throw new PorticoError("CONFLICT", {
      detail: "This account belongs to another customer record. Ask the organization to put that right.",
    });
  }
  // Its cookie is replaced by that of the session to come.
  if (bearer.audience === (role === "CUSTOMER" ? "portal" : "dashboard"))
    await revokeSession(db, organizationId, bearer.sessionId);
  return invited;
}

/** Makes the account of an address that has none yet. */
async function makeAccount(db: TenantDb, offer: Offer, { name, password }: Typed): Promise<string> {
  if (name === undefined || password === undefined) throw required("name");
  const { organizationId, email, role, customerId } = offer;
  const user = await createUser(db, {
    organizationId,
    id: newId(),
    email,
    name,
    role,
    // Only whoever has consumed the invitation costs this.
    passwordHash: await hashPassword(password),
    customerId,
    emailVerifiedAt: new Date().toISOString(),
  });
  if (user) return user.id;
  // Somebody has registered meanwhile, with this address or as this customer.
  if (await findUser(db, organizationId, email)) throw accountExists(offer);
  throw new PorticoError("CONFLICT", {
    detail: "Somebody signs in as this customer already. Ask the organization to put that right.",
  });
}

/** Writes down who has come. */
async function recordAcceptance(c: AppContext, db: TenantDb, offer: Offer, id: string, userId: string) {
  const { organizationId, role } = offer;
  const { body } = await readItem(db, invitationItem, organizationId, id);
  const before = JSON.stringify({ ...(JSON.parse(body!) as object), status: "PENDING" });
  const change = { entity: "invitation", id, before, after: body } as const;
  await recordOwnChanges(c, db, { organizationId, id: userId, role }, "acceptInvitation", [change]);
}
