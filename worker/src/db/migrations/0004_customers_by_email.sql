-- Under row-level security the index of addresses is not used: PostgreSQL cannot prove that `lower` leaks nothing. This
-- looks into it, for the organization of the transaction, and tells ids.
grant select (email) on portal.customers to portico_lookup;
create function portal.find_customers_by_email(p_emails text[]) returns setof uuid
language sql stable security definer set search_path = '' rows 10
as $$
  select id from portal.customers
   where organization_id = portal.current_organization() and lower(email) = any (p_emails)
$$;
grant create on schema portal to portico_lookup;
alter function portal.find_customers_by_email(text[]) owner to portico_lookup;
revoke create on schema portal from portico_lookup;
revoke execute on function portal.find_customers_by_email(text[]) from public;
grant execute on function portal.find_customers_by_email(text[]) to portico_worker;
