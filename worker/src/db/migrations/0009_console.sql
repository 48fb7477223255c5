-- What the employees' console needs: what customers do in the audit log, the portal as a customer sees it, and the home
-- page's lists. Everything is added; the code before this migration runs on.

-- Who acts: also customers, the organization's own systems by a key, and Portico by itself.
alter table portal.audit_log add column if not exists actor_kind text not null default 'EMPLOYEE';
do $$ begin
  if not exists (select from pg_constraint where conname = 'audit_log_actor_kind' and conrelid = 'portal.audit_log'::regclass) then
    alter table portal.audit_log add constraint audit_log_actor_kind
      check (actor_kind in ('EMPLOYEE', 'CUSTOMER', 'KEY', 'SYSTEM'));
  end if;
end $$;
create index if not exists audit_log_kind_of_actor on portal.audit_log (organization_id, actor_kind, at desc, id desc);

-- A customer's transaction adds to the audit log and cannot read it.
drop policy tenant on portal.audit_log;
create policy tenant on portal.audit_log for select using (organization_id = portal.current_organization()
  and portal.current_audience() is distinct from 'portal');
create policy addition on portal.audit_log for insert with check (organization_id = portal.current_organization());

alter table portal.organizations
  -- Where a check has found the embed, for the first run.
  add column embed_seen_at timestamptz,
  add column embed_seen_url text,
  -- Since when the five steps of the first run are out of the way.
  add column setup_dismissed_at timestamptz;

-- What is open, by when it is due; and invitations that nobody has accepted or revoked, by when they end.
create index tasks_open on portal.tasks (organization_id, due_at, id) where status <> 'DONE';
create index invitations_waiting on portal.invitations (organization_id, expires_at, id)
  where accepted_at is null and revoked_at is null;

-- `portal.enter` for a look at the portal as one customer sees it, through the live session of an employee. What it
-- opens is what that customer's own session would: their account, if they have one that is no employee's.
create function portal.enter_preview(p_organization uuid, p_session uuid, p_customer uuid, p_origin text)
returns table (organization_id uuid, user_id uuid, customer_id uuid, role text, origin_allowed boolean)
language plpgsql volatile rows 1 as $$
begin
  select e.organization_id, e.origin_allowed into organization_id, origin_allowed
    from portal.enter(p_organization, p_session, 'dashboard', p_origin) e;
  if not found then
    return;
  end if;
  select c.id, u.id into customer_id, user_id
    from portal.customers c
    left join portal.users u on u.organization_id = c.organization_id and u.customer_id = c.id and u.role = 'CUSTOMER'
   where c.organization_id = p_organization and c.id = p_customer;
  if not found then
    perform set_config('portal.organization_id', '', true), set_config('portal.audience', '', true);
    return;
  end if;
  role := 'CUSTOMER';
  perform set_config('portal.customer_id', customer_id::text, true), set_config('portal.audience', 'portal', true);
  return next;
end $$;
revoke execute on function portal.enter_preview(uuid, uuid, uuid, text) from public;
grant execute on function portal.enter_preview(uuid, uuid, uuid, text) to portico_worker;
