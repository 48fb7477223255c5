-- What the dashboard's lists are read by: people by their name, customers by any of their words, appointments by who
-- holds them, and the audit log by what was done.

-- Text as it is sorted and searched: without case, accents and ligatures. No backslash, which has a meaning in queries.
create function portal.fold(p_text text) returns text language sql immutable strict parallel safe
  return lower(regexp_replace(normalize(replace(p_text, 'ß', 'ss'), nfkd), U&'[\0300-\036F\\\\]', '', 'g'));

-- A word as it is compared: a number by its digits without leading zeros, however it is written.
create function portal.fold_word(p_word text) returns text language sql immutable strict parallel safe
  return left(case when p_word ~ '^[0-9()+./-]+$' then ltrim(regexp_replace(p_word, '[^0-9]', '', 'g'), '0')
    else p_word end, 200);

-- Words of different organizations differ by this, so that one index serves them all and a search reads its own part.
create function portal.word_prefix(p_organization uuid) returns text language sql immutable strict parallel safe
  return right(p_organization::text, 12) || ':';

-- What a customer is found by: the rest of the text at each place where a word begins. `okafor@north` finds
-- ada.okafor@northwind.example. A telephone number is one word; its country code has one to three digits.
create function portal.customer_words(p_organization uuid, p_name text, p_email text, p_phone text, p_external_id text)
returns tsvector language sql immutable parallel safe
begin atomic
  with phone as (select regexp_replace(p_phone, '[^0-9]', '', 'g') as digits where p_phone like '+%')
  select array_to_tsvector(array_agg(portal.word_prefix(p_organization) || portal.fold_word(word)))
    from regexp_split_to_table(portal.fold(concat_ws(' ', p_name, p_email, p_external_id, replace(p_phone, ' ', '-'),
           (select concat_ws(' ', substr(digits, 2), substr(digits, 3), substr(digits, 4)) from phone))), '\s+') chunk,
         generate_series(1, length(chunk)) start,
         substr(chunk, start) word
   where word ~ '^[^[:punct:]]' and (start = 1 or substr(chunk, start - 1, 1) ~ '[[:punct:]]');
end;

-- A search: each word of it begins one of the customer's. What is written like a telephone number is one word.
create function portal.customer_query(p_organization uuid, p_text text)
returns tsquery language sql immutable strict parallel safe
begin atomic
  select string_agg(quote_literal(portal.word_prefix(p_organization) || portal.fold_word(word)) || ':*', ' & ')::tsquery
    from (select regexp_replace(chunk, '^[[:punct:]]+|[[:punct:]]+$', '', 'g') as word
            from regexp_split_to_table(
                   case when p_text ~ '^[0-9()+./\s-]+$' then regexp_replace(p_text, '\s', '', 'g')
                   else portal.fold(p_text) end, '\s+') chunk
           limit 8) words;
end;

alter table portal.customers
  add column sort_name text collate "C" not null generated always as (left(portal.fold(name), 80)) stored,
  add column words tsvector
    generated always as (portal.customer_words(organization_id, name, email, phone, external_id)) stored;
create index customers_name on portal.customers (organization_id, sort_name, id);
-- Without its list of things to add later, which every search would have to read.
create index customers_words on portal.customers using gin (words) with (fastupdate = off);

-- Under row-level security an index of words is not used: PostgreSQL cannot prove that `@@` leaks nothing. This looks
-- into it, for the organization of the transaction, and tells ids.
create policy lookup on portal.customers for select to portico_lookup using (true);
grant select (organization_id, id, words) on portal.customers to portico_lookup;
create function portal.find_customers(p_query tsquery) returns setof uuid
language sql stable security definer set search_path = '' rows 100
as $$
  with found as materialized (select organization_id, id from portal.customers where words @@ p_query)
  select id from found where organization_id = portal.current_organization()
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
alter function portal.find_customers(tsquery) owner to portico_lookup;
revoke create on schema portal from portico_lookup;
revoke execute on function portal.fold(text), portal.fold_word(text), portal.word_prefix(uuid),
  portal.customer_words(uuid, text, text, text, text), portal.customer_query(uuid, text), portal.find_customers(tsquery)
  from public;
grant execute on function portal.fold(text), portal.fold_word(text), portal.word_prefix(uuid),
  portal.customer_words(uuid, text, text, text, text), portal.customer_query(uuid, text), portal.find_customers(tsquery)
  to portico_worker;
