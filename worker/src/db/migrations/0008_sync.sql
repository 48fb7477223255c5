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
