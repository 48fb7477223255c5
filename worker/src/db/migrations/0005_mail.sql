-- Mail that leaves: what is due, what employees see of it, and what is swept away when its time is over.

alter table portal.outbox add column updated_at timestamptz not null default now();
-- The lists of a state; `outbox_newest` serves the others.
create index outbox_queued on portal.outbox (organization_id, created_at desc, id desc)
  where sent_at is null and failed_at is null;

-- What is due, in every organization: ids only. Taking a mail happens inside its organization.
create policy due on portal.outbox for select to portico_lookup using (true);
grant select (organization_id, id, due_at, leased_until, sent_at, failed_at) on portal.outbox to portico_lookup;
create function portal.due_mails(p_limit integer) returns table (organization_id uuid, id uuid)
language sql stable security definer set search_path = ''
as $$
  select organization_id, id from portal.outbox
   where sent_at is null and failed_at is null and due_at <= now() and (leased_until is null or leased_until <= now())
   order by due_at limit p_limit
$$;

-- What time has made worthless. The sweeper's role sees and deletes only that, whatever function it owns.
create policy sweep on portal.idempotency_keys to portico_sweeper using (created_at < now() - interval '1 day');
create policy sweep on portal.registrations to portico_sweeper using (expires_at < now() - interval '1 day');
create policy sweep on portal.challenges to portico_sweeper
  using (expires_at < now() - interval '1 day' and code_expires_at < now() - interval '1 day');
create policy sweep on portal.throttles to portico_sweeper using (resets_at < now() - interval '1 day');
create policy sweep on portal.outbox to portico_sweeper
  using (sent_at < now() - interval '90 days' or failed_at < now() - interval '90 days');

grant usage on schema portal to portico_sweeper;
grant execute on function portal.current_organization() to portico_sweeper;
grant delete on portal.idempotency_keys, portal.registrations, portal.challenges, portal.throttles, portal.outbox
  to portico_sweeper;
grant select (organization_id, id, created_at) on portal.idempotency_keys to portico_sweeper;
grant select (organization_id, id, expires_at) on portal.registrations to portico_sweeper;
grant select (organization_id, id, expires_at, code_expires_at) on portal.challenges to portico_sweeper;
grant select (organization_id, id, resets_at) on portal.throttles to portico_sweeper;
grant select (organization_id, id, sent_at, failed_at) on portal.outbox to portico_sweeper;

-- `idempotency_keys_age` is there already.
create index registrations_age on portal.registrations (expires_at);
create index challenges_age on portal.challenges (expires_at);
create index throttles_age on portal.throttles (resets_at);
create index outbox_sent on portal.outbox (sent_at) where sent_at is not null;
create index outbox_dead on portal.outbox (failed_at) where failed_at is not null;

-- Deletes a batch of each and says how many rows those were.
create function portal.sweep(p_limit integer) returns bigint
language sql volatile security definer set search_path = ''
as $$
  with keys as (
    delete from portal.idempotency_keys where (organization_id, id) in (
      select organization_id, id from portal.idempotency_keys
       where created_at < now() - interval '1 day' limit p_limit) returning 1
  ), started as (
    delete from portal.registrations where (organization_id, id) in (
      select organization_id, id from portal.registrations
       where expires_at < now() - interval '1 day' limit p_limit) returning 1
  ), asked as (
    delete from portal.challenges where (organization_id, id) in (
      select organization_id, id from portal.challenges
       where expires_at < now() - interval '1 day' and code_expires_at < now() - interval '1 day'
       limit p_limit) returning 1
  ), counted as (
    delete from portal.throttles where (organization_id, id) in (
      select organization_id, id from portal.throttles
       where resets_at < now() - interval '1 day' limit p_limit) returning 1
  ), sent as (
    delete from portal.outbox where (organization_id, id) in (
      select organization_id, id from portal.outbox
       where sent_at < now() - interval '90 days' limit p_limit) returning 1
  ), dead as (
    delete from portal.outbox where (organization_id, id) in (
      select organization_id, id from portal.outbox
       where failed_at < now() - interval '90 days' limit p_limit) returning 1
  )
  select (select count(*) from keys) + (select count(*) from started) + (select count(*) from asked)
    + (select count(*) from counted) + (select count(*) from sent) + (select count(*) from dead)
$$;

grant create on schema portal to portico_lookup, portico_sweeper;
alter function portal.due_mails(integer) owner to portico_lookup;
alter function portal.sweep(integer) owner to portico_sweeper;
revoke create on schema portal from portico_lookup, portico_sweeper;
revoke execute on function portal.due_mails(integer), portal.sweep(integer) from public;
grant execute on function portal.due_mails(integer), portal.sweep(integer) to portico_worker;
