import { and, eq, isNull, sql, type SQL } from "drizzle-orm";
import type { TenantDb } from "../../db/client.ts";
import { challenges } from "../../db/schema/challenges.ts";

/** The side of the product that somebody comes from; each lets in its own. */
export type Audience = "portal" | "dashboard";

/** What a challenge proves. */
export type Purpose = (typeof challenges.$inferInsert)["purpose"];

/** Minutes that a mail's link and its code are good for, and how often a code may be tried. */
export const proof = { minutes: 60, codeMinutes: 10, tries: 5 } as const;

/** What a new challenge keeps: hashes of what only its mail says. */
export interface NewChallenge {
  organizationId: string;
  id: string;
  purpose: Purpose;
  /** Where the mail goes. */
  email: string;
  secretHash: string;
  codeHash: string;
}

/** Users `u` who may come in on this side. */
const belongs = (audience: Audience) =>
  audience === "portal" ? sql`u.customer_id is not null` : sql`u.role <> 'CUSTOMER'`;

/** What was proven: for whom, and which address the mail went to. */
export interface Proven {
  userId: string;
  email: string;
}

/** Keeps a challenge for each of `accounts`, by its `id`; a newer one replaces an older one, and its tries. */
const save = (challenge: NewChallenge, accounts: SQL) => sql`
  insert into portal.challenges
    (organization_id, id, user_id, purpose, email, secret_hash, code_hash, expires_at, code_expires_at)
  select ${challenge.organizationId}::uuid, ${challenge.id}::uuid, a.id, ${challenge.purpose}, ${challenge.email},
         ${challenge.secretHash}, ${challenge.codeHash}, now() + make_interval(mins => ${proof.minutes}),
         now() + make_interval(mins => ${proof.codeMinutes})
    from ${accounts} a
  on conflict (organization_id, user_id, purpose) do update set id = excluded.id, email = excluded.email,
    secret_hash = excluded.secret_hash, code_hash = excluded.code_hash, expires_at = excluded.expires_at,
    code_expires_at = excluded.code_expires_at, created_at = now(), attempts = 0, used_at = null`;

/** How to speak to somebody: the customer record's language and time zone, where there is one. */
export interface Manner {
  locale: string | null;
  timeZone: string | null;
}

/**
 * Keeps a challenge for whoever signs in on this side with the challenge's address, and says how to speak to them. One
 * statement whether or not there is somebody, so that the work is the same.
 */
export async function saveReset(
  db: TenantDb,
  audience: Audience,
  challenge: NewChallenge,
): Promise<Manner | undefined> {
  const rows = await db.execute(sql`
    with account as (
      select u.id, c.locale, c.time_zone as "timeZone" from portal.users u
        left join portal.customers c on c.organization_id = u.organization_id and c.id = u.customer_id
       where u.organization_id = ${challenge.organizationId}::uuid and u.email = ${challenge.email}
         and u.disabled_at is null and ${belongs(audience)}),
    saved as (${save(challenge, sql`account`)})
    select locale, "timeZone" from account`);
  return rows[0] as unknown as Manner | undefined;
}

/** Keeps a challenge for a user who is signed in. */
export async function saveChallenge(db: TenantDb, userId: string, challenge: NewChallenge): Promise<void> {
  await db.execute(save(challenge, sql`(select ${userId}::uuid as id)`));
}

/**
 * Takes the challenge of a link, once, in one guarded statement. It locks the user first, as everything does that
 * changes an account: two at once wait for each other, and the second finds the challenge used.
 */
export async function takeByLink(
  db: TenantDb,
  audience: Audience,
  { organizationId, purpose, id, secretHash }: Omit<NewChallenge, "email" | "codeHash">,
): Promise<Proven | undefined> {
  const rows = await db.execute(sql`
    with account as materialized (
      select u.id, u.email from portal.challenges h
        join portal.users u on u.organization_id = h.organization_id and u.id = h.user_id
       where h.organization_id = ${organizationId}::uuid and h.id = ${id}::uuid
         and u.disabled_at is null and ${belongs(audience)}
         for no key update of u)
    update portal.challenges h set used_at = now() from account u
     where h.organization_id = ${organizationId}::uuid and h.id = ${id}::uuid and h.user_id = u.id
       and h.purpose = ${purpose} and h.secret_hash = ${secretHash}
       and h.used_at is null and h.expires_at > now() and ${stillMailed(purpose)}
    returning u.id as "userId", h.email`);
  return rows[0] as unknown as Proven | undefined;
}

/** A mail that went to an address which the account has no longer resets nothing. */
const stillMailed = (purpose: Purpose) => (purpose === "RESET_PASSWORD" ? sql`h.email = u.email` : sql`true`);

/**
 * Counts one try at a code, at most five, and takes the challenge if it fits, in one guarded statement that is the same
 * where there is no such account. `whose` is the account's address, or the id of who is signed in.
 */
export async function tryCode(
  db: TenantDb,
  audience: Audience,
  challenge: { organizationId: string; purpose: Purpose; codeHash: string },
  whose: { email: string } | { userId: string },
): Promise<Proven | undefined> {
  const { organizationId, purpose, codeHash } = challenge;
  const rows = await db.execute(sql`
    with account as materialized (
      select u.id, u.email from portal.users u
       where u.organization_id = ${organizationId}::uuid
         and ${"email" in whose ? sql`u.email = ${whose.email}` : sql`u.id = ${whose.userId}::uuid`}
         and u.disabled_at is null and ${belongs(audience)}
         for no key update)
    update portal.challenges h
       set attempts = h.attempts + 1, used_at = case when h.code_hash = ${codeHash} then now() end
      from account u
     where h.organization_id = ${organizationId}::uuid and h.user_id = u.id and h.purpose = ${purpose}
       and h.used_at is null and h.attempts < ${proof.tries} and h.code_expires_at > now()
       and ${stillMailed(purpose)}
    returning u.id as "userId", h.email, h.used_at is not null as fits`);
  const found = rows[0] as unknown as (Proven & { fits: boolean }) | undefined;
  return found?.fits ? found : undefined;
}

const openOf = (organizationId: string, userId: string) =>
  and(
    eq(challenges.organizationId, organizationId),
    eq(challenges.userId, userId),
    isNull(challenges.usedAt),
  );

/** The address that a code of the signed-in user proves, while there is one. */
export async function findOpenAddress(
  db: TenantDb,
  organizationId: string,
  userId: string,
): Promise<string | undefined> {
  const [row] = await db
    .select({ email: challenges.email })
    .from(challenges)
    .where(and(openOf(organizationId, userId), eq(challenges.purpose, "CHANGE_EMAIL")));
  return row?.email ?? undefined;
}

/** Ends whatever a mail could still prove for a user: who changes a password or an address means all of it. */
export async function closeChallenges(db: TenantDb, organizationId: string, userId: string): Promise<void> {
  await db
    .update(challenges)
    .set({ usedAt: sql`now()` })
    .where(openOf(organizationId, userId));
}
