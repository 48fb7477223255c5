-- What an organization's own systems need to keep in step: their ids for every kind of record, and in which order
-- records have changed. See docs/decisions/0010-order-of-changes.md.

-- A customer's external id is there already.
alter table portal.appointments add column external_id text;
alter table portal.tasks add column external_id text;
alter table portal.notes add column external_id text;
create unique index appointments_external_id on portal.appointments (organization_id, external_id)
  where external_id is not null;
create unique index tasks_external_id on portal.tasks (organization_id, external_id) where external_id is not null;
create unique index notes_external_id on portal.notes (organization_id, external_id) where external_id is not null;

-- What is left of a deleted record, for those who have a copy of it.
create table portal.deletions (
  organization_id uuid not null references portal.organizations on delete cascade,
  id uuid not null,
  entity text not null,
  external_id text,
  at timestamptz not null default now(),
  changed xid8 not null default pg_current_xact_id(),
  primary key (organization_id, id)
);
create index deletions_changed on portal.deletions (organization_id, changed, id);
create index deletions_age on portal.deletions (at);
alter table portal.deletions enable row level security;
alter table portal.deletions force row level security;
create policy tenant on portal.deletions using (organization_id = portal.current_organization());
-- Nothing of it changes: it is added to here, and swept in every organization.
grant select, insert on portal.deletions to portico_worker;

-- The transaction that changed a row last. A reader that goes no further than the oldest one under way misses none,
-- however late it commits.
create function portal.mark_changed() returns trigger language plpgsql as $$
begin
  new.changed := pg_current_xact_id();
  return new;
end $$;

create function portal.mark_deleted() returns trigger language plpgsql as $$
begin
  insert into portal.deletions (organization_id, id, entity, external_id)
  select g.organization_id, g.id, tg_table_name, g.external_id from gone g
   -- Nobody follows an organization that goes with all its records.
   where exists (select from portal.organizations o where o.id = g.organization_id);
  return null;
end $$;

do $$
declare name text;
begin
  foreach name in array array['customers', 'appointments', 'tasks', 'notes'] loop
    -- A constant first: what is there already comes before every change, and no row is written for it.
    execute format('alter table portal.%I add column changed xid8 not null default ''0''', name);
    execute format('alter table portal.%I alter column changed set default pg_current_xact_id()', name);
    execute format('create index %I on portal.%I (organization_id, changed, id)', name || '_changed', name);
    execute format('create trigger mark_changed before update on portal.%I
      for each row execute function portal.mark_changed()', name);
    execute format('create trigger mark_deleted after delete on portal.%I referencing old table as gone
      for each statement execute function portal.mark_deleted()', name);
  end loop;
end $$;

-- A cursor is good for 90 days; what it may ask for is kept a day longer.
create policy sweep on portal.deletions to portico_sweeper using (at < now() - interval '91 days');
grant delete on portal.deletions to portico_sweeper;
grant select (organization_id, id, at) on portal.deletions to portico_sweeper;
create function portal.sweep_deletions(p_limit integer) returns bigint
language sql volatile security definer set search_path = ''
as $$
  with swept as (
    delete from portal.deletions where (organization_id, id) in (
      select organization_id, id from portal.deletions
       where at < now() - interval '91 days' limit p_limit) returning 1
  )
  select count(*) from swept
$$;
grant create on schema portal to portico_sweeper;
alter function portal.sweep_deletions(integer) owner to portico_sweeper;
revoke create on schema portal from portico_sweeper;
revoke execute on function portal.mark_changed(), portal.mark_deleted(), portal.sweep_deletions(integer) from public;
grant execute on function portal.sweep_deletions(integer) to portico_worker;

-- An operation may need several scopes: following changes needs that of every kind of record that is followed.
create or replace function portal.enter_with_key(p_organization uuid, p_key uuid, p_secret_hash text, p_scope text)
returns table (organization_id uuid, user_id uuid, customer_id uuid, role text, origin_allowed boolean, key json, admitted boolean)
language plpgsql volatile rows 1 as $$
declare
  found_key record;
begin
  perform set_config('portal.organization_id', p_organization::text, true),
          set_config('portal.customer_id', '', true),
          set_config('portal.audience', '', true);
  -- Whoever may write may read. An operation without a scope is for no key.
  select k.name, u.quota, nullif(p_scope, '') is not null and not exists (
           select from unnest(string_to_array(p_scope, ',')) needed
            where not array[needed, replace(needed, ':read', ':write')] && k.scopes) as in_scope,
         u.quota - 1 - case when u.used_at >= date_trunc('minute', clock_timestamp()) then u.count else 0 end as remaining
    into found_key
    from portal.api_keys k
    join portal.api_key_uses u on u.organization_id = k.organization_id and u.id = k.id
   where k.organization_id = p_organization and k.id = p_key and k.secret_hash = p_secret_hash
     and k.revoked_at is null and (k.expires_at is null or k.expires_at > now());
  if not found then
    perform set_config('portal.organization_id', '', true);
    return;
  end if;
  perform set_config('portal.audience', 'dashboard', true);
  organization_id := p_organization;
  role := 'EMPLOYEE';
  -- A key comes from no website.
  origin_allowed := true;
  admitted := found_key.in_scope and found_key.remaining >= 0;
  key := json_build_object('id', p_key, 'name', found_key.name, 'inScope', found_key.in_scope,
    'quota', found_key.quota, 'remaining', found_key.remaining,
    'secondsLeft', 60 - floor(extract(second from clock_timestamp()))::int);
  return next;
end $$;
