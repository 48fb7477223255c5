import { sql } from "drizzle-orm";
import { read } from "../../db/read.ts";
import { appointmentJson, customerJson, noteJson, organizationJson, taskJson } from "../../db/wire.ts";

const coming = sql`a.organization_id = me.organization_id and a.customer_id = me.customer_id
  and a.ends_at > now() and a.starts_at > now() - interval '1 day' and a.status in ('REQUESTED', 'CONFIRMED')`;
const open = sql`t.organization_id = me.organization_id and t.customer_id = me.customer_id and t.status <> 'DONE'`;
const shared = sql`n.organization_id = me.organization_id and n.customer_id = me.customer_id and n.visibility = 'SHARED'`;

/** All that the overview shows, in one statement: the next 3 appointments, 5 tasks, 3 notes, and how many there are. */
export const getDashboard = read(
  "get_dashboard",
  sql`
  select json_build_object(
    'organization', ${organizationJson},
    'customer', ${customerJson},
    'upcomingAppointments', (select coalesce(json_agg(r.item), '[]') from (
      select ${appointmentJson} as item from portal.appointments a where ${coming} order by a.starts_at, a.id limit 3) r),
    'openTasks', (select coalesce(json_agg(r.item), '[]') from (
      select ${taskJson} as item from portal.tasks t where ${open}
       order by least(t.due_at, 'infinity'::timestamptz), t.id limit 5) r),
    'recentNotes', (select coalesce(json_agg(r.item), '[]') from (
      select ${noteJson} as item from portal.notes n where ${shared} order by n.created_at desc, n.id desc limit 3) r),
    'counts', json_build_object(
      'upcomingAppointments', (select count(*) from portal.appointments a where ${coming}),
      'openTasks', (select count(*) from portal.tasks t where ${open}),
      'notes', (select count(*) from portal.notes n where ${shared})))
    from portal.organizations o
    join portal.customers c on c.organization_id = o.id and c.id = me.customer_id
   where o.id = me.organization_id`,
);
