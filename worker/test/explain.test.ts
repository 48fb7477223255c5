import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Read } from "../src/db/read.ts";
import { listSessions } from "../src/features/account/sessions.queries.ts";
import { getAppointment, listAppointments } from "../src/features/appointments/appointments.queries.ts";
import { getDashboard } from "../src/features/dashboard/dashboard.queries.ts";
import {
  getInvitationImport,
  listInvitationImportRows,
  listInvitationImports,
} from "../src/features/invitations/imports.queries.ts";
import { getInvitation, listInvitations } from "../src/features/invitations/invitations.queries.ts";
import { getNote, listNotes } from "../src/features/notes/notes.queries.ts";
import { getMe } from "../src/features/profile/profile.queries.ts";
import { getTaskRecord, listTaskRecords } from "../src/features/tasks/dashboard.queries.ts";
import { getTask, listTasks } from "../src/features/tasks/tasks.queries.ts";
import { loadReads } from "../src/migrate.ts";
import { adminSql, createTenant, newId, unique, type Person, type Tenant } from "./harness.ts";
import { plansOf } from "./plans.ts";

let tenant: Tenant;
let person: Person;
const session = newId();

const large = [
  "customers",
  "appointments",
  "tasks",
  "notes",
  "invitations",
  "imports",
  "import_rows",
  "sessions",
];

// 40 organizations of 25 customers with 10 rows of each kind: enough that a wrong plan is dearer than the right one.
before(async () => {
  const prefix = `many-${unique()}`;
  await adminSql.begin(async (tx) => {
    await tx`insert into portal.organizations (id, slug, name)
      select gen_random_uuid(), ${prefix} || '-' || n, 'Many' from generate_series(1, 40) n`;
    await tx`insert into portal.customers (organization_id, id, name)
      select o.id, gen_random_uuid(), 'Customer ' || n
        from portal.organizations o, generate_series(1, 25) n where o.slug like ${`${prefix}-%`}`;
    const of = tx`from portal.customers c join portal.organizations o on o.id = c.organization_id,
      generate_series(1, 10) n where o.slug like ${`${prefix}-%`}`;
    await tx`insert into portal.appointments
        (organization_id, id, customer_id, title, status, starts_at, ends_at, time_zone)
      select c.organization_id, gen_random_uuid(), c.id, 'A', 'CONFIRMED', now() + (n - 5) * interval '1 day',
             now() + (n - 5) * interval '1 day' + interval '1 hour', 'UTC' ${of}`;
    await tx`insert into portal.tasks (organization_id, id, customer_id, title, status, due_at, completed_at)
      select c.organization_id, gen_random_uuid(), c.id, 'T', case when n > 7 then 'DONE' else 'OPEN' end,
             now() + n * interval '1 day', case when n > 7 then now() - n * interval '1 hour' end ${of}`;
    await tx`insert into portal.invitations
        (organization_id, id, email, name, role, customer_id, secret_hash, expires_at, revoked_at, created_at)
      select c.organization_id, gen_random_uuid(), 'i@x.example', 'I', 'CUSTOMER', c.id, '', now(), now(),
             now() - n * interval '1 hour' ${of}`;
    await tx`insert into portal.imports (organization_id, id, created_at)
      select o.id, gen_random_uuid(), now() - n * interval '1 hour'
        from portal.organizations o, generate_series(1, 25) n where o.slug like ${`${prefix}-%`}`;
    await tx`insert into portal.import_rows (organization_id, id, import_id, line, state, created_at)
      select l.organization_id, gen_random_uuid(), l.id, n, 'READY', l.created_at
        from portal.imports l join portal.organizations o on o.id = l.organization_id, generate_series(1, 10) n
       where o.slug like ${`${prefix}-%`}`;
    await tx`insert into portal.notes (organization_id, id, customer_id, title, body, visibility, created_at)
      select c.organization_id, gen_random_uuid(), c.id, 'N', 'Body',
             case when n > 7 then 'INTERNAL' else 'SHARED' end, now() - n * interval '1 hour' ${of}`;
    await tx`insert into portal.users (organization_id, id, email, name, role, customer_id, password_hash)
      select c.organization_id, c.id, c.id || '@many.example', 'U', 'CUSTOMER', c.id, 'x'
        from portal.customers c join portal.organizations o on o.id = c.organization_id
       where o.slug like ${`${prefix}-%`}`;
    await tx`insert into portal.sessions (organization_id, id, user_id, audience, expires_at, created_at)
      select c.organization_id, gen_random_uuid(), c.id, 'portal', now() + interval '1 day',
             now() - n * interval '1 hour' ${of}`;
  });
  tenant = await createTenant();
  person = await tenant.addCustomer();
  for (const kind of ["appointments", "tasks", "notes"] as const) await tenant.add(kind, person.customerId);
  const row = { organization_id: tenant.id, id: session, user_id: person.userId, audience: "portal" };
  const expires_at = new Date(Date.now() + 1e7);
  await tenant.sql((tx) => tx`insert into portal.sessions ${tx({ ...row, expires_at })}`);
  for (const table of ["organizations", "users", "sessions", ...large])
    await adminSql`analyze portal.${adminSql(table)}`;
});

const first = { limit: 20, afterTime: null, afterId: null, statuses: null, from: null, to: null };
const later = { ...first, afterTime: "2026-01-01 00:00:00.000001+00", afterId: newId() };
const rows = { id: newId(), states: null };
const cases: [string, Read, Record<string, unknown>, string[]][] = [
  ["appointments", listAppointments.asc, first, ["appointments_customer"]],
  ["appointments, continued", listAppointments.asc, later, ["appointments_customer"]],
  ["appointments, latest first", listAppointments.desc, first, ["appointments_customer"]],
  ["appointments, latest first, continued", listAppointments.desc, later, ["appointments_customer"]],
  [
    "appointments, filtered",
    listAppointments.asc,
    { ...first, statuses: "CONFIRMED", from: "2026-01-01T00:00:00Z" },
    ["appointments_customer"],
  ],
  ["an appointment", getAppointment, { id: newId() }, ["appointments_pkey"]],
  ["tasks by due date", listTasks.due, first, ["tasks_due"]],
  ["tasks by due date, continued", listTasks.due, later, ["tasks_due"]],
  ["tasks done", listTasks.done, first, ["tasks_completed"]],
  ["tasks done, continued", listTasks.done, later, ["tasks_completed"]],
  ["a task", getTask, { id: newId() }, ["tasks_pkey"]],
  ["every customer's tasks", listTaskRecords.all, first, ["tasks_organization"]],
  ["every customer's tasks, continued", listTaskRecords.all, later, ["tasks_organization"]],
  ["a customer's tasks", listTaskRecords.customer, { ...first, customerId: newId() }, ["tasks_due"]],
  ["any task", getTaskRecord, { id: newId() }, ["tasks_pkey"]],
  ["notes", listNotes, first, ["notes_shared"]],
  ["notes, continued", listNotes, later, ["notes_shared"]],
  ["a note", getNote, { id: newId() }, ["notes_pkey|notes_shared"]],
  ["invitations", listInvitations, first, ["invitations_newest"]],
  ["invitations, continued", listInvitations, later, ["invitations_newest"]],
  ["invitations, filtered", listInvitations, { ...first, statuses: "PENDING" }, ["invitations_newest"]],
  ["an invitation", getInvitation, { id: newId() }, ["invitations_pkey"]],
  ["imports", listInvitationImports, first, ["imports_newest"]],
  ["imports, continued", listInvitationImports, later, ["imports_newest"]],
  ["an import", getInvitationImport, { id: newId() }, ["imports_pkey"]],
  ["an import's rows", listInvitationImportRows, { ...first, ...rows }, ["import_rows_listed"]],
  ["an import's rows, continued", listInvitationImportRows, { ...later, ...rows }, ["import_rows_listed"]],
  ["where one is signed in", listSessions, {}, ["sessions_user"]],
  ["who is signed in", getMe, {}, ["customers_pkey"]],
  ["the overview", getDashboard, {}, ["appointments_customer", "tasks_due", "notes_shared"]],
];

test("every read is explained", async () => {
  const explained = new Set(cases.map(([, { name }]) => name));
  const missing = (await loadReads()).filter(({ name }) => !explained.has(name));
  assert.deepEqual(missing, []);
});

describe("at ten thousand rows of each kind, every read finds its own by index", () => {
  for (const [name, read, values, indexes] of cases) {
    test(name, async () => {
      const whose = { organization: tenant.id, session, audience: "portal", origin: null };
      const adminUrl = process.env.ADMIN_DATABASE_URL ?? "";
      const { nodes, row } = await plansOf(adminUrl, read, { ...whose, ...values });
      assert.equal(row?.user_id, person.userId, "the session is live, so that the read has run");
      const scanned = nodes
        .filter((node) => node["Node Type"] === "Seq Scan")
        .map((node) => node["Relation Name"]);
      assert.deepEqual(
        scanned.filter((table) => large.includes(table ?? "")),
        [],
      );
      // A page begins where its cursor says, within the index: behind it, every row before would be read again.
      const positions = nodes.filter((node) => node["Index Cond"]?.includes("ROW("));
      assert.equal(positions.length, "afterTime" in values ? 1 : 0, JSON.stringify(nodes));
      const used = new Set(nodes.map((node) => node["Index Name"]));
      for (const index of indexes)
        assert.ok(
          index.split("|").some((name) => used.has(name)),
          `${index} is not used: ${[...used].join(" ")}`,
        );
    });
  }
});
