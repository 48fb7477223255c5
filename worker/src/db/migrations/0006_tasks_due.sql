-- Tasks without a date come last. `least` passes nulls over, so this is coalesce(due_at, 'infinity'), which PostgreSQL
-- cannot prove to leak nothing: under row-level security a cursor could not be looked up in an index of that.
drop index portal.tasks_due, portal.tasks_organization;
create index tasks_due on portal.tasks
  (organization_id, customer_id, (least(due_at, 'infinity'::timestamptz)), id);
create index tasks_organization on portal.tasks
  (organization_id, (least(due_at, 'infinity'::timestamptz)), id);
