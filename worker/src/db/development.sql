-- Local only, never in production: /dev/outbox shows every organization's mail.
grant select on portal.outbox to portico_lookup;
grant usage, create on schema portal to portico_lookup;
drop policy if exists lookup on portal.outbox;
create policy lookup on portal.outbox for select to portico_lookup using (true);
drop function if exists portal.read_development_outbox();
create function portal.read_development_outbox()
returns table (to_address text, kind text, locale text, subject text, text_body text, html_body text, created_at timestamptz)
language sql stable security definer set search_path = ''
as $$ select to_address, kind, locale, subject, text_body, html_body, created_at from portal.outbox
       order by created_at desc, id desc limit 200 $$;
alter function portal.read_development_outbox() owner to portico_lookup;
revoke create on schema portal from portico_lookup;
revoke execute on function portal.read_development_outbox() from public;
grant execute on function portal.read_development_outbox() to portico_worker;
