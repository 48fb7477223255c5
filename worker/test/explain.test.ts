import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { before, describe, test } from "node:test";
import type { Read } from "../src/db/read.ts";
import {
  findAppointmentRecord,
  getAppointmentRecord,
  listAppointmentRecords,
} from "../src/features/appointments/dashboard.queries.ts";
import { listCustomerSessions, listSessions } from "../src/features/account/sessions.queries.ts";
import { getApiKey, listApiKeys } from "../src/features/api-keys/api-keys.queries.ts";
import { getAppointment, listAppointments } from "../src/features/appointments/appointments.queries.ts";
import { getAuditEntry, listAuditEntries } from "../src/features/audit/dashboard.queries.ts";
import { listChanges } from "../src/features/changes/dashboard.queries.ts";
import { findCustomer, getCustomer, listCustomers } from "../src/features/customers/dashboard.queries.ts";
import { getDashboard } from "../src/features/dashboard/dashboard.queries.ts";
import { getEmployee, listEmployees } from "../src/features/employees/dashboard.queries.ts";
import { getHome } from "../src/features/home/home.queries.ts";
import { getMail, listMails } from "../src/features/mails/mails.queries.ts";
import { findNoteRecord, getNoteRecord, listNoteRecords } from "../src/features/notes/dashboard.queries.ts";
import {
  getInvitationImport,
  listInvitationImportRows,
  listInvitationImports,
} from "../src/features/invitations/imports.queries.ts";
import { getInvitation, listInvitations } from "../src/features/invitations/invitations.queries.ts";
import { getNote, listNotes } from "../src/features/notes/notes.queries.ts";
import { getOrganizationRecord } from "../src/features/organizations/dashboard.queries.ts";
import { getEmployeeMe } from "../src/features/profile/dashboard.queries.ts";
import { getMe } from "../src/features/profile/profile.queries.ts";
import { findTaskRecord, getTaskRecord, listTaskRecords } from "../src/features/tasks/dashboard.queries.ts";
import { getTask, listTasks } from "../src/features/tasks/tasks.queries.ts";
import { loadReads } from "../src/migrate.ts";
import { adminSql, createTenant, inDays, newId, unique, type Tenant } from "./harness.ts";
import { addKey } from "./keys.ts";
import { plansOf } from "./plans.ts";

let tenant: Tenant;
/** Who reads, on which side. */
const readers = { portal: { userId: "", session: newId() }, dashboard: { userId: "", session: newId() } };
type Side = keyof typeof readers;

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
    await tx`insert into portal.users (organization_id, id, email, name, role, password_hash)
      select o.id, gen_random_uuid(), 'e' || n || '@many.example', 'Employee ' || n, 'EMPLOYEE', 'none'
        from portal.organizations o, generate_series(1, 5) n where o.slug like ${`${prefix}-%`}`;
    await tx`insert into portal.users (organization_id, id, email, name, role, password_hash, customer_id)
      select c.organization_id, gen_random_uuid(), c.id || '@many.example', c.name, 'CUSTOMER', 'none', c.id
        ${of} and n = 1`;
    const employee = tx`(select e.id from portal.users e where e.organization_id = c.organization_id
      and e.email = 'e' || 1 + n % 5 || '@many.example')`;
    await tx`insert into portal.appointments
        (organization_id, id, customer_id, employee_id, title, status, starts_at, ends_at, time_zone)
      select c.organization_id, gen_random_uuid(), c.id, ${employee}, 'A', 'CONFIRMED', now() + (n - 5) * interval '1 day',
             now() + (n - 5) * interval '1 day' + interval '1 hour', 'UTC' ${of}`;
    await tx`insert into portal.audit_log
        (organization_id, id, at, actor_id, actor_kind, actor_name, action, entity, entity_id, request_id)
      select c.organization_id, gen_random_uuid(), now() - n * interval '1 hour', ${employee},
             (array['EMPLOYEE', 'CUSTOMER', 'KEY', 'SYSTEM'])[1 + n % 4], 'E', 'update' || n % 5,
             'kind' || n % 5, c.id, gen_random_uuid() ${of}`;
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
    await tx`insert into portal.deletions (organization_id, id, entity)
      select c.organization_id, gen_random_uuid(), 'tasks' ${of}`;
    await tx`insert into portal.outbox
        (organization_id, id, to_address, subject, text_body, html_body, created_at, sent_at, failed_at)
      select c.organization_id, gen_random_uuid(), 'x', '', '', '', now() - n * interval '1 hour',
             case when n < 8 then now() end, case when n = 8 then now() end ${of}`;
    await tx`insert into portal.api_keys (organization_id, id, name, scopes, secret_hash, last_four, created_at)
      select o.id, gen_random_uuid(), 'K', '{}', '', '', now() - n * interval '1 hour'
        from portal.organizations o, generate_series(1, 100) n where o.slug like ${`${prefix}-%`}`;
    await tx`insert into portal.api_key_uses (organization_id, id)
      select k.organization_id, k.id from portal.api_keys k join portal.organizations o on o.id = k.organization_id
       where o.slug like ${`${prefix}-%`}`;
    await tx`insert into portal.sessions (organization_id, id, user_id, audience, expires_at, created_at)
      select u.organization_id, gen_random_uuid(), u.id, 'portal', now() + interval '1 day',
             now() - n * interval '1 hour'
        from portal.users u join portal.organizations o on o.id = u.organization_id, generate_series(1, 10) n
       where o.slug like ${`${prefix}-%`}`;
  });
  tenant = await createTenant();
  const person = await tenant.addCustomer();
  const employee = await tenant.addEmployee("OWNER");
  for (const kind of ["appointments", "tasks", "notes"] as const) await tenant.add(kind, person.customerId);
  readers.portal.userId = person.userId;
  readers.dashboard.userId = employee.userId;
  for (const [audience, { userId, session }] of Object.entries(readers)) {
    const row = { organization_id: tenant.id, id: session, user_id: userId, audience };
    await tenant.sql((tx) => tx`insert into portal.sessions ${tx({ ...row, expires_at: inDays(1) })}`);
  }
  for (const table of tables) await adminSql`analyze portal.${adminSql(table)}`;
});

const large = [
  "api_keys",
  "api_key_uses",
  "appointments",
  "tasks",
  "notes",
  "customers",
  "users",
  "sessions",
  "audit_log",
  "outbox",
  "invitations",
  "imports",
  "import_rows",
  "deletions",
];
const tables = [...large, "organizations"];
const first = {
  limit: 20,
  after: null,
  afterId: null,
  statuses: null,
  from: null,
  to: null,
  dueAfter: null,
  dueUntil: null,
};
const later = { ...first, after: "2026-01-01 00:00:00.000001+00", afterId: newId() };
type Case = [string, Read, Record<string, unknown>, string[]];
const portal: Case[] = [
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
  // By its id or among the few of its customer: which is cheaper, the statistics of the moment say.
  ["an appointment", getAppointment, { id: newId() }, ["appointments_pkey|appointments_customer"]],
  ["tasks by due date", listTasks.due, first, ["tasks_due"]],
  ["tasks by due date, continued", listTasks.due, later, ["tasks_due"]],
  ["tasks done", listTasks.done, first, ["tasks_completed"]],
  ["tasks done, continued", listTasks.done, later, ["tasks_completed"]],
  ["a task", getTask, { id: newId() }, ["tasks_pkey|tasks_due|tasks_completed"]],
  ["notes", listNotes, first, ["notes_shared"]],
  ["notes, continued", listNotes, later, ["notes_shared"]],
  ["a note", getNote, { id: newId() }, ["notes_pkey|notes_shared"]],
  ["who is signed in", getMe, {}, ["customers_pkey"]],
  ["where one is signed in", listSessions, {}, ["sessions_user"]],
  ["the overview", getDashboard, {}, ["appointments_customer", "tasks_due", "notes_shared"]],
];

const byName = { ...later, after: "customer 5", account: null, disabled: null };
const week = { from: "2026-01-05T00:00:00Z", to: "2026-01-12T00:00:00Z" };
const dueThen = { dueAfter: week.from, dueUntil: week.to };
const anyone = { entityId: null, actorId: null, actorKind: null, action: null, entity: null };
const [all, of] = [listAppointmentRecords, { customerId: newId(), employeeId: newId() }];
const log = listAuditEntries;
const rows = { id: newId(), states: null };
const named = { externalId: "none" };
const dashboard: Case[] = [
  ["who is signed in", getEmployeeMe, {}, ["users_pkey"]],
  [
    "the first page",
    getHome,
    {},
    [
      "appointments_organization",
      "tasks_open",
      "invitations_waiting",
      "outbox_failed",
      "audit_log_kind_of_actor",
    ],
  ],
  ["a customer's sessions", listCustomerSessions, { id: newId() }, ["customers_pkey"]],
  ["the organization", getOrganizationRecord, { id: newId() }, []],
  ["employees", listEmployees, { ...first, disabled: null }, ["users_employees"]],
  ["employees, continued", listEmployees, byName, ["users_employees"]],
  ["an employee", getEmployee, { id: newId() }, ["users_pkey"]],
  ["customers", listCustomers.all, first, ["customers_name"]],
  ["customers, continued", listCustomers.all, byName, ["customers_name"]],
  ["customers of some accounts", listCustomers.some, { ...byName, account: "NONE" }, ["customers_name"]],
  ["customers found", listCustomers.found, { ...byName, q: "nobody" }, ["customers_name"]],
  ["a customer", getCustomer, { id: newId() }, ["customers_pkey"]],
  ["every customer's appointments", all.all.asc, first, ["appointments_organization"]],
  ["…, continued", all.all.asc, later, ["appointments_organization"]],
  ["…, of a week", all.all.asc, { ...first, ...week }, ["appointments_organization"]],
  ["…, latest first", all.all.desc, later, ["appointments_organization"]],
  ["a customer's appointments", all.customer.asc, { ...later, ...of }, ["appointments_customer"]],
  ["…, latest first", all.customer.desc, { ...later, ...of }, ["appointments_customer"]],
  ["an employee's appointments", all.employee.asc, { ...later, ...of }, ["appointments_employee"]],
  ["…, latest first", all.employee.desc, { ...later, ...of }, ["appointments_employee"]],
  ["both's appointments", all.both.asc, { ...later, ...of }, ["appointments_customer|appointments_employee"]],
  ["…, latest first", all.both.desc, { ...later, ...of }, ["appointments_customer|appointments_employee"]],
  ["any appointment", getAppointmentRecord, { id: newId() }, ["appointments_pkey"]],
  ["every customer's tasks", listTaskRecords.all, first, ["tasks_organization"]],
  ["every customer's tasks, continued", listTaskRecords.all, later, ["tasks_organization"]],
  [
    "every customer's tasks, of a week",
    listTaskRecords.all,
    { ...first, ...dueThen },
    ["tasks_organization"],
  ],
  ["a customer's tasks", listTaskRecords.customer, { ...first, ...of }, ["tasks_due"]],
  ["any task", getTaskRecord, { id: newId() }, ["tasks_pkey"]],
  ["every customer's notes", listNoteRecords.all, { ...later, visibility: null }, ["notes_organization"]],
  ["a customer's notes", listNoteRecords.customer, { ...later, ...of, visibility: null }, ["notes_customer"]],
  ["any note", getNoteRecord, { id: newId() }, ["notes_pkey"]],
  ["invitations", listInvitations, first, ["invitations_newest"]],
  ["invitations, continued", listInvitations, later, ["invitations_newest"]],
  ["invitations, filtered", listInvitations, { ...first, statuses: "PENDING" }, ["invitations_newest"]],
  ["an invitation", getInvitation, { id: newId() }, ["invitations_pkey"]],
  ["imports", listInvitationImports, first, ["imports_newest"]],
  ["imports, continued", listInvitationImports, later, ["imports_newest"]],
  ["an import", getInvitationImport, { id: newId() }, ["imports_pkey"]],
  ["an import's rows", listInvitationImportRows, { ...first, ...rows }, ["import_rows_listed"]],
  ["an import's rows, continued", listInvitationImportRows, { ...later, ...rows }, ["import_rows_listed"]],
  ["mails", listMails.all, first, ["outbox_newest"]],
  ["mails, continued", listMails.all, later, ["outbox_newest"]],
  ["mails that wait", listMails.QUEUED, later, ["outbox_queued"]],
  ["mails that were sent", listMails.SENT, later, ["outbox_newest"]],
  ["mails that failed", listMails.FAILED, later, ["outbox_failed"]],
  ["a mail", getMail, { id: newId() }, ["outbox_pkey"]],
  ["secret keys", listApiKeys, first, ["api_keys_newest"]],
  ["secret keys, continued", listApiKeys, later, ["api_keys_newest"]],
  ["a secret key", getApiKey, { id: newId() }, ["api_keys_pkey"]],
  ["the audit log", log.all, { ...later, ...anyone }, ["audit_log_newest"]],
  ["… of a record", log.entityId, { ...later, ...anyone, entityId: newId() }, ["audit_log_entity"]],
  ["… of an employee", log.actorId, { ...later, ...anyone, actorId: newId() }, ["audit_log_actor"]],
  ["… of an operation", log.action, { ...later, ...anyone, action: "update1" }, ["audit_log_action"]],
  ["… of a kind", log.entity, { ...later, ...anyone, entity: "kind1" }, ["audit_log_kind"]],
  ["a customer by the external id", findCustomer, named, ["customers_external_id"]],
  ["an appointment by the external id", findAppointmentRecord, named, ["appointments_external_id"]],
  ["a task by the external id", findTaskRecord, named, ["tasks_external_id"]],
  ["a note by the external id", findNoteRecord, named, ["notes_external_id"]],
  [
    "what has changed",
    listChanges,
    { after: "0", afterId: newId(), since: 0, entities: "customers,appointments,tasks,notes", limit: 100 },
    ["customers_changed", "appointments_changed", "tasks_changed", "notes_changed", "deletions_changed"],
  ],
  [
    "… of a kind of actor",
    log.actorKind,
    { ...later, ...anyone, actorKind: "CUSTOMER" },
    ["audit_log_kind_of_actor"],
  ],
  ["an entry", getAuditEntry, { id: newId() }, ["audit_log_pkey"]],
];

test("every read is explained", async () => {
  const explained = new Set([...portal, ...dashboard].map(([, { name }]) => name));
  const missing = (await loadReads()).filter(({ name }) => !explained.has(name));
  assert.deepEqual(missing, []);
});

const explain = (side: Side, cases: Case[]) =>
  describe(`at ten thousand rows of each kind, every read of the ${side} finds its own by index`, () => {
    for (const [name, read, values, indexes] of cases) {
      test(name, async () => {
        const { userId, session } = readers[side];
        const whose = { organization: tenant.id, session, audience: side, origin: null, previewed: null };
        const adminUrl = process.env.ADMIN_DATABASE_URL ?? "";
        const { nodes, row } = await plansOf(adminUrl, read, { ...whose, ...values });
        assert.equal(row?.user_id, userId, "the session is live, so that the read has run");
        const scanned = nodes
          .filter((node) => node["Node Type"] === "Seq Scan")
          .map((node) => node["Relation Name"]);
        assert.deepEqual(
          scanned.filter((table) => large.includes(table ?? "")),
          [],
        );
        // A page begins where its cursor says, within the index: behind it, every row before would be read again.
        const positions = nodes.filter((node) => node["Index Cond"]?.includes("ROW("));
        assert.equal(positions.length > 0, "after" in values, JSON.stringify(nodes));
        const used = new Set(nodes.map((node) => node["Index Name"]));
        for (const index of indexes)
          assert.ok(
            index.split("|").some((name) => used.has(name)),
            `${index} is not used: ${[...used].join(" ")}`,
          );
      });
    }
  });
test("a key is found, and its request counted, by index", async () => {
  const { id, token } = await addKey(tenant, ["notes:read"]);
  const secretHash = createHash("sha256").update(token.slice(-43)).digest("base64url");
  const whose = {
    organization: tenant.id,
    session: id,
    audience: "dashboard",
    origin: null,
    previewed: null,
    secretHash,
  };
  const adminUrl = process.env.ADMIN_DATABASE_URL ?? "";
  const values = { ...whose, scope: "notes:read", id: newId() };
  const { nodes, row } = await plansOf(adminUrl, getNoteRecord, values);
  assert.equal(row?.role, "EMPLOYEE", "the key is good, so that the read has run");
  const used = nodes.map((node) => node["Index Name"]).filter((name) => name?.startsWith("api_key"));
  assert.deepEqual(used.sort(), ["api_key_uses_pkey", "api_key_uses_pkey", "api_keys_pkey"]);
});
explain("portal", portal);
explain("dashboard", dashboard);
