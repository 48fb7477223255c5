import { sql } from "drizzle-orm";
import { read } from "../../db/read.ts";
import { organizationRecordJson, userJson } from "../../db/wire.ts";

/** User and organization of an employee's session. */
export const getEmployeeMe = read(
  "get_employee_me",
  sql`
  select json_build_object('user', ${userJson}, 'organization', ${organizationRecordJson})
    from portal.users u
    join portal.organizations o on o.id = u.organization_id
   where u.organization_id = me.organization_id and u.id = me.user_id`,
);
