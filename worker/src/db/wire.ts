import { sql } from "drizzle-orm";
import { inviters } from "../lib/roles.ts";
import { wireTime } from "./read.ts";

/*
 * The wire shape of each entity, built by PostgreSQL, so that a read's answer needs neither parsing nor serializing
 * in the Worker. The aliases are part of the contract: o, u, c, a, t, n, v, l, g as in the queries that use them.
 */
const time = (column: string) => wireTime(sql.raw(column));

const organizationFields = sql`'id', o.id, 'slug', o.slug, 'name', o.name,
  'timeZone', o.time_zone, 'locale', o.locale, 'registration', o.registration,
  'branding', json_build_object('accentColor', o.accent_color, 'logoUrl', o.logo_url),
  'terms', o.terms`;

/** Organization `o`. */
export const organizationJson = sql`json_build_object(${organizationFields})`;

/** Organization `o`, as its employees see it. */
export const organizationRecordJson = sql`json_build_object(${organizationFields},
  'allowedOrigins', o.allowed_origins, 'portalUrl', o.portal_url, 'contactEmail', o.contact_email,
  'embedSeenAt', ${time("o.embed_seen_at")}, 'embedSeenUrl', o.embed_seen_url,
  'setupDismissedAt', ${time("o.setup_dismissed_at")},
  'createdAt', ${time("o.created_at")}, 'updatedAt', ${time("o.updated_at")})`;

/** User `u`. */
export const userJson = sql`json_build_object('id', u.id, 'email', u.email, 'name', u.name, 'role', u.role,
  'emailVerifiedAt', ${time("u.email_verified_at")})`;

/** When a session of user `u` was last used: refreshing is what using it for longer does. */
const lastSeenAt = sql`(select ${time("max(s.rotated_at)")} from portal.sessions s
  where s.organization_id = u.organization_id and s.user_id = u.id)`;

/** User `u`, who is an employee. */
export const employeeJson = sql`json_build_object('id', u.id, 'email', u.email, 'name', u.name, 'role', u.role,
  'disabledAt', ${time("u.disabled_at")}, 'lastSeenAt', ${lastSeenAt},
  'createdAt', ${time("u.created_at")}, 'updatedAt', ${time("u.updated_at")})`;

const customerFields = sql`'id', c.id, 'externalId', c.external_id, 'name', c.name,
  'email', c.email, 'phone', c.phone, 'address', c.address, 'timeZone', c.time_zone, 'locale', c.locale,
  'createdAt', ${time("c.created_at")}, 'updatedAt', ${time("c.updated_at")}`;

/** Customer `c`. */
export const customerJson = sql`json_build_object(${customerFields})`;

/**
 * What employees see of a row of the alias beyond what its customer sees: its external id, and whose it is with `more`
 * of them.
 */
const customerOf = (alias: string, more = "") => sql`'externalId', ${sql.raw(alias)}.external_id,
  'customer', (select json_build_object('id', c.id, 'name', c.name${sql.raw(more)})
  from portal.customers c where c.organization_id = ${sql.raw(alias)}.organization_id and c.id = ${sql.raw(alias)}.customer_id)`;

const appointmentFields = sql`'id', a.id, 'customerId', a.customer_id, 'title', a.title,
  'description', a.description, 'status', a.status, 'startsAt', ${time("a.starts_at")}, 'endsAt', ${time("a.ends_at")},
  'timeZone', a.time_zone, 'location', a.location, 'meetingUrl', a.meeting_url,
  'employee', (select json_build_object('id', e.id, 'name', e.name) from portal.users e
                where e.organization_id = a.organization_id and e.id = a.employee_id),
  'createdAt', ${time("a.created_at")}, 'updatedAt', ${time("a.updated_at")}`;

/** Appointment `a`. */
export const appointmentJson = sql`json_build_object(${appointmentFields})`;

/** How many others of its employee take place at the same time; the constraint on their length bounds the search. */
const overlaps = sql`(select count(*) from portal.appointments b
  where b.organization_id = a.organization_id and b.employee_id = a.employee_id and b.id <> a.id
    and b.starts_at > a.starts_at - interval '48 hours' and b.starts_at < a.ends_at and b.ends_at > a.starts_at
    and a.status in ('REQUESTED', 'CONFIRMED') and b.status in ('REQUESTED', 'CONFIRMED'))`;

/** Appointment `a`, as employees see it: with whose it is, and how many others are in its way. */
export const appointmentRecordJson = sql`json_build_object(${appointmentFields}, 'overlaps', ${overlaps}, ${customerOf("a", ", 'timeZone', c.time_zone")})`;

const taskFields = sql`'id', t.id, 'customerId', t.customer_id, 'title', t.title,
  'description', t.description, 'status', t.status, 'priority', t.priority, 'dueAt', ${time("t.due_at")},
  'completedAt', ${time("t.completed_at")}, 'createdAt', ${time("t.created_at")}, 'updatedAt', ${time("t.updated_at")}`;

/** Task `t`. */
export const taskJson = sql`json_build_object(${taskFields})`;

/** Task `t`, as employees see it: with whose it is. */
export const taskRecordJson = sql`json_build_object(${taskFields}, ${customerOf("t")})`;

const noteFields = sql`'id', n.id, 'customerId', n.customer_id, 'title', n.title, 'body', n.body,
  'author', (select json_build_object('id', e.id, 'name', e.name) from portal.users e
              where e.organization_id = n.organization_id and e.id = n.author_id),
  'createdAt', ${time("n.created_at")}, 'updatedAt', ${time("n.updated_at")}`;

/** Note `n`, as a customer sees it: without its visibility. */
export const noteJson = sql`json_build_object(${noteFields})`;

/** Note `n`, as employees see it: with whose it is and who may read it. */
export const noteRecordJson = sql`json_build_object(${noteFields}, 'visibility', n.visibility, ${customerOf("n")})`;

/** Mail `m`, as employees see it: never its subject or words, which may hold a code or a link. */
export const mailRecordJson = sql`json_build_object('id', m.id, 'kind', m.kind, 'to', m.to_address,
  'status', case when m.sent_at is not null then 'SENT' when m.failed_at is not null then 'FAILED' else 'QUEUED' end,
  'attempts', m.attempts,
  'dueAt', case when m.sent_at is null and m.failed_at is null then ${time("m.due_at")} end,
  'sentAt', ${time("m.sent_at")}, 'failedAt', ${time("m.failed_at")},
  'lastError', case when m.last_error is not null then json_build_object('code', split_part(m.last_error, ' ', 1),
    'message', substr(m.last_error, strpos(m.last_error, ' ') + 1)) end,
  'createdAt', ${time("m.created_at")}, 'updatedAt', ${time("m.updated_at")})`;

const person = (alias: string, column: string) =>
  sql.raw(`(select json_build_object('id', p.id, 'name', p.name) from portal.users p
    where p.organization_id = ${alias}.organization_id and p.id = ${column})`);

/** Whether who invited may still do so: nobody who has gone or been demoted, and no revoked key, leaves an open door. */
const mayStillInvite = sql.raw(`exists (select from portal.users i
  where i.organization_id = v.organization_id and i.id = v.invited_by and i.disabled_at is null and (${Object.entries(
    inviters,
  )
    .map(([role, may]) => `v.role = '${role}' and i.role in ('${may.join("', '")}')`)
    .join(" or ")}))
  or v.role = 'CUSTOMER' and exists (select from portal.api_keys k
    where k.organization_id = v.organization_id and k.id = v.invited_by_key and k.revoked_at is null)`);

/** Where invitation `v` stands now. */
export const invitationStatus = sql`case when v.accepted_at is not null then 'ACCEPTED'
  when v.revoked_at is not null or not (${mayStillInvite}) then 'REVOKED'
  when v.expires_at <= now() then 'EXPIRED' else 'PENDING' end`;

/** What customer `c` comes for next. */
const nextAppointment = sql`(select json_build_object('id', a.id, 'startsAt', ${time("a.starts_at")},
    'timeZone', a.time_zone, 'title', a.title)
  from portal.appointments a
 where a.organization_id = c.organization_id and a.customer_id = c.id
   and a.starts_at > now() - interval '48 hours' and a.ends_at > now() and a.status in ('REQUESTED', 'CONFIRMED')
 order by a.starts_at, a.id limit 1)`;

/** Customer `c`, as employees see it: with who signs in as it, and what is under way. */
export const customerRecordJson = sql`json_build_object(${customerFields},
  'account', (select json_build_object('userId', u.id, 'email', u.email, 'role', u.role,
      'disabledAt', ${time("u.disabled_at")}, 'lastSeenAt', ${lastSeenAt})
    from portal.users u where u.organization_id = c.organization_id and u.customer_id = c.id),
  'invitation', (select json_build_object('id', v.id, 'status', ${invitationStatus}, 'expiresAt', ${time("v.expires_at")})
    from portal.invitations v where v.organization_id = c.organization_id and v.customer_id = c.id
   order by v.created_at desc, v.id desc limit 1),
  'nextAppointment', ${nextAppointment},
  'openTasks', (select count(*) from portal.tasks t
    where t.organization_id = c.organization_id and t.customer_id = c.id and t.status <> 'DONE'))`;

/** How far customer `c` of a read is on the way to signing in: one of `accountStates`. */
export const accountState = sql`coalesce(
  (select case when u.disabled_at is null then 'ACTIVE' else 'DISABLED' end from portal.users u
    where u.organization_id = me.organization_id and u.customer_id = c.id),
  (select case ${invitationStatus} when 'PENDING' then 'INVITED' when 'EXPIRED' then 'EXPIRED' end
     from portal.invitations v where v.organization_id = me.organization_id and v.customer_id = c.id
      and v.accepted_at is null and v.revoked_at is null limit 1),
  'NONE')`;

/** Invitation `v`, without its secret. */
export const invitationJson = sql`json_build_object('id', v.id, 'email', v.email, 'name', v.name, 'role', v.role,
  'customerId', v.customer_id, 'status', ${invitationStatus}, 'expiresAt', ${time("v.expires_at")},
  'sentAt', ${time("v.sent_at")}, 'createdAt', ${time("v.created_at")}, 'updatedAt', ${time("v.updated_at")},
  'invitedBy', ${person("v", "v.invited_by")})`;

/** Import `l`. */
export const importJson = sql`json_build_object('id', l.id, 'status', l.status, 'counts', json_build_object(
    'total', l.total, 'ready', l.ready, 'invalid', l.invalid, 'skipped', l.skipped, 'invited', l.invited),
  'createdAt', ${time("l.created_at")}, 'confirmedAt', ${time("l.confirmed_at")},
  'finishedAt', ${time("l.finished_at")})`;
/** What a table's row that an entry is about is called now, and whose it is. */
const named = (table: string, name: string, customer = "null") =>
  sql.raw(`(select json_build_object('name', r.${name}, 'customerId', ${customer}) from portal.${table} r
    where r.organization_id = g.organization_id and r.id = g.entity_id)`);

/** What the record of entry `g` is now; an entry itself holds only what changed. */
const auditRecord = sql`case g.entity
  when 'customer' then ${named("customers", "name", "r.id")}
  when 'appointment' then ${named("appointments", "title", "r.customer_id")}
  when 'task' then ${named("tasks", "title", "r.customer_id")}
  when 'note' then ${named("notes", "title", "r.customer_id")}
  when 'invitation' then ${named("invitations", "name", "r.customer_id")}
  when 'employee' then ${named("users", "name")}
  when 'mail' then ${named("outbox", "to_address")}
  when 'api_key' then ${named("api_keys", "name")}
end`;

/** Entry `g` of the audit log. */
export const auditEntryJson = sql`json_build_object('id', g.id, 'at', ${time("g.at")},
  'actor', json_build_object('id', g.actor_id, 'name', g.actor_name, 'kind', g.actor_kind), 'action', g.action,
  'entity', g.entity, 'entityId', g.entity_id, 'record', ${auditRecord}, 'before', g.before, 'after', g.after,
  'network', g.network, 'userAgent', g.user_agent, 'requestId', g.request_id)`;

/** Secret key `k`, without its secret. */
export const apiKeyJson = sql`json_build_object('id', k.id, 'name', k.name, 'scopes', k.scopes, 'lastFour', k.last_four,
  'status', case when k.revoked_at is not null then 'REVOKED' when k.expires_at <= now() then 'EXPIRED' else 'ACTIVE' end,
  'createdBy', ${person("k", "k.created_by")}, 'expiresAt', ${time("k.expires_at")},
  'revokedAt', ${time("k.revoked_at")},
  'lastUsedAt', (select ${time("w.used_at")} from portal.api_key_uses w
    where w.organization_id = k.organization_id and w.id = k.id),
  'createdAt', ${time("k.created_at")}, 'updatedAt', ${time("k.updated_at")})`;
