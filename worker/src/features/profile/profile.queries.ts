import { and, eq, sql } from "drizzle-orm";
import type { TenantDb } from "../../db/client.ts";
import { read } from "../../db/read.ts";
import { customers } from "../../db/schema/customers.ts";
import { users } from "../../db/schema/users.ts";
import { customerJson, organizationJson, userJson } from "../../db/wire.ts";
import { PorticoError } from "../../errors.ts";

/** User, customer and organization of the session. */
export const getMe = read(
  "get_me",
  sql`
  select json_build_object('user', ${userJson}, 'customer', ${customerJson}, 'organization', ${organizationJson})
    from portal.users u
    join portal.organizations o on o.id = u.organization_id
    join portal.customers c on c.organization_id = u.organization_id and c.id = u.customer_id
   where u.organization_id = me.organization_id and u.id = me.user_id`,
);

/** What a customer may change of themselves. */
export interface Profile {
  name: string;
  phone: string | null;
  address: string | null;
  timeZone: string | null;
  locale: string | null;
}

/** Replaces the profile, on the customer record and, where it is the name, on the user who signs in as it. */
export async function updateMe(
  db: TenantDb,
  me: { organization_id: string; user_id: string; customer_id: string },
  profile: Profile,
) {
  // The user before the record, as everywhere, so that two changes at once wait rather than block each other.
  await db
    .update(users)
    .set({ name: profile.name, updatedAt: sql`now()` })
    .where(and(eq(users.organizationId, me.organization_id), eq(users.id, me.user_id)));
  await db
    .update(customers)
    .set({ ...profile, updatedAt: sql`now()` })
    .where(and(eq(customers.organizationId, me.organization_id), eq(customers.id, me.customer_id)));
  const rows = await db.execute(sql`
    select json_build_object('user', ${userJson}, 'customer', ${customerJson}, 'organization', ${organizationJson})::text as body
      from portal.users u
      join portal.organizations o on o.id = u.organization_id
      join portal.customers c on c.organization_id = u.organization_id and c.id = u.customer_id
     where u.organization_id = ${me.organization_id}::uuid and u.id = ${me.user_id}::uuid`);
  // Deleted while the request was under way, and the session with it.
  if (!rows[0]) throw new PorticoError("UNAUTHENTICATED", { detail: "The account has been deleted." });
  return { body: String(rows[0].body) };
}
