-- Lists of people to invite: what their rows say of new customers, how far a run has come, and who continues it.

alter table portal.imports
  -- Kept with the rows' states, in the same transactions, so that progress is one row to read.
  add column total integer not null default 0,
  add column ready integer not null default 0,
  add column invalid integer not null default 0,
  add column skipped integer not null default 0,
  add column invited integer not null default 0,
  -- Who invites, and the request under which what the run does is audited.
  add column confirmed_by uuid,
  add column request_id uuid,
  add foreign key (organization_id, confirmed_by) references portal.users (organization_id, id)
    on delete set null (confirmed_by);
alter table portal.import_rows
  add column phone text,
  add column locale text,
  add column created_at timestamptz not null default now();
-- The ids of a list's rows are in the order of its lines.
create index import_rows_listed on portal.import_rows (organization_id, import_id, created_at, id);

-- What was interrupted, in every organization: ids only. Continuing it happens inside its organization.
create policy interrupted on portal.imports for select to portico_lookup using (true);
grant select (organization_id, id, status, leased_until, created_at) on portal.imports to portico_lookup;
create function portal.interrupted_imports() returns table (organization_id uuid, id uuid)
language sql stable security definer set search_path = ''
as $$
  select organization_id, id from portal.imports
   where status = 'RUNNING' and (leased_until is null or leased_until <= now())
   order by created_at limit 20
$$;
grant create on schema portal to portico_lookup;
alter function portal.interrupted_imports() owner to portico_lookup;
revoke create on schema portal from portico_lookup;
revoke execute on function portal.interrupted_imports() from public;
grant execute on function portal.interrupted_imports() to portico_worker;
