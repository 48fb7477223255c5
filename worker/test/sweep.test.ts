import assert from "node:assert/strict";
import { describe, test } from "node:test";
import { adminSql, createTenant, newId, unique, workerSql } from "./harness.ts";

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);
const sweep = async () => Number((await workerSql`select portal.sweep(1000) as n`)[0]!.n);

/** A row of each kind that is swept, the younger one not yet. */
async function leaveBehind() {
  const tenant = await createTenant();
  const person = await tenant.addCustomer();
  const key = () => ({ organization_id: tenant.id, id: newId() });
  const registration = { name: "x", password_hash: "x", code_hash: "x" };
  const challenge = { user_id: person.userId, secret_hash: "x", code_hash: "x" };
  const mail = { to_address: "a@x.example", subject: "s", text_body: "t", html_body: "h" };
  const rows: [string, Record<string, unknown>, Record<string, unknown>][] = [
    [
      "idempotency_keys",
      { request_hash: "x", created_at: daysAgo(1.01) },
      { request_hash: "x", created_at: daysAgo(0.9) },
    ],
    [
      "registrations",
      { ...registration, email: unique(), expires_at: daysAgo(1.01) },
      { ...registration, email: unique(), expires_at: daysAgo(0.9) },
    ],
    [
      "challenges",
      { ...challenge, purpose: "RESET_PASSWORD", expires_at: daysAgo(1.01), code_expires_at: daysAgo(2) },
      { ...challenge, purpose: "CHANGE_EMAIL", expires_at: daysAgo(2), code_expires_at: daysAgo(0.9) },
    ],
    ["throttles", { count: 9, resets_at: daysAgo(1.01) }, { count: 9, resets_at: daysAgo(0.9) }],
    ["outbox", { ...mail, sent_at: daysAgo(90.1) }, { ...mail, sent_at: daysAgo(89) }],
    ["outbox", { ...mail, failed_at: daysAgo(90.1) }, { ...mail, failed_at: daysAgo(89) }],
    [
      "outbox",
      { ...mail, sent_at: daysAgo(91), created_at: daysAgo(91) },
      { ...mail, created_at: daysAgo(91) },
    ],
  ];
  const old: string[] = [];
  const young: string[] = [];
  await tenant.sql(async (tx) => {
    for (const [table, ...both] of rows)
      for (const [n, values] of both.entries()) {
        const row = { ...key(), ...values };
        await tx`insert into portal.${tx(table)} ${tx(row)}`;
        (n === 0 ? old : young).push(row.id);
      }
  });
  const left = async () =>
    (
      await adminSql`select id::text from portal.idempotency_keys where organization_id = ${tenant.id}
        union all select id::text from portal.registrations where organization_id = ${tenant.id}
        union all select id::text from portal.challenges where organization_id = ${tenant.id}
        union all select id::text from portal.throttles where organization_id = ${tenant.id}
        union all select id::text from portal.outbox where organization_id = ${tenant.id}`
    ).map((row) => row.id as string);
  return { tenant, old, young, left };
}

describe("sweeping", () => {
  test("deletes what has expired in every organization, and nothing else", async () => {
    const places = [await leaveBehind(), await leaveBehind()];
    const before = await adminSql`select (select count(*) from portal.users)::int as users,
      (select count(*) from portal.organizations)::int as organizations`;
    assert.ok((await sweep()) >= 14);
    for (const { young, left } of places) assert.deepEqual((await left()).sort(), young.sort());
    const after = await adminSql`select (select count(*) from portal.users)::int as users,
      (select count(*) from portal.organizations)::int as organizations`;
    assert.ok(after[0]!.users >= before[0]!.users);
    assert.ok(after[0]!.organizations >= before[0]!.organizations);
  });

  test("goes in batches", async () => {
    const { tenant } = await leaveBehind();
    await sweep();
    const rows = Array.from({ length: 30 }, () => ({
      organization_id: tenant.id,
      id: newId(),
      count: 1,
      resets_at: daysAgo(3),
    }));
    await tenant.sql((tx) => tx`insert into portal.throttles ${tx(rows)}`);
    await workerSql`select portal.sweep(10)`;
    const [left] = await tenant.sql(
      (tx) => tx`select count(*)::int as n from portal.throttles where resets_at < ${daysAgo(2)}`,
    );
    // Other suites may have left something too.
    assert.ok(left!.n >= 20 && left!.n < 30, String(left!.n));
  });

  test("its role can neither see nor delete what is still good, whatever it is made to do", async () => {
    const { tenant, young, left } = await leaveBehind();
    await sweep();
    const tables = ["idempotency_keys", "registrations", "challenges", "throttles", "outbox"];
    await adminSql.begin(async (tx) => {
      await tx`set local role portico_sweeper`;
      for (const table of tables)
        assert.equal(
          (await tx`delete from portal.${tx(table)} where organization_id = ${tenant.id}`).count,
          0,
        );
    });
    assert.deepEqual((await left()).sort(), young.sort());
    for (const statement of [
      "select text_body from portal.outbox",
      "select code_hash from portal.registrations",
      "update portal.throttles set count = 0",
      "select id from portal.users",
      "delete from portal.sessions",
    ])
      await assert.rejects(
        adminSql.begin(async (tx) => {
          await tx`set local role portico_sweeper`;
          await tx.unsafe(statement);
        }),
        { code: "42501" },
        statement,
      );
  });

  test("what is due is told by its ids alone", async () => {
    const { tenant } = await leaveBehind();
    const due = await workerSql`select * from portal.due_mails(100000)`;
    assert.deepEqual(Object.keys(due[0]!), ["organization_id", "id"]);
    assert.equal(due.filter((row) => row.organization_id === tenant.id).length, 1);
  });
});
