import { recordOwnChanges } from "../../changes.ts";
import type { AppContext } from "../../context.ts";
import type { Change } from "../../db/audit.ts";
import type { TenantDb } from "../../db/client.ts";
import { putMail } from "../../db/outbox.ts";
import { PorticoError } from "../../errors.ts";
import { equalInConstantTime, mac, newCode } from "../../lib/crypto.ts";
import { newId } from "../../lib/ids.ts";
import { writeMail } from "../../lib/mail/write.ts";
import { hashPassword } from "../../lib/password.ts";
import {
  createCustomer,
  createOrganization,
  createUser,
  findUnlinkedCustomer,
  findUser,
} from "../../db/accounts.ts";
import { countAttempt } from "../../db/throttles.ts";
import { admitAttempt, attemptIds, tooManyAttempts } from "../../sessions/attempts.ts";
import { openSession, type OpenSession } from "../../sessions/open.ts";
import { admitOrigin, organizationIdOf } from "../../sessions/organization.ts";
import { consumeRegistration, saveRegistration, tryRegistration } from "./registrations.queries.ts";

interface Person {
  email: string;
  password: string;
  name: string;
}

const codeMinutes = 10;
const mailsAnHour = 5;

const hashCode = (c: AppContext, organizationId: string, email: string, code: string) =>
  mac(c.var.env.sessionSecret, "registration-code", `${organizationId} ${email} ${code}`);

/** A slug out of a name: `Zahnärzte am See` becomes `zahnarzte-am-see`. */
export function slugOf(name: string): string {
  const words = name
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-");
  return words.slice(0, 48).replace(/^-+|-+$/g, "") || "organization";
}

/** Makes a new organization; its registrant is the owner, with a customer record so that both sides can be tried. */
export async function registerOrganization(
  c: AppContext,
  input: Person & { organizationName?: string | undefined },
): Promise<OpenSession> {
  if (!c.var.env.organizationRegistration) {
    throw new PorticoError("REGISTRATION_CLOSED", {
      detail: "This deployment does not take new organizations. Name the one to join as `organization`.",
    });
  }
  if (c.var.foreignOrigin !== null)
    throw new PorticoError("ORIGIN_NOT_ALLOWED", {
      detail: "Make an organization on the deployment's own pages.",
    });
  const passwordHash = await hashPassword(input.password);
  const organizationId = newId();
  const name = input.organizationName ?? input.name;
  const { email } = input;
  c.set("organizationId", organizationId);
  return c.var.db.withTenant({ organizationId }, async (db) => {
    const slug = slugOf(name);
    // A taken slug gets a random tail; two tails of 32 bits do not meet.
    const tail = organizationId.slice(-8);
    if (!(await createOrganization(db, { id: organizationId, slug, name }))) {
      await createOrganization(db, { id: organizationId, slug: `${slug}-${tail}`, name });
    }
    const customerId = newId();
    await createCustomer(db, { organizationId, id: customerId, name: input.name, email });
    const user = await createUser(db, {
      organizationId,
      id: newId(),
      email,
      name: input.name,
      role: "OWNER",
      passwordHash,
      customerId,
    });
    return openSession(c, db, organizationId, user!.id, "portal");
  });
}

/** Takes a customer's registration: always the same answer; the mail has a code, or says that there is an account. */
export async function registerCustomer(
  c: AppContext,
  input: Person & { organization: string },
): Promise<void> {
  const organizationId = await organizationIdOf(c, input.organization);
  const { email, name } = input;
  const passwordHash = await hashPassword(input.password);
  const code = newCode();
  const codeHash = await hashCode(c, organizationId, email, code);
  const mailsId = await mac(c.var.env.sessionSecret, "attempts", `registration-mail ${email}`);
  await c.var.db.withTenant({ organizationId }, async (db) => {
    const organization = await admitOrigin(c, db, organizationId);
    if (organization.registration !== "OPEN") {
      throw new PorticoError("REGISTRATION_CLOSED", {
        detail: "This organization opens accounts by invitation only.",
      });
    }
    const account = await findUser(db, organizationId, email);
    const mails = await countAttempt(db, organizationId, mailsId, 3600);
    // Past the limit nothing is replaced either: the last code that was mailed stays the one that counts.
    if (mails.count > mailsAnHour) return;
    const expiresAt = new Date(Date.now() + codeMinutes * 60_000).toISOString();
    await saveRegistration(db, {
      organizationId,
      id: newId(),
      email,
      name,
      passwordHash,
      codeHash,
      expiresAt,
    });
    const receiver = { to: email, locale: organization.locale };
    const mail = account
      ? writeMail("ACCOUNT_EXISTS", organization, receiver, {})
      : writeMail("REGISTRATION_CODE", organization, receiver, { code, minutes: codeMinutes });
    await putMail(db, organizationId, mail);
  });
}

/** Finishes a registration by the code of the mail. Only now, with the address proven, is anything linked to it. */
export async function verifyRegistration(
  c: AppContext,
  input: { organization: string; email: string; code: string },
): Promise<OpenSession> {
  const organizationId = await organizationIdOf(c, input.organization);
  const { email } = input;
  const codeHash = await hashCode(c, organizationId, email, input.code);
  const ids = await attemptIds(c, email);
  const session = await c.var.db.withTenant({ organizationId }, async (db) => {
    const organization = await admitOrigin(c, db, organizationId);
    const wait = await admitAttempt(db, organizationId, ids);
    if (wait !== null) return wait;
    const pending = await tryRegistration(db, organizationId, email);
    // Returned rather than thrown, so that the counted try is committed.
    if (!pending || !equalInConstantTime(pending.codeHash, codeHash) || organization.registration !== "OPEN")
      return null;
    if (!(await consumeRegistration(db, organizationId, pending.id))) return null;
    const user = await admitCustomer(c, db, pending);
    return user ? openSession(c, db, organizationId, user.id, "portal") : null;
  });
  if (typeof session === "number") throw tooManyAttempts(session);
  if (!session)
    throw new PorticoError("INVALID_CODE", { detail: "Check the code, or register again to get a new one." });
  return session;
}

async function admitCustomer(
  c: AppContext,
  db: TenantDb,
  proven: { organizationId: string; email: string; name: string; passwordHash: string },
) {
  const { organizationId, email, name, passwordHash } = proven;
  if (await findUser(db, organizationId, email)) return undefined;
  const known = await findUnlinkedCustomer(db, organizationId, email);
  const customerId = known ?? newId();
  if (!known) await createCustomer(db, { organizationId, id: customerId, name, email });
  const emailVerifiedAt = new Date().toISOString();
  const user = await createUser(db, {
    organizationId,
    id: newId(),
    email,
    name,
    role: "CUSTOMER",
    passwordHash,
    customerId,
    emailVerifiedAt,
  });
  if (!user) return undefined;
  const before = known ? JSON.stringify({ account: null }) : null;
  const account = { userId: user.id, email };
  const after = JSON.stringify(known ? { account } : { name, email, account });
  const change: Change = { entity: "customer", id: customerId, before, after };
  await recordOwnChanges(c, db, { organizationId, id: user.id, role: "CUSTOMER" }, "verifyRegistration", [
    change,
  ]);
  return user;
}
