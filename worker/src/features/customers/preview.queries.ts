import { sql } from "drizzle-orm";
import type { Employee, TenantDb } from "../../db/client.ts";
import { customerJson, organizationJson, userJson } from "../../db/wire.ts";

/** Who a preview shows, and how long the employee's session that it hangs on still lives. */
export interface Previewed {
  customer: object;
  user: object | null;
  organization: object;
  secondsLeft: number;
}

/** What a preview of a customer answers beside its token; undefined where there is no such customer. */
export async function findPreviewed(
  db: TenantDb,
  me: Employee,
  sessionId: string,
  customerId: string,
): Promise<Previewed | undefined> {
  const rows = await db.execute(sql`
    select ${customerJson} as customer, ${organizationJson} as organization,
           case when u.id is not null then ${userJson} end as "user",
           floor(extract(epoch from s.expires_at - now()))::int as "secondsLeft"
      from portal.customers c
      join portal.organizations o on o.id = c.organization_id
      join portal.sessions s on s.organization_id = c.organization_id and s.id = ${sessionId}::uuid
      left join portal.users u on u.organization_id = c.organization_id and u.customer_id = c.id and u.role = 'CUSTOMER'
     where c.organization_id = ${me.organization_id}::uuid and c.id = ${customerId}::uuid`);
  return rows[0] as unknown as Previewed | undefined;
}
