import { and, eq, inArray, isNull, ne, or, sql, type SQL } from "drizzle-orm";
import type { TenantDb } from "../../db/client.ts";
import { itemRead, type ItemSpec } from "../../db/items.ts";
import { listOf } from "../../db/lists.ts";
import { pageRead } from "../../db/page.ts";
import { placeholder, wireTime } from "../../db/read.ts";
import { customers } from "../../db/schema/customers.ts";
import { invitations } from "../../db/schema/invitations.ts";
import { users } from "../../db/schema/users.ts";
import { customerRecordJson, invitationJson, invitationStatus, organizationJson } from "../../db/wire.ts";
import { isAtLeast, type Role } from "../../lib/roles.ts";

/** Invitations as employees see them. */
export const invitationItem: ItemSpec = {
  entity: "invitation",
  from: sql`portal.invitations v`,
  alias: "v",
  json: invitationJson,
};

/** Customers as the audit log tells of them. */
export const customerItem: ItemSpec = {
  entity: "customer",
  from: sql`portal.customers c`,
  alias: "c",
  json: customerRecordJson,
};

/** A page of the organization's invitations, the newest first. */
export const listInvitations = pageRead("list_invitations", {
  from: invitationItem.from,
  json: invitationJson,
  where: sql`v.organization_id = me.organization_id
    and (${placeholder("statuses")} is null or ${invitationStatus} = any (string_to_array(${placeholder("statuses")}, ',')))`,
  sort: sql`v.created_at`,
  id: sql`v.id`,
  direction: "desc",
});

/** One invitation. */
export const getInvitation = itemRead(invitationItem);

const is = (organizationId: string, id: string) =>
  and(eq(invitations.organizationId, organizationId), eq(invitations.id, id));
const isOpen = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt));

/** What the rules ask about an invitation. */
const facts = {
  id: invitations.id,
  email: invitations.email,
  name: invitations.name,
  role: invitations.role,
  customerId: invitations.customerId,
  acceptedAt: invitations.acceptedAt,
};

/** An invitation by its id. */
export async function findInvitation(db: TenantDb, organizationId: string, id: string) {
  const [row] = await db.select(facts).from(invitations).where(is(organizationId, id));
  return row;
}

/**
 * The one that is neither accepted nor revoked, of which an address has one at most; held, so that it stays so. Whoever
 * accepts it first has their account by the time this answers nothing.
 */
export async function holdOpenInvitation(db: TenantDb, organizationId: string, email: string) {
  const [row] = await db
    .select(facts)
    .from(invitations)
    .where(and(eq(invitations.organizationId, organizationId), eq(invitations.email, email), isOpen))
    .for("update");
  return row;
}

/** What every mail of an invitation renews: who stands for it, its secret, and until when. */
export interface Renewal {
  invitedBy: string | null;
  invitedByKey: string | null;
  secretHash: string;
  expiresAt: string;
}

/** Makes an invitation. */
export async function insertInvitation(db: TenantDb, values: typeof invitations.$inferInsert) {
  await db.insert(invitations).values(values);
}

/** Renews an open invitation; the links of before say that they were replaced. False: it is open no longer. */
export async function renewInvitation(
  db: TenantDb,
  organizationId: string,
  id: string,
  values: Renewal & Partial<Pick<typeof invitations.$inferInsert, "name" | "role" | "customerId">>,
): Promise<boolean> {
  const rows = await db
    .update(invitations)
    .set({
      ...values,
      supersededHashes: sql`(${invitations.secretHash} || ${invitations.supersededHashes})[1:50]`,
      sentAt: sql`now()`,
      updatedAt: sql`now()`,
    })
    .where(and(is(organizationId, id), isOpen))
    .returning({ id: invitations.id });
  return rows.length === 1;
}

/** The open invitations to be a customer under other addresses. */
export async function findRivals(db: TenantDb, organizationId: string, customerId: string, id: string) {
  const rows = await db
    .select({ id: invitations.id })
    .from(invitations)
    .where(
      and(
        eq(invitations.organizationId, organizationId),
        eq(invitations.customerId, customerId),
        ne(invitations.id, id),
        isOpen,
      ),
    );
  return rows.map((row) => row.id);
}

/** Takes an open invitation back. */
export async function closeInvitation(db: TenantDb, organizationId: string, id: string): Promise<void> {
  await db
    .update(invitations)
    .set({ revokedAt: sql`now()`, updatedAt: sql`now()` })
    .where(and(is(organizationId, id), isOpen));
}

/** What a link's secret opens, with its hash in the secret's place. */
export interface Proof {
  organizationId: string;
  id: string;
  secretHash: string;
}

/** What a link shows, and where its invitation stands; undefined where the secret never was one of its own. */
export async function findByProof(db: TenantDb, { organizationId, id, secretHash }: Proof) {
  const rows = await db.execute(sql`
    select ${invitationStatus} as status, v.role, v.secret_hash = ${secretHash} as "isNewest",
           json_build_object('organization', ${organizationJson}, 'email', v.email, 'name', v.name, 'role', v.role,
             'invitedBy', (select i.name from portal.users i
               where i.organization_id = v.organization_id and i.id = v.invited_by),
             'expiresAt', ${wireTime(sql`v.expires_at`)},
             'hasAccount', exists (select from portal.users u
               where u.organization_id = v.organization_id and u.email = v.email))::text as preview
      from portal.invitations v join portal.organizations o on o.id = v.organization_id
     where v.organization_id = ${organizationId}::uuid and v.id = ${id}::uuid
       and (v.secret_hash = ${secretHash} or ${secretHash} = any (v.superseded_hashes))`);
  return rows[0] as
    | {
        status: "PENDING" | "ACCEPTED" | "REVOKED" | "EXPIRED";
        role: Role;
        isNewest: boolean;
        preview: string;
      }
    | undefined;
}

/** Accepts an invitation, once: one guarded statement, so that of many at the same moment one gets the row. */
export async function consumeInvitation(db: TenantDb, { organizationId, id, secretHash }: Proof) {
  const rows = await db.execute(sql`
    update portal.invitations v set accepted_at = now(), updated_at = now()
     where v.organization_id = ${organizationId}::uuid and v.id = ${id}::uuid and v.secret_hash = ${secretHash}
       and ${invitationStatus} = 'PENDING'
    returning v.email, v.role, v.customer_id as "customerId"`);
  return rows[0] as { email: string; role: Role; customerId: string | null } | undefined;
}

/** Who invites, if they are an employee still. */
export async function findInviter(db: TenantDb, organizationId: string, userId: string | null) {
  const [row] = await db
    .select({ id: users.id, name: users.name })
    .from(users)
    .where(
      and(
        eq(users.organizationId, organizationId),
        sql`${users.id} = ${userId}::uuid`,
        isNull(users.disabledAt),
        ne(users.role, "CUSTOMER"),
      ),
    );
  return row;
}

/** A customer record as the rules look at it. */
export interface KnownCustomer {
  id: string;
  name: string;
  email: string | null;
  externalId: string | null;
  locale: string | null;
  hasUser: boolean;
  isInvited: boolean;
}

async function findCustomers(db: TenantDb, organizationId: string, which: SQL): Promise<KnownCustomer[]> {
  const rows = await db.execute(sql`
    select c.id, c.name, lower(c.email) as email, c.external_id as "externalId", c.locale,
           exists (select from portal.users u
             where u.organization_id = c.organization_id and u.customer_id = c.id) as "hasUser",
           exists (select from portal.invitations v
             where v.organization_id = c.organization_id and v.customer_id = c.id
               and ${invitationStatus} = 'PENDING') as "isInvited"
      from portal.customers c where c.organization_id = ${organizationId}::uuid and ${which}`);
  return rows as unknown as KnownCustomer[];
}

/** A customer record by its id. */
export async function findCustomer(db: TenantDb, organizationId: string, id: string) {
  return (await findCustomers(db, organizationId, sql`c.id = ${id}::uuid`))[0];
}

/** Every customer record of these ids, or with one of these addresses or external ids. */
export const findCustomersOf = (
  db: TenantDb,
  organizationId: string,
  { emails = [], externalIds = [], ids = [] }: Partial<Record<"emails" | "externalIds" | "ids", string[]>>,
) =>
  findCustomers(
    db,
    organizationId,
    sql`c.id in (
      select portal.find_customers_by_email(array${listOf(emails)}) union ${listOf(ids, "uuid")} union
      select x.id from portal.customers x
       where x.organization_id = ${organizationId}::uuid and x.external_id = any (array${listOf(externalIds)}))`,
  );

/** Makes a customer record; false where its external id is another's. */
export async function insertCustomer(db: TenantDb, values: typeof customers.$inferInsert): Promise<boolean> {
  const rows = await db
    .insert(customers)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: customers.id });
  return rows.length === 1;
}

/** Gives a user what an invitation offers, and never takes any: false where they sign in as another customer. */
export async function joinUser(
  db: TenantDb,
  organizationId: string,
  userId: string,
  offer: { role: Role; customerId: string | null },
): Promise<boolean> {
  const { customerId, role } = offer;
  const lower = users.role.enumValues.filter((other) => !isAtLeast(other, role));
  const rows = await db
    .update(users)
    .set({
      ...(customerId !== null && { customerId }),
      role: sql`case when ${inArray(users.role, lower)} then ${role} else ${users.role} end`,
      emailVerifiedAt: sql`coalesce(${users.emailVerifiedAt}, now())`,
      updatedAt: sql`now()`,
    })
    .where(
      and(
        eq(users.organizationId, organizationId),
        eq(users.id, userId),
        customerId === null ? undefined : or(isNull(users.customerId), eq(users.customerId, customerId)),
      ),
    )
    .returning({ id: users.id });
  return rows.length === 1;
}

/** Completes a customer record by what accepting proved: its address, and its name where only that was known. */
export async function completeCustomer(
  db: TenantDb,
  organizationId: string,
  id: string,
  known: { email: string; name: string | undefined },
): Promise<void> {
  const { email, name } = known;
  const isStandIn = sql`${customers.name} = ${standInName(email)}`;
  await db
    .update(customers)
    .set({
      email: sql`coalesce(${customers.email}, ${email})`,
      ...(name !== undefined && {
        name: sql`case when ${isStandIn} then ${name} else ${customers.name} end`,
      }),
      updatedAt: sql`now()`,
    })
    .where(
      and(
        eq(customers.organizationId, organizationId),
        eq(customers.id, id),
        or(isNull(customers.email), isStandIn),
      ),
    );
}

/** What stands in for a name that nobody has told yet. */
export const standInName = (email: string) => email.slice(0, email.indexOf("@"));
