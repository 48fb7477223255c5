import { and, eq, sql } from "drizzle-orm";
import type { Change } from "../../db/audit.ts";
import type { TenantDb } from "../../db/client.ts";
import { read } from "../../db/read.ts";
import { users } from "../../db/schema/users.ts";
import { customerJson, organizationJson, userJson } from "../../db/wire.ts";
import { PorticoError } from "../../errors.ts";

/** User, customer and organization of the session. */
export const getMe = read(
  "get_me",
  sql`
  select json_build_object('user', case when u.id is not null then ${userJson} end,
           'customer', ${customerJson}, 'organization', ${organizationJson})
    from portal.customers c
    join portal.organizations o on o.id = c.organization_id
    left join portal.users u on u.organization_id = c.organization_id and u.id = me.user_id
   where c.organization_id = me.organization_id and c.id = me.customer_id`,
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
  const rows = await db.execute(sql`
    with old as materialized (
      select c.*, ${customerJson}::text as shown from portal.customers c
       where c.organization_id = ${me.organization_id}::uuid and c.id = ${me.customer_id}::uuid for update)
    update portal.customers c
       set name = ${profile.name}, phone = ${profile.phone}, address = ${profile.address},
           time_zone = ${profile.timeZone}, locale = ${profile.locale}, updated_at = now()
      from old where c.organization_id = old.organization_id and c.id = old.id
    returning old.shown as before, ${customerJson}::text as after,
      (select json_build_object('user', ${userJson}, 'customer', ${customerJson}, 'organization', ${organizationJson})
         from portal.users u join portal.organizations o on o.id = u.organization_id
        where u.organization_id = ${me.organization_id}::uuid and u.id = ${me.user_id}::uuid)::text as body`);
  const [row] = rows as unknown as { body: string; before: string; after: string }[];
  // Deleted while the request was under way, and the session with it.
  if (!row) throw new PorticoError("UNAUTHENTICATED", { detail: "The account has been deleted." });
  const { body, before, after } = row;
  const change: Change = { entity: "customer", id: me.customer_id, before, after };
  return { body, change };
}
