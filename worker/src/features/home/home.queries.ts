import { sql, type SQL } from "drizzle-orm";
import { read, wireTime } from "../../db/read.ts";
import {
  appointmentRecordJson,
  invitationJson,
  invitationStatus,
  mailRecordJson,
  taskRecordJson,
} from "../../db/wire.ts";
import { countedUpTo } from "./home.schemas.ts";

const most = sql.raw(String(countedUpTo));
const [today, first] = [sql.raw("50"), sql.raw("5")];

/** How many rows there are, read no further than `countedUpTo`. By an index: the order leaves no other way. */
const count = (from: SQL, order: SQL) =>
  sql`(select count(*) from (select 1 ${from} order by ${order} limit ${most}) counted)`;

/** Whether there is a row, found by the index of an order. */
const isAny = (from: SQL, order: SQL) =>
  sql`(select count(*) > 0 from (select 1 ${from} order by ${order} limit 1) found)`;

/** The wire shapes of the first rows, in their order. */
const list = (json: SQL, from: SQL, order: SQL, limit: SQL) => sql`
  (select coalesce(json_agg(r.item), '[]') from (select ${json} as item ${from} order by ${order} limit ${limit}) r)`;

const dayOf = (days: string) =>
  sql`(date_trunc('day', now() at time zone o.time_zone) + interval '${sql.raw(days)} day') at time zone o.time_zone`;

const appointments = sql`from portal.appointments a
  where a.organization_id = me.organization_id and a.status <> 'CANCELLED'
    and a.starts_at >= day.begins and a.starts_at < day.ends`;
const overdue = sql`from portal.tasks t
  where t.organization_id = me.organization_id and t.status <> 'DONE' and t.due_at < now()`;
const failed = sql`from portal.outbox m
  where m.organization_id = me.organization_id and m.failed_at is not null
    and m.created_at > now() - interval '30 days'`;

/** Open invitations before or after their end. Bounded before it is known which of them still count. */
const invitations = (ends: SQL, order: SQL) => sql`from (
    select * from portal.invitations v
     where v.organization_id = me.organization_id and v.accepted_at is null and v.revoked_at is null and ${ends}
     order by ${order} limit ${most}) v`;
const waiting = sql`${invitations(sql`v.expires_at > now()`, sql`v.expires_at, v.id`)} where ${invitationStatus} = 'PENDING'`;
const expired = sql`${invitations(sql`v.expires_at <= now()`, sql`v.expires_at desc, v.id desc`)} where ${invitationStatus} = 'EXPIRED'`;

/** What customers did: with whose act it was, and the title of a task. */
const activities = sql`(select coalesce(json_agg(json_build_object('id', g.id, 'at', ${wireTime(sql`g.at`)},
    'action', g.action, 'entity', g.entity, 'entityId', g.entity_id,
    'actor', json_build_object('id', g.actor_id, 'name', g.actor_name, 'kind', g.actor_kind),
    'customer', (select json_build_object('id', c.id, 'name', c.name)
      from portal.users u join portal.customers c on c.organization_id = u.organization_id and c.id = u.customer_id
     where u.organization_id = g.organization_id and u.id = g.actor_id),
    'title', (select t.title from portal.tasks t
      where g.entity = 'task' and t.organization_id = g.organization_id and t.id = g.entity_id))
    order by g.at desc, g.id desc), '[]')
  from (select * from portal.audit_log g
         where g.organization_id = me.organization_id and g.actor_kind = 'CUSTOMER'
         order by g.at desc, g.id desc limit 15) g)`;

const customersOfEmployees = sql`(select 1 from portal.users u
  where u.organization_id = c.organization_id and u.customer_id = c.id and u.role <> 'CUSTOMER')`;
const customers = sql`from portal.customers c where c.organization_id = me.organization_id`;
const invited = sql`from portal.invitations v where v.organization_id = me.organization_id and v.role = 'CUSTOMER'`;
const account = sql`from portal.users u where u.organization_id = me.organization_id and u.customer_id is not null`;

/** The steps of the first run: what is there says which are done. Employees who are customers too do not count. */
const steps = {
  LOOK: sql`o.accent_color is not null or o.logo_url is not null`,
  CUSTOMER: isAny(sql`${customers} and not exists ${customersOfEmployees}`, sql`c.id`),
  WEBSITE: sql`o.portal_url is not null`,
  EMBED: sql`o.embed_seen_at is not null`,
  INVITATION: sql`${isAny(invited, sql`v.created_at desc, v.id desc`)}
    or ${isAny(sql`${account} and u.role = 'CUSTOMER'`, sql`u.customer_id`)}`,
};
const setup = sql`json_build_object(
  'steps', json_build_array(${sql.join(
    Object.entries(steps).map(
      ([id, done]) => sql`json_build_object('id', '${sql.raw(id)}', 'done', ${done})`,
    ),
    sql`, `,
  )}),
  'dismissedAt', ${wireTime(sql`o.setup_dismissed_at`)})`;

/** All that the console's first page shows, in one statement; every part of it is bounded. */
export const getHome = read(
  "get_home",
  sql`
  select json_build_object(
    'appointments', ${list(appointmentRecordJson, appointments, sql`a.starts_at, a.id`, today)},
    'overdueTasks', json_build_object('count', ${count(overdue, sql`t.due_at, t.id`)},
      'items', ${list(taskRecordJson, overdue, sql`t.due_at, t.id`, sql.raw("10"))}),
    'invitations', json_build_object('pending', ${count(waiting, sql`v.expires_at, v.id`)},
      'expired', ${count(expired, sql`v.expires_at, v.id`)},
      'items', ${list(invitationJson, waiting, sql`v.expires_at, v.id`, first)}),
    'failedMails', json_build_object('count', ${count(failed, sql`m.created_at desc, m.id desc`)},
      'items', ${list(mailRecordJson, failed, sql`m.created_at desc, m.id desc`, first)}),
    'activities', ${activities},
    'counts', json_build_object(
      'customers', ${count(customers, sql`c.id`)},
      'customersWithAccount', ${count(account, sql`u.customer_id`)}),
    'setup', ${setup})
    from portal.organizations o,
         lateral (select ${dayOf("0")} as begins, ${dayOf("1")} as ends offset 0) day
   where o.id = me.organization_id`,
);
