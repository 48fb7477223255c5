-- Lists of people to invite hold personal data: they go 30 days after they have ended, and a preview that nobody has
-- confirmed after 7. Their rows go with them. A part that fails is tried later and later, and then no more.
alter table portal.imports
  add column failures integer not null default 0,
  drop constraint imports_status_check,
  add constraint imports_status_check check (status in ('PREVIEW', 'RUNNING', 'DONE', 'CANCELLED', 'FAILED'));
create index imports_ended on portal.imports (finished_at) where finished_at is not null;
create index imports_previews on portal.imports (created_at) where status = 'PREVIEW';
create policy sweep on portal.imports to portico_sweeper
  using (finished_at < now() - interval '30 days' or (status = 'PREVIEW' and created_at < now() - interval '7 days'));
grant delete on portal.imports to portico_sweeper;
grant select (organization_id, id, status, created_at, finished_at) on portal.imports to portico_sweeper;
create function portal.sweep_imports(p_limit integer) returns bigint
language sql volatile security definer set search_path = ''
as $$
  with ended as (
    delete from portal.imports where (organization_id, id) in (
      select organization_id, id from portal.imports
       where finished_at < now() - interval '30 days' limit p_limit) returning 1
  ), forgotten as (
    delete from portal.imports where (organization_id, id) in (
      select organization_id, id from portal.imports
       where status = 'PREVIEW' and created_at < now() - interval '7 days' limit p_limit) returning 1
  )
  select (select count(*) from ended) + (select count(*) from forgotten)
$$;
grant create on schema portal to portico_sweeper;
alter function portal.sweep_imports(integer) owner to portico_sweeper;
revoke create on schema portal from portico_sweeper;
revoke execute on function portal.sweep_imports(integer) from public;
grant execute on function portal.sweep_imports(integer) to portico_worker;
