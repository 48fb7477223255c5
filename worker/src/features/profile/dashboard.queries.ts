import { sql } from "drizzle-orm";
import { read } from "../../db/read.ts";
import { customerJson, organizationJson, userJson } from "../../db/wire.ts";

/** User, customer and organization of an employee's session. */
export const getEmployeeMe = read(
  "get_employee_me",
  sql`
  select json_build_object('user', ${userJson},
           'customer', case when c.id is not null then ${customerJson} end, 'organization', ${organizationJson})
    from portal.users u
    join portal.organizations o on o.id = u.organization_id
    left join portal.customers c on c.organization_id = u.organization_id and c.id = u.customer_id
   where u.organization_id = me.organization_id and u.id = me.user_id`,
);
