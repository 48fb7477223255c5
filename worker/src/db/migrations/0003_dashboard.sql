-- What the dashboard's lists are read by: people by their name, customers by any of their words, appointments by who
-- holds them, and the audit log by what was done.

-- Text as it is sorted and searched: without case, accents and ligatures.
create function portal.fold(p_text text) returns text language sql immutable strict parallel safe
  return lower(regexp_replace(normalize(replace(p_text, 'ß', 'ss'), nfkd), U&'[\0300-\036F]', '', 'g'));

-- A word as one index keeps it for every organization: a search reads only its own part. Leading zeros do not count.
create function portal.search_word(p_organization uuid, p_word text) returns text
language sql immutable strict parallel safe
  return right(p_organization::text, 12) || ':' || left(case when p_word ~ '^0' then ltrim(p_word, '0') else p_word end, 200);

create function portal.split_words(p_text text) returns text[] language sql immutable strict parallel safe
  return regexp_split_to_array(portal.fold(p_text), '[\s[:punct:]]+');

create function portal.is_number(p_text text) returns boolean language sql immutable strict parallel safe
  return p_text ~ '^[0-9()+./\s-]+$';

-- The digits of a number from each place where a group of them begins; where no groups are written, the country code
-- has one to three digits. None of what is no number.
create function portal.number_words(p_text text) returns text[] language sql immutable strict parallel safe
begin atomic
  select array(select array_to_string(groups[n:], '') from generate_subscripts(groups, 1) n)
    from regexp_split_to_array(regexp_replace(p_text, '^[+](.)(.)(.)([0-9]{5,})$', '\1-\2-\3-\4'), '[^0-9]+') groups
   where portal.is_number(p_text);
end;

-- What a customer is found by.
create function portal.customer_words(p_organization uuid, p_name text, p_email text, p_phone text, p_external_id text)
returns tsvector language sql immutable parallel safe
begin atomic
  select array_to_tsvector(array(
    select portal.search_word(p_organization, word)
      from unnest(portal.split_words(concat_ws(' ', p_name, p_email, p_external_id))
             || portal.number_words(p_phone) || portal.number_words(p_external_id)) word
     where word <> ''));
end;

-- A search: each of its words begins one of the customer's. A number is one word, in whatever way it is written. Of
-- words with fewer than so many letters only those count without which none would be left.
create function portal.customer_query(p_organization uuid, p_text text, p_letters integer)
returns tsquery language sql immutable strict parallel safe
begin atomic
  with words as (
    select quote_literal(portal.search_word(p_organization, word)) || ':*' as query, length(word) as letters
      from unnest(case when portal.is_number(p_text)
             then array[regexp_replace(p_text, '[^0-9]', '', 'g')] else portal.split_words(p_text) end) word
     where word <> '' limit 8)
  select coalesce(string_agg(distinct query, ' & ') filter (where letters >= p_letters), string_agg(distinct query, ' & '),
           quote_literal(portal.search_word(p_organization, '')) || ':*')::tsquery
    from words;
end;

alter table portal.customers
  add column sort_name text collate "C" not null generated always as (left(portal.fold(name), 80)) stored,
  add column words tsvector
    generated always as (portal.customer_words(organization_id, name, email, phone, external_id)) stored;
create index customers_name on portal.customers (organization_id, sort_name, id);
-- Without its list of things to add later, which every search would have to read.
create index customers_words on portal.customers using gin (words) with (fastupdate = off);

-- Under row-level security an index of words is not used: PostgreSQL cannot prove that `@@` leaks nothing. This looks
-- into it, for the organization of the transaction, and tells who is found; whoever asks reads them under the policies.
-- The index is asked for the longer words, since collecting everybody who has a word with K costs more than it spares.
create policy lookup on portal.customers for select to portico_lookup using (true);
grant select (organization_id, id, sort_name, words) on portal.customers to portico_lookup;
create function portal.find_customers(p_text text) returns table (id uuid, sort_name text)
language sql stable security definer set search_path = '' rows 100
as $$
  with found as materialized (
    select c.organization_id, c.id, c.sort_name, c.words from portal.customers c
     where c.words @@ portal.customer_query(portal.current_organization(), p_text, 3))
  select f.id, f.sort_name from found f
   where f.organization_id = portal.current_organization()
     and f.words @@ (select portal.customer_query(portal.current_organization(), p_text, 0))
$$;

alter table portal.users
  add column sort_name text collate "C" not null generated always as (left(portal.fold(name), 80)) stored;
create index users_employees on portal.users (organization_id, sort_name, id) where role <> 'CUSTOMER';

-- An appointment is short enough for those that overlap it to be found: they begin at most this long before. What was
-- made before this migration stays as it is.
alter table portal.appointments
  drop constraint appointments_check,
  add constraint appointments_length check (ends_at > starts_at and ends_at - starts_at <= interval '48 hours') not valid;
create index appointments_employee on portal.appointments (organization_id, employee_id, starts_at, id);

-- A customer's account goes with the customer, also where it once was an employee's.
create index notes_author on portal.notes (organization_id, author_id) where author_id is not null;
alter table portal.appointments
  drop constraint appointments_organization_id_employee_id_fkey,
  add constraint appointments_organization_id_employee_id_fkey foreign key (organization_id, employee_id)
    references portal.users (organization_id, id) on delete set null (employee_id);
alter table portal.notes
  drop constraint notes_organization_id_author_id_fkey,
  add constraint notes_organization_id_author_id_fkey foreign key (organization_id, author_id)
    references portal.users (organization_id, id) on delete set null (author_id);

create index audit_log_action on portal.audit_log (organization_id, action, at desc, id desc);
create index audit_log_kind on portal.audit_log (organization_id, entity, at desc, id desc);

grant create on schema portal to portico_lookup;
alter function portal.find_customers(text) owner to portico_lookup;
revoke create on schema portal from portico_lookup;
do $$
declare name regprocedure;
begin
  foreach name in array array['portal.fold(text)', 'portal.search_word(uuid, text)', 'portal.split_words(text)',
    'portal.is_number(text)', 'portal.number_words(text)', 'portal.customer_words(uuid, text, text, text, text)',
    'portal.customer_query(uuid, text, integer)', 'portal.find_customers(text)']::regprocedure[] loop
    execute format('revoke execute on function %s from public', name);
    execute format('grant execute on function %s to portico_worker, portico_lookup', name);
  end loop;
end $$;
