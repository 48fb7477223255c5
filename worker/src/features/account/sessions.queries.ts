import { sql, type SQL } from "drizzle-orm";
import type { Entered, TenantDb } from "../../db/client.ts";
import { placeholder, read, wireTime } from "../../db/read.ts";
import { idle } from "../../db/sessions.ts";

/** A session of the list, before its device and network are put into words. */
export interface SessionRow {
  id: string;
  audience: "portal" | "dashboard";
  isCurrent: boolean;
  userAgent: string | null;
  network: string | null;
  createdAt: string;
  lastUsedAt: string;
  expiresAt: string;
}

const rests = sql.raw(
  `case s.audience when 'portal' then interval '${idle.portal}' else interval '${idle.dashboard}' end`,
);

/** Live sessions: the one that asks first, then the last used. A hundred at most. */
const liveSessions = (whose: SQL) => sql`
  (select coalesce(json_agg(json_build_object('id', s.id, 'audience', s.audience,
           'isCurrent', s.id = ${placeholder("session")}::uuid, 'userAgent', s.user_agent, 'network', s.network,
           'createdAt', ${wireTime(sql`s.created_at`)}, 'lastUsedAt', ${wireTime(sql`s.rotated_at`)},
           'expiresAt', ${wireTime(sql`s.expires_at`)})
           order by s.id = ${placeholder("session")}::uuid desc, s.rotated_at desc, s.id), '[]')
    from (
      select * from portal.sessions s
       where s.organization_id = me.organization_id and ${whose}
         and s.revoked_at is null and s.expires_at > now() and s.rotated_at > now() - ${rests}
       order by s.created_at desc limit 100
    ) s)`;

/** Those of whoever is signed in, on both sides. */
export const listSessions = read("list_sessions", sql`select ${liveSessions(sql`s.user_id = me.user_id`)}`);

/** The account of customer `c`; an employee's own is theirs. */
const accountOfCustomer = sql`(select u.id from portal.users u
  where u.organization_id = c.organization_id and u.customer_id = c.id and u.role = 'CUSTOMER')`;

/** Those of a customer; placeholder `id`. */
export const listCustomerSessions = read(
  "list_customer_sessions",
  sql`select ${liveSessions(sql`s.user_id = ${accountOfCustomer}`)} from portal.customers c
    where c.organization_id = me.organization_id and c.id = ${placeholder("id")}::uuid`,
);

/** A customer's account, undefined where nobody but an employee signs in as it; null where there is no customer. */
export async function findCustomerAccount(
  db: TenantDb,
  organizationId: string,
  customerId: string,
): Promise<string | undefined | null> {
  const rows = await db.execute(sql`select ${accountOfCustomer} as account from portal.customers c
    where c.organization_id = ${organizationId}::uuid and c.id = ${customerId}::uuid`);
  return rows[0] ? ((rows[0].account as string | null) ?? undefined) : null;
}

/** Ends a user's session: whether it was still open, or undefined where there is none with this id. */
export async function endSession(
  db: TenantDb,
  me: Pick<Entered, "organization_id" | "user_id">,
  id: string,
): Promise<boolean | undefined> {
  const rows = await db.execute(sql`
    with mine as materialized (
      select s.organization_id, s.id, s.revoked_at from portal.sessions s
       where s.organization_id = ${me.organization_id}::uuid and s.id = ${id}::uuid and s.user_id = ${me.user_id}::uuid
         for update)
    update portal.sessions s set revoked_at = coalesce(s.revoked_at, now()) from mine
     where s.organization_id = mine.organization_id and s.id = mine.id
    returning mine.revoked_at is null as open`);
  return rows[0]?.open as boolean | undefined;
}
