import type { AppContext } from "../../context.ts";
import { findUser, holdOrganization, type KnownOrganization } from "../../db/accounts.ts";
import type { Change } from "../../db/audit.ts";
import type { Employee, TenantDb } from "../../db/client.ts";
import { changeItem, createdItem, readItem, type ItemChange } from "../../db/items.ts";
import { putMail } from "../../db/outbox.ts";
import { countAttempt } from "../../db/throttles.ts";
import { PorticoError } from "../../errors.ts";
import { mac } from "../../lib/crypto.ts";
import { newId } from "../../lib/ids.ts";
import { inviters, isAtLeast, type Role } from "../../lib/roles.ts";
import { admitCustomers } from "../../sessions/organization.ts";
import { newLink, renewalBy, writeInvitation, type NewLink } from "./invitations.mail.ts";
import {
  closeInvitation,
  customerItem,
  findCustomer,
  findCustomersOf,
  findInvitation,
  findInviter,
  findRivals,
  holdOpenInvitation,
  insertCustomer,
  insertInvitation,
  invitationItem,
  renewInvitation,
  standInName,
} from "./invitations.queries.ts";

const mailsAnHour = 10;

/** What an employee says of an invitation. */
export interface CreateInvitation {
  email: string;
  name?: string | undefined;
  role: Role;
  customerId?: string | undefined;
  customer?: NewCustomer | undefined;
}

interface NewCustomer {
  name?: string | undefined;
  phone: string | null;
  externalId: string | null;
  address: string | null;
  timeZone: string | null;
  locale: string | null;
}

const conflict = (path: string, message: string) =>
  new PorticoError("CONFLICT", { errors: [{ path, message }], detail: "See `errors`." });

function admitInviter(me: Employee, role: Role): void {
  if (!(inviters[role] as readonly Role[]).includes(me.role))
    throw new PorticoError("FORBIDDEN", { detail: `Your role may not invite to the role ${role}.` });
}

/** The organization, held: two who invite one address at the same moment make one invitation and one record. */
async function holdFor(db: TenantDb, organizationId: string, role: Role): Promise<KnownOrganization> {
  const organization = (await holdOrganization(db, organizationId))!;
  if (role === "CUSTOMER") admitCustomers(organization);
  return organization;
}

/** Counts a mail to an address, at most ten an hour: nobody's mailbox is filled through an organization. */
async function admitMail(c: AppContext, db: TenantDb, organizationId: string, email: string): Promise<void> {
  const id = await mac(c.var.env.sessionSecret, "attempts", `invitation-mail ${email}`);
  const { count, secondsLeft } = await countAttempt(db, organizationId, id, 3600);
  if (count > mailsAnHour)
    throw new PorticoError("RATE_LIMITED", {
      retryAfter: secondsLeft,
      detail:
        "This address has had ten invitation mails within an hour. Wait, or tell the link in another way.",
    });
}

/** Refuses to invite whoever has what would be offered. */
async function refuseMembers(db: TenantDb, organizationId: string, email: string, role: Role): Promise<void> {
  const account = await findUser(db, organizationId, email);
  if (!account) return;
  if (account.disabledAt) throw conflict("email", "belongs to an account that is disabled");
  if (role === "CUSTOMER" ? account.customerId !== null : isAtLeast(account.role, role))
    throw conflict("email", "belongs to an account that has this already");
}

/** The customer record of an invitation, and that it was made for it. */
interface Chosen {
  id: string;
  name: string;
  locale: string | null;
  made?: Change;
}

/** The customer record that is to be signed in as: the one that is named, or found by the address, or a new one. */
async function customerFor(
  db: TenantDb,
  organizationId: string,
  { email, name, customerId, customer }: CreateInvitation,
): Promise<Chosen> {
  if (customerId !== undefined) {
    const named = await findCustomer(db, organizationId, customerId);
    const errors = [{ path: "customerId", message: "is no customer of this organization" }];
    if (!named) throw new PorticoError("INVALID_REQUEST", { errors, detail: "See `errors`." });
    if (named.hasUser) throw conflict("customerId", "has somebody who signs in as it already");
    return named;
  }
  const found = (await findCustomersOf(db, organizationId, { emails: [email] })).filter(
    ({ hasUser }) => !hasUser,
  );
  if (found.length > 1) throw conflict("customerId", "must say which: several customers have this address");
  if (found[0]) return found[0];
  const made = { ...customer, id: newId(), name: customer?.name ?? name ?? standInName(email) };
  if (!(await insertCustomer(db, { ...made, organizationId, email })))
    throw conflict("customer.externalId", "belongs to another customer");
  const change = await createdItem(db, customerItem, organizationId, made.id);
  return { id: made.id, name: made.name, locale: customer?.locale ?? null, made: change };
}

/** Closes what is open for a customer under other addresses: a mistyped one must not stay a door to the record. */
async function closeRivals(db: TenantDb, organizationId: string, customerId: string, id: string) {
  const changes: Change[] = [];
  for (const rival of await findRivals(db, organizationId, customerId, id)) {
    const close = () => closeInvitation(db, organizationId, rival);
    changes.push(await changeItem(db, invitationItem, organizationId, rival, null, close));
  }
  return changes;
}

/** Mails a fresh link of an invitation, on behalf of whoever asks for it now. */
async function mailLink(
  c: AppContext,
  db: TenantDb,
  me: Employee,
  organization: KnownOrganization,
  invited: { email: string; name: string; role: Role; locale: string | null },
  link: NewLink,
): Promise<void> {
  const inviter = await findInviter(db, organization.id, me.user_id);
  const mail = writeInvitation(c.var.env.publicUrl, organization, inviter?.name ?? null, invited, link);
  await putMail(db, organization.id, mail);
}

/** Invites somebody by mail. An address that is invited already has its invitation renewed: it stays one. */
export async function createInvitation(
  c: AppContext,
  db: TenantDb,
  me: Employee,
  input: CreateInvitation,
): Promise<ItemChange> {
  const { email, role } = input;
  const organizationId = me.organization_id;
  admitInviter(me, role);
  const organization = await holdFor(db, organizationId, role);
  await admitMail(c, db, organizationId, email);
  const open = await holdOpenInvitation(db, organizationId, email);
  if (open) admitInviter(me, open.role);
  await refuseMembers(db, organizationId, email, role);
  const customer =
    role === "CUSTOMER"
      ? await customerFor(db, organizationId, {
          ...input,
          customerId: input.customerId ?? open?.customerId ?? undefined,
        })
      : null;
  const id = open?.id ?? newId();
  const { body: before } = await readItem(db, invitationItem, organizationId, id);
  const name = input.name ?? customer?.name ?? open?.name ?? standInName(email);
  const link = await newLink(organizationId, id);
  const values = { name, role, customerId: customer?.id ?? null, ...renewalBy(me, link) };
  if (open) await renewInvitation(db, organizationId, id, values);
  else await insertInvitation(db, { ...values, organizationId, id, email });
  const also = customer ? await closeRivals(db, organizationId, customer.id, id) : [];
  if (customer?.made) also.push(customer.made);
  await mailLink(c, db, me, organization, { email, name, role, locale: customer?.locale ?? null }, link);
  const { body: after, etag } = await readItem(db, invitationItem, organizationId, id);
  return { entity: "invitation", id, before, after, etag, also };
}

/** Mails an open invitation again, with a new link that replaces those of before, good for another seven days. */
export async function resendInvitation(
  c: AppContext,
  db: TenantDb,
  me: Employee,
  id: string,
  etags: string[] | null,
): Promise<ItemChange> {
  const organizationId = me.organization_id;
  const known = await findInvitation(db, organizationId, id);
  if (!known) throw new PorticoError("NOT_FOUND");
  admitInviter(me, known.role);
  const organization = await holdFor(db, organizationId, known.role);
  await admitMail(c, db, organizationId, known.email);
  const also: Change[] = [];
  const change = await changeItem(db, invitationItem, organizationId, id, etags, async () => {
    const link = await newLink(organizationId, id);
    if (!(await renewInvitation(db, organizationId, id, renewalBy(me, link))))
      throw new PorticoError("CONFLICT", {
        detail: "It is accepted or revoked. Invite the address again, if there is a reason to.",
      });
    await refuseMembers(db, organizationId, known.email, known.role);
    const customer = known.customerId
      ? await customerFor(db, organizationId, { ...known, customerId: known.customerId })
      : null;
    if (customer) also.push(...(await closeRivals(db, organizationId, customer.id, id)));
    await mailLink(c, db, me, organization, { ...known, locale: customer?.locale ?? null }, link);
  });
  return { ...change, also };
}

/** Takes an invitation back: its link says so from now on. Doing it twice is doing it once. */
export async function revokeInvitation(
  db: TenantDb,
  me: Employee,
  id: string,
  etags: string[] | null,
): Promise<ItemChange> {
  const organizationId = me.organization_id;
  return changeItem(db, invitationItem, organizationId, id, etags, async () => {
    const { role, acceptedAt } = (await findInvitation(db, organizationId, id))!;
    admitInviter(me, role);
    if (acceptedAt)
      throw new PorticoError("CONFLICT", { detail: "It is accepted: the account is what there is now." });
    await closeInvitation(db, organizationId, id);
  });
}
