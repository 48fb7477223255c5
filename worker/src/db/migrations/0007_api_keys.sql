-- Secret keys, by which an organization's own systems work at the dashboard. Everything is added; the code before this
-- migration runs on.

create table portal.api_keys (
  organization_id uuid not null references portal.organizations on delete cascade,
  id uuid not null,
  name text not null,
  scopes text[] not null,
  -- SHA-256 of 256 random bits: there is nothing to guess, so nothing to slow down.
  secret_hash text not null,
  last_four text not null,
  created_by uuid,
  expires_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, created_by) references portal.users (organization_id, id) on delete set null (created_by)
);
create index api_keys_newest on portal.api_keys (organization_id, created_at desc, id desc);

-- How often a key has been used in the minute of its last use, beside it: a row that changes with every request.
create table portal.api_key_uses (
  organization_id uuid not null,
  id uuid not null,
  -- Requests a minute.
  quota integer not null default 600,
  count integer not null default 0,
  used_at timestamptz,
  primary key (organization_id, id),
  foreign key (organization_id, id) references portal.api_keys (organization_id, id) on delete cascade
) with (fillfactor = 50);

do $$
declare name text;
begin
  foreach name in array array['api_keys', 'api_key_uses'] loop
    execute format('alter table portal.%I enable row level security', name);
    execute format('alter table portal.%I force row level security', name);
    execute format('create policy tenant on portal.%I using (organization_id = portal.current_organization())', name);
    execute format('grant select, insert, update, delete on portal.%I to portico_worker', name);
  end loop;
end $$;

-- `portal.enter` for a key. What the key says of itself is in `key`; `admitted`: it has the scope, and requests left.
-- It counts nothing: whoever enters calls `portal.count_key_use` last, so that the row is held for no longer than that.
create function portal.enter_with_key(p_organization uuid, p_key uuid, p_secret_hash text, p_scope text)
returns table (organization_id uuid, user_id uuid, customer_id uuid, role text, origin_allowed boolean, key json, admitted boolean)
language plpgsql volatile rows 1 as $$
declare
  found_key record;
begin
  perform set_config('portal.organization_id', p_organization::text, true),
          set_config('portal.customer_id', '', true),
          set_config('portal.audience', '', true);
  -- Of several scopes, parted by commas, all are needed: following changes needs that of every kind that is followed.
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

-- Counts a request of a key that has entered; beyond its quota there is nothing more to count.
create function portal.count_key_use(p_organization uuid, p_key uuid) returns void
language plpgsql volatile as $$
begin
  perform set_config('portal.organization_id', p_organization::text, true);
  update portal.api_key_uses u
     set count = case when u.used_at >= date_trunc('minute', clock_timestamp()) then u.count + 1 else 1 end,
         used_at = clock_timestamp()
   where u.organization_id = p_organization and u.id = p_key
     and (u.count < u.quota or u.used_at is null or u.used_at < date_trunc('minute', clock_timestamp()));
end $$;
revoke execute on function portal.enter_with_key(uuid, uuid, text, text), portal.count_key_use(uuid, uuid) from public;
grant execute on function portal.enter_with_key(uuid, uuid, text, text), portal.count_key_use(uuid, uuid) to portico_worker;

-- An invitation that a key made is as good as the key: revoked, it gives nothing.
alter table portal.invitations
  add column invited_by_key uuid,
  add foreign key (organization_id, invited_by_key) references portal.api_keys (organization_id, id)
    on delete set null (invited_by_key);

-- Who acts: also customers, the organization's own systems by a key, and Portico by itself.
alter table portal.audit_log add column if not exists actor_kind text not null default 'EMPLOYEE';
do $$ begin
  if not exists (select from pg_constraint where conname = 'audit_log_actor_kind' and conrelid = 'portal.audit_log'::regclass) then
    alter table portal.audit_log add constraint audit_log_actor_kind
      check (actor_kind in ('EMPLOYEE', 'CUSTOMER', 'KEY', 'SYSTEM'));
  end if;
end $$;
