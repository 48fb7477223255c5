-- The spine: organizations, users, customers, what customers see, sessions, and the outbox.
-- Every table that belongs to an organization: primary key (organization_id, id), foreign keys that carry
-- organization_id, row-level security enabled and forced. See docs/architecture.md, "Tenancy".

create schema if not exists portal;
revoke all on schema portal from public;
grant usage on schema portal to portico_worker, portico_lookup;

-- What the transaction is allowed to see. A setting local to a finished transaction reads back as ''.
create function portal.current_organization() returns uuid language sql stable
  return nullif(current_setting('portal.organization_id', true), '')::uuid;
create function portal.current_customer() returns uuid language sql stable
  return nullif(current_setting('portal.customer_id', true), '')::uuid;
create function portal.current_audience() returns text language sql stable
  return nullif(current_setting('portal.audience', true), '');

create table portal.organizations (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$'),
  name text not null,
  time_zone text not null default 'UTC',
  locale text not null default 'en',
  registration text not null default 'OPEN' check (registration in ('OPEN', 'INVITATION', 'OFF')),
  accent_color text check (accent_color ~ '^#[0-9a-f]{6}$'),
  logo_url text,
  allowed_origins text[] not null default '{}',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index organizations_allowed_origins on portal.organizations using gin (allowed_origins);

create table portal.customers (
  organization_id uuid not null references portal.organizations on delete cascade,
  id uuid not null,
  external_id text,
  name text not null,
  email text,
  phone text,
  address text,
  time_zone text,
  locale text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create unique index customers_external_id on portal.customers (organization_id, external_id);
create index customers_email on portal.customers (organization_id, lower(email));

create table portal.users (
  organization_id uuid not null references portal.organizations on delete cascade,
  id uuid not null,
  email text not null check (email = lower(email)),
  name text not null,
  role text not null check (role in ('OWNER', 'ADMIN', 'EMPLOYEE', 'CUSTOMER')),
  password_hash text not null,
  customer_id uuid,
  email_verified_at timestamptz,
  disabled_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references portal.customers (organization_id, id),
  check (role <> 'CUSTOMER' or customer_id is not null)
);
create unique index users_email on portal.users (organization_id, email);
create unique index users_customer on portal.users (organization_id, customer_id);
create index users_email_everywhere on portal.users (email);

create table portal.sessions (
  organization_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  audience text not null check (audience in ('portal', 'dashboard')),
  counter integer not null default 0,
  created_at timestamptz not null default now(),
  rotated_at timestamptz not null default now(),
  expires_at timestamptz not null,
  revoked_at timestamptz,
  user_agent text,
  network text,
  primary key (organization_id, id),
  foreign key (organization_id, user_id) references portal.users (organization_id, id) on delete cascade
);
create index sessions_user on portal.sessions (organization_id, user_id, created_at desc);

create table portal.registrations (
  organization_id uuid not null references portal.organizations on delete cascade,
  id uuid not null,
  email text not null check (email = lower(email)),
  name text not null,
  password_hash text not null,
  code_hash text not null,
  attempts integer not null default 0,
  expires_at timestamptz not null,
  primary key (organization_id, id)
);
create unique index registrations_email on portal.registrations (organization_id, email);

-- Failures and mails counted in a window, so that an account under attack slows down and recovers by itself.
create table portal.throttles (
  -- The nil UUID counts for the whole deployment: signing in without naming an organization.
  organization_id uuid not null,
  id text not null,
  count integer not null default 0,
  resets_at timestamptz not null,
  primary key (organization_id, id)
);

create table portal.outbox (
  organization_id uuid not null references portal.organizations on delete cascade,
  id uuid not null,
  to_address text not null,
  subject text not null check (subject !~ '[\r\n]'),
  text_body text not null,
  html_body text not null,
  created_at timestamptz not null default now(),
  sent_at timestamptz,
  primary key (organization_id, id)
);
create index outbox_newest on portal.outbox (organization_id, created_at desc, id desc);

create table portal.appointments (
  organization_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  employee_id uuid,
  title text not null,
  description text,
  status text not null default 'REQUESTED'
    check (status in ('REQUESTED', 'CONFIRMED', 'CANCELLED', 'COMPLETED', 'NO_SHOW')),
  starts_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > starts_at),
  time_zone text not null,
  location text,
  meeting_url text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references portal.customers (organization_id, id) on delete cascade,
  foreign key (organization_id, employee_id) references portal.users (organization_id, id)
);
create index appointments_customer on portal.appointments (organization_id, customer_id, starts_at, id);

create table portal.tasks (
  organization_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  title text not null,
  description text,
  status text not null default 'OPEN' check (status in ('OPEN', 'IN_PROGRESS', 'DONE')),
  priority text not null default 'NORMAL' check (priority in ('LOW', 'NORMAL', 'HIGH')),
  due_at timestamptz,
  completed_at timestamptz check ((status = 'DONE') = (completed_at is not null)),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references portal.customers (organization_id, id) on delete cascade
);
-- Tasks without a date come last; one expression serves the order and the cursor.
create index tasks_due on portal.tasks
  (organization_id, customer_id, (coalesce(due_at, 'infinity'::timestamptz)), id);
create index tasks_completed on portal.tasks (organization_id, customer_id, completed_at desc, id desc)
  where status = 'DONE';

create table portal.notes (
  organization_id uuid not null,
  id uuid not null,
  customer_id uuid not null,
  author_id uuid,
  title text not null,
  body text not null,
  visibility text not null default 'INTERNAL' check (visibility in ('SHARED', 'INTERNAL')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references portal.customers (organization_id, id) on delete cascade,
  foreign key (organization_id, author_id) references portal.users (organization_id, id)
);
create index notes_shared on portal.notes (organization_id, customer_id, created_at desc, id desc)
  where visibility = 'SHARED';

-- Row-level security: the tenant everywhere, the customer and the visibility where a portal session reads.
do $$
declare name text;
begin
  foreach name in array array['organizations', 'customers', 'users', 'sessions', 'registrations', 'throttles',
    'outbox', 'appointments', 'tasks', 'notes'] loop
    execute format('alter table portal.%I enable row level security', name);
    execute format('alter table portal.%I force row level security', name);
  end loop;
  foreach name in array array['users', 'sessions', 'registrations', 'throttles', 'outbox'] loop
    execute format('create policy tenant on portal.%I using (organization_id = portal.current_organization())', name);
  end loop;
  foreach name in array array['appointments', 'tasks'] loop
    execute format('create policy tenant on portal.%I using (organization_id = portal.current_organization()
      and (portal.current_audience() is distinct from ''portal'' or customer_id = portal.current_customer()))', name);
  end loop;
end $$;
create policy tenant on portal.organizations using (id = portal.current_organization());
create policy tenant on portal.customers using (organization_id = portal.current_organization()
  and (portal.current_audience() is distinct from 'portal' or id = portal.current_customer()));
create policy tenant on portal.notes using (organization_id = portal.current_organization()
  and (portal.current_audience() is distinct from 'portal'
    or (customer_id = portal.current_customer() and visibility = 'SHARED')));

grant select, insert, update, delete on all tables in schema portal to portico_worker;
revoke delete on portal.organizations from portico_worker;

-- Sets what this transaction may see from a live session, and says whose it is; no row where it is not live.
-- `rows 1` matters: with the default of 1000 the planner leaves the indexes (docs/src/content/docs/guides/performance.md).
create function portal.enter(p_organization uuid, p_session uuid, p_audience text, p_origin text)
returns table (organization_id uuid, user_id uuid, customer_id uuid, role text, origin_allowed boolean)
language plpgsql volatile rows 1 as $$
begin
  perform set_config('portal.organization_id', p_organization::text, true),
          set_config('portal.customer_id', '', true),
          set_config('portal.audience', '', true);
  select u.organization_id, u.id, u.customer_id, u.role, p_origin is null or p_origin = any (o.allowed_origins)
    into organization_id, user_id, customer_id, role, origin_allowed
    from portal.sessions s
    join portal.users u on u.organization_id = s.organization_id and u.id = s.user_id
    join portal.organizations o on o.id = s.organization_id
   where s.organization_id = p_organization and s.id = p_session and s.audience = p_audience
     and s.revoked_at is null and s.expires_at > now() and u.disabled_at is null
     and (p_audience = 'portal' or u.role <> 'CUSTOMER');
  if not found then
    perform set_config('portal.organization_id', '', true);
    return;
  end if;
  perform set_config('portal.customer_id', coalesce(customer_id::text, ''), true),
          set_config('portal.audience', p_audience, true);
  return next;
end $$;

-- The only look-ups that cross organizations, each one answer wide, owned by a role that can do nothing else.
create policy lookup on portal.organizations for select to portico_lookup using (true);
create policy lookup on portal.users for select to portico_lookup using (true);
grant select (id, slug, name, allowed_origins) on portal.organizations to portico_lookup;
grant select (organization_id, id, email, password_hash, disabled_at) on portal.users to portico_lookup;

create function portal.find_organization(p_slug text) returns uuid
language sql stable security definer set search_path = ''
as $$ select id from portal.organizations where slug = p_slug $$;

create function portal.origin_is_allowed(p_origin text) returns boolean
language sql stable security definer set search_path = ''
as $$ select exists (select 1 from portal.organizations where allowed_origins @> array[p_origin]) $$;

create function portal.find_sign_ins(p_email text)
returns table (organization_id uuid, slug text, name text, password_hash text)
language sql stable security definer set search_path = ''
as $$
  select u.organization_id, o.slug, o.name, u.password_hash
    from portal.users u join portal.organizations o on o.id = u.organization_id
   where u.email = p_email and u.disabled_at is null
   order by o.slug limit 10
$$;

grant create on schema portal to portico_lookup;
alter function portal.find_organization(text) owner to portico_lookup;
alter function portal.origin_is_allowed(text) owner to portico_lookup;
alter function portal.find_sign_ins(text) owner to portico_lookup;
revoke create on schema portal from portico_lookup;
revoke execute on all functions in schema portal from public;
grant execute on all functions in schema portal to portico_worker;
grant execute on function portal.current_organization(), portal.current_customer(), portal.current_audience()
  to portico_lookup;
