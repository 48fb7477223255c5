import { and, eq, gt, isNull, sql } from "drizzle-orm";
import type { TenantDb } from "../../db/client.ts";
import { customers } from "../../db/schema/customers.ts";
import { organizations } from "../../db/schema/organizations.ts";
import { sessions } from "../../db/schema/sessions.ts";
import { throttles } from "../../db/schema/throttles.ts";
import { users } from "../../db/schema/users.ts";
import { customerJson, organizationJson, userJson } from "../../db/wire.ts";

/** What the auth flows know of an organization. */
export interface KnownOrganization {
  id: string;
  slug: string;
  name: string;
  registration: "OPEN" | "INVITATION" | "OFF";
  accentColor: string | null;
  allowedOrigins: string[];
}

/** The organization of the transaction. */
export async function getOrganization(
  db: TenantDb,
  organizationId: string,
): Promise<KnownOrganization | undefined> {
  const { id, slug, name, registration, accentColor, allowedOrigins } = organizations;
  const [row] = await db
    .select({ id, slug, name, registration, accentColor, allowedOrigins })
    .from(organizations)
    .where(eq(organizations.id, organizationId));
  return row;
}

/** Makes the organization unless its slug is taken; says whether it did. */
export async function createOrganization(
  db: TenantDb,
  values: { id: string; slug: string; name: string },
): Promise<boolean> {
  const rows = await db
    .insert(organizations)
    .values(values)
    .onConflictDoNothing()
    .returning({ id: organizations.id });
  return rows.length === 1;
}

/** The sign-in row of an address. */
export async function findUser(db: TenantDb, organizationId: string, email: string) {
  const [row] = await db
    .select({
      id: users.id,
      passwordHash: users.passwordHash,
      customerId: users.customerId,
      role: users.role,
      disabledAt: users.disabledAt,
    })
    .from(users)
    .where(and(eq(users.organizationId, organizationId), eq(users.email, email)));
  return row;
}

/** Makes a user; undefined where the address has one already. */
export async function createUser(db: TenantDb, values: typeof users.$inferInsert) {
  const [row] = await db.insert(users).values(values).onConflictDoNothing().returning({ id: users.id });
  return row;
}

/** Makes a customer record. */
export async function createCustomer(db: TenantDb, values: typeof customers.$inferInsert): Promise<void> {
  await db.insert(customers).values(values);
}

/** The one customer record with a proven address that nobody signs in as; undefined for none and for several. */
export async function findUnlinkedCustomer(
  db: TenantDb,
  organizationId: string,
  email: string,
): Promise<string | undefined> {
  const rows = await db
    .select({ id: customers.id })
    .from(customers)
    .leftJoin(
      users,
      and(eq(users.organizationId, customers.organizationId), eq(users.customerId, customers.id)),
    )
    .where(
      and(
        eq(customers.organizationId, organizationId),
        eq(sql`lower(${customers.email})`, email),
        isNull(users.id),
      ),
    )
    .limit(2);
  return rows.length === 1 ? rows[0]!.id : undefined;
}

/** Begins a session. */
export async function createSession(db: TenantDb, values: typeof sessions.$inferInsert): Promise<void> {
  await db.insert(sessions).values(values);
}

/** How long a session may rest between refreshes, in PostgreSQL's words. */
const idle = { portal: "7 days", dashboard: "12 hours" } as const;

/**
 * Advances the session by one, in one guarded statement: the current token advances, its parent within 10 seconds
 * is given the same successor, and anything else revokes. Undefined: the session is not live.
 */
export async function rotateSession(
  db: TenantDb,
  organizationId: string,
  sessionId: string,
  counter: number,
  audience: keyof typeof idle,
) {
  const current = sql`${sessions.counter} = ${counter}`;
  const parent = sql`(${sessions.counter} = ${counter} + 1 and ${sessions.rotatedAt} > clock_timestamp() - interval '10 seconds')`;
  const [row] = await db
    .update(sessions)
    .set({
      counter: sql`case when ${current} then ${sessions.counter} + 1 else ${sessions.counter} end`,
      rotatedAt: sql`case when ${current} then clock_timestamp() else ${sessions.rotatedAt} end`,
      revokedAt: sql`case when ${current} or ${parent} then null else clock_timestamp() end`,
    })
    .where(
      and(
        eq(sessions.organizationId, organizationId),
        eq(sessions.id, sessionId),
        eq(sessions.audience, audience),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql`now()`),
        gt(sessions.rotatedAt, sql`now() - ${idle[audience]}::interval`),
        sql`exists (select from ${users} where ${users.organizationId} = ${sessions.organizationId}
                     and ${users.id} = ${sessions.userId} and ${users.disabledAt} is null)`,
      ),
    )
    .returning({
      userId: sessions.userId,
      counter: sessions.counter,
      revokedAt: sessions.revokedAt,
      expiresAt: sessions.expiresAt,
    });
  return row;
}

/** Ends a session. */
export async function revokeSession(db: TenantDb, organizationId: string, sessionId: string): Promise<void> {
  await db
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        eq(sessions.organizationId, organizationId),
        eq(sessions.id, sessionId),
        isNull(sessions.revokedAt),
      ),
    );
}

/** Whether this user has signed in from this network in the last 30 days. */
export async function isKnownNetwork(
  db: TenantDb,
  organizationId: string,
  userId: string,
  network: string,
): Promise<boolean> {
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .where(
      and(
        eq(sessions.organizationId, organizationId),
        eq(sessions.userId, userId),
        eq(sessions.network, network),
        gt(sessions.createdAt, sql`now() - interval '30 days'`),
      ),
    )
    .limit(1);
  return rows.length === 1;
}

/** Counts one attempt under `id` before it is made; says how many there were in this window and when it ends. */
export async function countAttempt(db: TenantDb, organizationId: string, id: string, windowSeconds: number) {
  const until = sql`now() + make_interval(secs => ${windowSeconds})`;
  const [row] = await db
    .insert(throttles)
    .values({ organizationId, id, count: 1, resetsAt: until as never })
    .onConflictDoUpdate({
      target: [throttles.organizationId, throttles.id],
      set: {
        count: sql`case when ${throttles.resetsAt} <= now() then 1 else ${throttles.count} + 1 end`,
        resetsAt: sql`case when ${throttles.resetsAt} <= now() then ${until} else ${throttles.resetsAt} end`,
      },
    })
    .returning({
      count: throttles.count,
      secondsLeft: sql<number>`greatest(1, ceil(extract(epoch from ${throttles.resetsAt} - now())))::int`,
    });
  return row!;
}

/** Forgets the attempts under `id`. */
export async function clearAttempts(db: TenantDb, organizationId: string, id: string): Promise<void> {
  await db.delete(throttles).where(and(eq(throttles.organizationId, organizationId), eq(throttles.id, id)));
}

/** Who signed in: the part of a session's answer that is not the token. */
export interface SignedIn {
  user: { id: string; role: string };
  customer: { id: string } | null;
  organization: { id: string; slug: string };
}

/** User, customer and organization in their wire shapes. */
export async function getSignedIn(db: TenantDb, organizationId: string, userId: string): Promise<SignedIn> {
  const rows = await db.execute(sql`
    select ${userJson} as "user", case when c.id is not null then ${customerJson} end as customer, ${organizationJson} as organization
      from portal.users u
      join portal.organizations o on o.id = u.organization_id
      left join portal.customers c on c.organization_id = u.organization_id and c.id = u.customer_id
     where u.organization_id = ${organizationId}::uuid and u.id = ${userId}::uuid`);
  return rows[0] as unknown as SignedIn;
}
