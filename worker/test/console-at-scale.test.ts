import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import type { Read } from "../src/db/read.ts";
import { listCustomers } from "../src/features/customers/dashboard.queries.ts";
import { getHome } from "../src/features/home/home.queries.ts";
import { adminSql, createTenant, inDays, newId, type Tenant } from "./harness.ts";
import { plansOf } from "./plans.ts";

interface Page {
  items: { name: string }[];
  nextCursor: string | null;
}

const many = ["customers", "users", "tasks", "appointments", "invitations", "audit_log", "outbox"];

/** Of thirty thousand customers, all but those whose number ends in three zeros sign in. */
describe("at thirty thousand customers of one organization", () => {
  const session = newId();
  let tenant: Tenant;

  before(async () => {
    tenant = await createTenant();
    const { id } = tenant;
    const employee = await tenant.addEmployee("OWNER");
    const row = { organization_id: id, id: session, user_id: employee.userId, audience: "dashboard" };
    await tenant.sql((tx) => tx`insert into portal.sessions ${tx({ ...row, expires_at: inDays(1) })}`);
    await adminSql`insert into portal.customers (organization_id, id, name)
      select ${id}, gen_random_uuid(), 'Customer ' || to_char(n, 'FM000000') from generate_series(1, 30000) n`;
    const of = adminSql`from portal.customers c where c.organization_id = ${id}`;
    await adminSql`insert into portal.users (organization_id, id, email, name, role, password_hash, customer_id)
      select ${id}, gen_random_uuid(), c.id || '@many.example', c.name, 'CUSTOMER', 'none', c.id ${of}
         and c.name not like '%000'`;
    await adminSql`insert into portal.tasks (organization_id, id, customer_id, title, status, due_at, completed_at)
      select ${id}, gen_random_uuid(), c.id, 'T', case when c.name like '%0' then 'OPEN' else 'DONE' end,
             now() - interval '1 day', case when c.name like '%0' then null else now() end ${of} and c.name ~ '[01]$'`;
    await adminSql`insert into portal.appointments
        (organization_id, id, customer_id, employee_id, title, status, starts_at, ends_at, time_zone)
      select ${id}, gen_random_uuid(), c.id, null, 'A', 'CONFIRMED', now(), now() + interval '1 hour', 'UTC'
        ${of} and c.name like '%0'`;
    await adminSql`insert into portal.invitations
        (organization_id, id, email, name, role, customer_id, invited_by, secret_hash, expires_at)
      select ${id}, gen_random_uuid(), c.id || '@many.example', 'I', 'CUSTOMER', c.id, ${employee.userId}, '',
             now() + case when c.name like '%5' then interval '1 day' else interval '-1 day' end ${of}
         and c.name ~ '[05]$'`;
    await adminSql`insert into portal.audit_log
        (organization_id, id, actor_id, actor_name, actor_kind, action, entity, entity_id, request_id)
      select ${id}, gen_random_uuid(), c.id, 'E', case when c.name like '%999' then 'CUSTOMER' else 'EMPLOYEE' end,
             'updateMe', 'customer', c.id, gen_random_uuid() ${of} and c.name ~ '[19]$'`;
    await adminSql`insert into portal.outbox (organization_id, id, to_address, subject, text_body, html_body, failed_at)
      select ${id}, gen_random_uuid(), 'x', '', '', '', now() from generate_series(1, 10000)`;
    for (const table of many) await adminSql`analyze portal.${adminSql(table)}`;
  });

  async function run(read: Read, values: Record<string, unknown> = {}) {
    const whose = { organization: tenant.id, session, audience: "dashboard", origin: null, previewed: null };
    const { nodes, row } = await plansOf(process.env.ADMIN_DATABASE_URL ?? "", read, { ...whose, ...values });
    const blocks = nodes.map((node) => node["Shared Hit Blocks"]! + node["Shared Read Blocks"]!);
    const scanned = nodes.filter(
      (node) => node["Node Type"] === "Seq Scan" && many.includes(node["Relation Name"] ?? ""),
    );
    return { body: JSON.parse(String(row!.body)) as unknown, blocks: Math.max(...blocks), scanned };
  }
  const first = { limit: 20, after: null, afterId: null };
  /** The position that a cursor stands for. */
  const positionOf = (cursor: string) => {
    const [after, afterId] = JSON.parse(Buffer.from(cursor, "base64url").toString()) as [string, string];
    return { limit: 20, after, afterId };
  };

  test("the first page counts to a thousand and no further", async () => {
    const { body, blocks, scanned } = await run(getHome);
    const home = body as {
      appointments: unknown[];
      overdueTasks: { count: number };
      invitations: { pending: number; expired: number };
      failedMails: { count: number };
      activities: unknown[];
      counts: object;
    };
    assert.deepEqual(scanned, []);
    assert.deepEqual(
      [home.appointments.length, home.overdueTasks.count, home.failedMails.count, home.activities.length],
      [50, 1000, 1000, 15],
    );
    assert.deepEqual([home.invitations.pending, home.invitations.expired], [1000, 1000]);
    assert.deepEqual(home.counts, { customers: 1000, customersWithAccount: 1000 });
    assert.ok(blocks <= 20_000, `${blocks} blocks`);
  });

  test("a page of all customers costs twenty, with what is under way", async () => {
    const { body, blocks, scanned } = await run(listCustomers.all, first);
    assert.equal((body as Page).items.length, 20);
    assert.deepEqual(scanned, []);
    assert.ok(blocks <= 3000, `${blocks} blocks`);
  });

  test("a filter that nearly everybody fits costs a page", async () => {
    const { body, blocks } = await run(listCustomers.some, { ...first, account: "ACTIVE" });
    assert.equal((body as Page).items.length, 20);
    assert.ok(blocks <= 3000, `${blocks} blocks`);
  });

  for (const account of ["NONE", "DISABLED", "EXPIRED"])
    test(`a filter that few or none fit costs two thousand names a page, and finds all: ${account}`, async () => {
      const names: string[] = [];
      let at: Record<string, unknown> | null = first;
      let pages = 0;
      while (at) {
        const { body, blocks, scanned } = await run(listCustomers.some, { ...at, account });
        assert.deepEqual(scanned, []);
        assert.ok(blocks <= 15_000, `${blocks} blocks`);
        const { items, nextCursor } = body as Page;
        names.push(...items.map(({ name }) => name));
        at = nextCursor === null ? null : positionOf(nextCursor);
        pages++;
      }
      assert.ok(pages <= 20, `${pages} pages`);
      assert.equal(names.length, account === "EXPIRED" ? 30 : 0);
      assert.equal(new Set(names).size, names.length);
    });
});
