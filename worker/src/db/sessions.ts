import { and, eq, gt, isNull, ne, sql } from "drizzle-orm";
import type { TenantDb } from "./client.ts";
import { sessions } from "./schema/sessions.ts";
import { users } from "./schema/users.ts";
import { customerJson, organizationJson, userJson } from "./wire.ts";

/** Begins a session. */
export async function createSession(db: TenantDb, values: typeof sessions.$inferInsert): Promise<void> {
  await db.insert(sessions).values(values);
}

/** How long a session may rest between refreshes, in PostgreSQL's words. */
export const idle = { portal: "7 days", dashboard: "12 hours" } as const;

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

/** Whether a session can still act for its user, as `portal.enter` has it, where a transaction needs more than it sees. */
export async function isLive(
  db: TenantDb,
  session: { organizationId: string; sessionId: string; userId: string; audience: keyof typeof idle },
): Promise<boolean> {
  const rows = await db
    .select({ id: sessions.id })
    .from(sessions)
    .innerJoin(users, and(eq(users.organizationId, sessions.organizationId), eq(users.id, sessions.userId)))
    .where(
      and(
        eq(sessions.organizationId, session.organizationId),
        eq(sessions.id, session.sessionId),
        eq(sessions.userId, session.userId),
        eq(sessions.audience, session.audience),
        isNull(sessions.revokedAt),
        gt(sessions.expiresAt, sql`now()`),
        isNull(users.disabledAt),
        session.audience === "dashboard" ? ne(users.role, "CUSTOMER") : undefined,
      ),
    );
  return rows.length === 1;
}

/** Ends every session of a user, on both sides, but one that stays; says which. */
export async function revokeSessions(
  db: TenantDb,
  organizationId: string,
  userId: string,
  except?: string,
): Promise<string[]> {
  const rows = await db
    .update(sessions)
    .set({ revokedAt: sql`now()` })
    .where(
      and(
        eq(sessions.organizationId, organizationId),
        eq(sessions.userId, userId),
        isNull(sessions.revokedAt),
        except === undefined ? undefined : ne(sessions.id, except),
      ),
    )
    .returning({ id: sessions.id });
  return rows.map((row) => row.id);
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
