-- The organization's side: its settings, invitations, accounts that can be recovered, mail that is not lost, and a
-- record of who changed what. Everything is added; the code before this migration runs on.

alter table portal.organizations
  -- The page where the portal is embedded; links in mails lead there. Null: the hosted page.
  add column portal_url text check (portal_url ~ '^https?://'),
  -- Where answers to mails go.
  add column contact_email text check (contact_email = lower(contact_email));

-- Who changed what, when and from where. The Worker's role may add and read, and nothing else.
create table portal.audit_log (
  organization_id uuid not null references portal.organizations on delete cascade,
  id uuid not null,
  at timestamptz not null default now(),
  -- No foreign key: entries outlive those who caused them.
  actor_id uuid not null,
  actor_name text not null,
  action text not null,
  entity text not null,
  entity_id uuid not null,
  before jsonb,
  after jsonb,
  network text,
  user_agent text,
  request_id uuid not null,
  primary key (organization_id, id)
);
create index audit_log_newest on portal.audit_log (organization_id, at desc, id desc);
create index audit_log_entity on portal.audit_log (organization_id, entity_id, at desc, id desc);
create index audit_log_actor on portal.audit_log (organization_id, actor_id, at desc, id desc);

-- The first answer to a create, so that a repeated request gets it again. The id is user and key.
create table portal.idempotency_keys (
  organization_id uuid not null references portal.organizations on delete cascade,
  id text not null check (length(id) <= 300),
  request_hash text not null,
  answer text,
  created_at timestamptz not null default now(),
  primary key (organization_id, id)
);
create index idempotency_keys_age on portal.idempotency_keys (created_at);

create table portal.invitations (
  organization_id uuid not null references portal.organizations on delete cascade,
  id uuid not null,
  email text not null check (email = lower(email)),
  name text not null,
  role text not null check (role in ('OWNER', 'ADMIN', 'EMPLOYEE', 'CUSTOMER')),
  customer_id uuid,
  invited_by uuid,
  secret_hash text not null,
  -- Of links that a newer one has replaced, so that they can say so.
  superseded_hashes text[] not null default '{}',
  expires_at timestamptz not null,
  sent_at timestamptz not null default now(),
  accepted_at timestamptz,
  revoked_at timestamptz,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, customer_id) references portal.customers (organization_id, id) on delete cascade,
  foreign key (organization_id, invited_by) references portal.users (organization_id, id) on delete set null (invited_by),
  check ((role = 'CUSTOMER') = (customer_id is not null)),
  check (accepted_at is null or revoked_at is null)
);
-- One open invitation an address: inviting twice renews it.
create unique index invitations_open on portal.invitations (organization_id, email)
  where accepted_at is null and revoked_at is null;
create index invitations_newest on portal.invitations (organization_id, created_at desc, id desc);
create index invitations_customer on portal.invitations (organization_id, customer_id);

-- A list of people to invite: checked first, sent when confirmed, a part at a time.
create table portal.imports (
  organization_id uuid not null references portal.organizations on delete cascade,
  id uuid not null,
  status text not null default 'PREVIEW' check (status in ('PREVIEW', 'RUNNING', 'DONE', 'CANCELLED')),
  created_by uuid,
  leased_until timestamptz,
  created_at timestamptz not null default now(),
  confirmed_at timestamptz,
  finished_at timestamptz,
  updated_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, created_by) references portal.users (organization_id, id) on delete set null (created_by)
);
create index imports_newest on portal.imports (organization_id, created_at desc, id desc);
create index imports_running on portal.imports (created_at) where status = 'RUNNING';
create table portal.import_rows (
  organization_id uuid not null,
  id uuid not null,
  import_id uuid not null,
  line integer not null,
  email text,
  name text,
  external_id text,
  -- READY rows are invited; INVALID ones say why; SKIPPED ones had an account or an invitation already.
  state text not null check (state in ('READY', 'INVALID', 'SKIPPED', 'INVITED')),
  reason text,
  invitation_id uuid,
  primary key (organization_id, id),
  foreign key (organization_id, import_id) references portal.imports (organization_id, id) on delete cascade
);
create unique index import_rows_line on portal.import_rows (organization_id, import_id, line);
create index import_rows_ready on portal.import_rows (organization_id, import_id, line) where state = 'READY';

-- What a mail's link or code proves, once: a forgotten password, a new address. One of each kind a user.
create table portal.challenges (
  organization_id uuid not null,
  id uuid not null,
  user_id uuid not null,
  purpose text not null check (purpose in ('RESET_PASSWORD', 'CHANGE_EMAIL')),
  -- The new address, where that is what it is about.
  email text check (email = lower(email)),
  secret_hash text not null,
  code_hash text not null,
  attempts integer not null default 0,
  expires_at timestamptz not null,
  code_expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null default now(),
  primary key (organization_id, id),
  foreign key (organization_id, user_id) references portal.users (organization_id, id) on delete cascade
);
create unique index challenges_user on portal.challenges (organization_id, user_id, purpose);

-- Mail that is not lost: leased while it is sent, tried again later, at last a dead letter that can be seen.
alter table portal.outbox
  -- What it is, such as INVITATION: what employees see instead of a subject that may hold a code.
  add column kind text not null default 'OTHER',
  add column locale text not null default 'en',
  add column from_name text,
  add column reply_to text,
  add column attempts integer not null default 0,
  add column due_at timestamptz not null default now(),
  add column leased_until timestamptz,
  add column failed_at timestamptz,
  add column last_error text;
-- Mail of before was shown, not sent.
update portal.outbox set sent_at = created_at where sent_at is null;
create index outbox_due on portal.outbox (due_at) where sent_at is null and failed_at is null;
create index outbox_failed on portal.outbox (organization_id, created_at desc, id desc) where failed_at is not null;

do $$
declare name text;
begin
  foreach name in array array['audit_log', 'idempotency_keys', 'invitations', 'imports', 'import_rows', 'challenges'] loop
    execute format('alter table portal.%I enable row level security', name);
    execute format('alter table portal.%I force row level security', name);
    execute format('create policy tenant on portal.%I using (organization_id = portal.current_organization())', name);
    execute format('grant select, insert, update, delete on portal.%I to portico_worker', name);
  end loop;
end $$;
revoke update, delete on portal.audit_log from portico_worker;
-- Only an owner's request does it; row-level security keeps it to the organization of the transaction.
grant delete on portal.organizations to portico_worker;

-- What an employee's lists are read by: every customer's rows, in the order in which they are shown.
create index appointments_organization on portal.appointments (organization_id, starts_at, id);
create index tasks_organization on portal.tasks
  (organization_id, (coalesce(due_at, 'infinity'::timestamptz)), id);
create index notes_organization on portal.notes (organization_id, created_at desc, id desc);
create index notes_customer on portal.notes (organization_id, customer_id, created_at desc, id desc);

-- Signing in at the dashboard without naming an organization is for employees.
drop function portal.find_sign_ins(text);
grant select (role, customer_id) on portal.users to portico_lookup;
create function portal.find_sign_ins(p_email text)
returns table (organization_id uuid, slug text, name text, password_hash text, role text, customer_id uuid)
language sql stable security definer set search_path = ''
as $$
  select u.organization_id, o.slug, o.name, u.password_hash, u.role, u.customer_id
    from portal.users u join portal.organizations o on o.id = u.organization_id
   where u.email = p_email and u.disabled_at is null
   order by o.slug limit 10
$$;
grant create on schema portal to portico_lookup;
alter function portal.find_sign_ins(text) owner to portico_lookup;
revoke create on schema portal from portico_lookup;
revoke execute on function portal.find_sign_ins(text) from public;
grant execute on function portal.find_sign_ins(text) to portico_worker;
