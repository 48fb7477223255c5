-- An organization's own words for what its portal shows, per language: {"en": {"appointments": "Sessions"}}.
alter table portal.organizations
  add column terms jsonb not null default '{}'
    check (jsonb_typeof(terms) = 'object' and octet_length(terms::text) <= 16384);
