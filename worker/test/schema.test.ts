import assert from "node:assert/strict";
import { readdir } from "node:fs/promises";
import { before, describe, test } from "node:test";
import { adminSql, createTenant, newId, workerSql, type Person, type Tenant } from "./harness.ts";

let tables: string[] = [];
let ours: Tenant;
let theirs: Tenant;
let person: Person;
let stranger: Person;

before(async () => {
  const rows = await adminSql`select tablename from pg_tables where schemaname = 'portal' order by 1`;
  tables = rows.map((row) => row.tablename as string);
  [ours, theirs] = [await createTenant(), await createTenant()];
  person = await ours.addCustomer();
  stranger = await theirs.addCustomer();
});

/** Everything that has rows of its own organization but is not organized by `organization_id`. */
const tenantTables = () => tables.filter((table) => table !== "organizations");

describe("the catalogue", () => {
  test("the Worker's role owns nothing, bypasses nothing and belongs to nobody", async () => {
    const [role] = await adminSql`select rolsuper, rolbypassrls, rolcreaterole, rolcreatedb, rolreplication
      from pg_roles where rolname = 'portico_worker'`;
    assert.deepEqual(Object.values(role!), [false, false, false, false, false]);
    const owned = await adminSql`select relname from pg_class where relowner = 'portico_worker'::regrole
      union all select proname from pg_proc where proowner = 'portico_worker'::regrole
      union all select nspname from pg_namespace where nspowner = 'portico_worker'::regrole`;
    assert.deepEqual([...owned], []);
    const member = await adminSql`select 1 from pg_auth_members where member = 'portico_worker'::regrole`;
    assert.equal(member.length, 0);
    const [may] = await adminSql`select has_schema_privilege('portico_worker', 'portal', 'create') as portal,
      has_schema_privilege('portico_worker', 'public', 'create') as public`;
    assert.deepEqual({ ...may }, { portal: false, public: false });
  });

  test("every table has row-level security, enabled and forced, with a policy", async () => {
    const rows = await adminSql`select c.relname, c.relrowsecurity, c.relforcerowsecurity,
        exists (select from pg_policy p where p.polrelid = c.oid) as policy
      from pg_class c where c.relnamespace = 'portal'::regnamespace and c.relkind in ('r', 'p', 'm', 'v', 'f')`;
    assert.ok(rows.length >= 10);
    for (const row of rows) {
      const { relrowsecurity, relforcerowsecurity, policy } = row;
      assert.deepEqual(
        { relrowsecurity, relforcerowsecurity, policy },
        { relrowsecurity: true, relforcerowsecurity: true, policy: true },
        row.relname,
      );
    }
  });

  test("no policy lets the Worker's role see beyond the organization of the transaction", async () => {
    const rows = await adminSql`select tablename, policyname, cmd, roles::text[] as roles, qual, with_check
      from pg_policies where schemaname = 'portal'`;
    for (const row of rows) {
      if (/^portico_(?:lookup|sweeper)$/.test(row.roles.join())) continue;
      const condition = row.cmd === "INSERT" ? row.with_check : row.qual;
      assert.match(condition, /\(?(?:organization_)?id = portal\.current_organization\(\)/, row.tablename);
      if (row.cmd === "INSERT") assert.equal(row.tablename, "audit_log");
      else assert.equal(row.with_check, null, `${row.tablename}: what may be written is what may be seen`);
    }
  });

  test("primary keys and unique indexes begin with organization_id", async () => {
    const rows = await adminSql`select t.relname as table, i.relname as index, x.indisprimary as primary,
        pg_get_indexdef(x.indexrelid, 1, true) as first
      from pg_index x join pg_class i on i.oid = x.indexrelid join pg_class t on t.oid = x.indrelid
     where t.relnamespace = 'portal'::regnamespace and x.indisunique`;
    const wrong = rows
      .filter((row) => row.first !== "organization_id")
      .map((row) => `${row.table}.${row.index}`);
    // An organization's own id, and its slug, which is public.
    assert.deepEqual(wrong.sort(), [
      "organizations.organizations_pkey",
      "organizations.organizations_slug_key",
    ]);
    const keyed = rows.filter((row) => row.primary).map((row) => row.table);
    assert.deepEqual(keyed.sort(), tables);
  });

  test("every foreign key to an organization's table carries organization_id", async () => {
    const rows = await adminSql`select c.conrelid::regclass::text as from, c.confrelid::regclass::text as to,
        (select array_agg(a.attname::text order by k.n) from unnest(c.conkey) with ordinality k(att, n)
           join pg_attribute a on a.attrelid = c.conrelid and a.attnum = k.att) as columns,
        (select array_agg(a.attname::text order by k.n) from unnest(c.confkey) with ordinality k(att, n)
           join pg_attribute a on a.attrelid = c.confrelid and a.attnum = k.att) as target
      from pg_constraint c where c.contype = 'f' and c.connamespace = 'portal'::regnamespace`;
    assert.ok(rows.length >= 8);
    for (const row of rows) {
      assert.equal(row.columns[0], "organization_id", `${row.from} → ${row.to}`);
      assert.equal(row.target[0], row.to === "portal.organizations" ? "id" : "organization_id");
    }
  });

  test("what runs as another role is only what crosses organizations on purpose", async () => {
    const rows = await adminSql`select proname, proowner::regrole::text as owner, proconfig
      from pg_proc where pronamespace = 'portal'::regnamespace and prosecdef order by 1`;
    assert.deepEqual(
      rows.map((row) => `${row.owner}: ${row.proname}`),
      [
        "portico_lookup: due_mails",
        // Not across organizations, but where row-level security would keep the index from being used.
        "portico_lookup: find_customers",
        "portico_lookup: find_customers_by_email",
        "portico_lookup: find_organization",
        "portico_lookup: find_sign_ins",
        "portico_lookup: interrupted_imports",
        "portico_lookup: origin_is_allowed",
        "portico_lookup: read_development_outbox",
        "portico_sweeper: sweep",
        "portico_sweeper: sweep_deletions",
        "portico_sweeper: sweep_imports",
      ],
    );
    for (const row of rows) {
      assert.deepEqual(row.proconfig, ['search_path=""'], row.proname);
    }
    const open =
      await adminSql`select p.proname from pg_proc p, aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a
      where p.pronamespace = 'portal'::regnamespace and a.grantee = 0`;
    assert.deepEqual([...open], [], "nobody else may call them");
  });
});

describe("the Worker's role in SQL", () => {
  test("without settings it sees no row of any table", async () => {
    for (const table of tables) {
      const [row] = await workerSql`select count(*)::int as n from portal.${workerSql(table)}`;
      assert.equal(row!.n, 0, table);
    }
  });

  const refused = (work: Promise<unknown>, code: string) =>
    assert.rejects(work, (error: { code?: string }) => {
      assert.equal(error.code, code);
      return true;
    });
  const rowSecurity = "42501";
  const foreignKey = "23503";

  /** What the Worker's role may add to and read, and nothing else. */
  const appendOnly = ["audit_log", "deletions"];

  test("the audit log and the list of what was deleted can only grow", async () => {
    for (const statement of [
      "update portal.audit_log set action = 'x'",
      "delete from portal.audit_log",
      "update portal.deletions set entity = 'x'",
      "delete from portal.deletions",
    ])
      await refused(
        ours.sql((tx) => tx.unsafe(statement)),
        rowSecurity,
      );
  });

  test("inside one organization it neither sees nor changes another's rows", async () => {
    await ours.sql(async (tx) => {
      for (const table of tenantTables()) {
        const [row] =
          await tx`select count(*)::int as n from portal.${tx(table)} where organization_id <> ${ours.id}`;
        assert.equal(row!.n, 0, table);
        if (appendOnly.includes(table)) continue;
        const changed = await tx`update portal.${tx(table)} set organization_id = organization_id
          where organization_id = ${theirs.id}`;
        assert.equal(changed.count, 0, table);
        const deleted = await tx`delete from portal.${tx(table)} where organization_id = ${theirs.id}`;
        assert.equal(deleted.count, 0, table);
      }
      assert.equal((await tx`select 1 from portal.organizations`).length, 1);
      assert.equal((await tx`update portal.organizations set name = 'x' where id = ${theirs.id}`).count, 0);
    });
  });

  test("it cannot write into another organization, nor move a row there", async () => {
    const row = { organization_id: theirs.id, id: newId(), name: "x" };
    await refused(
      ours.sql((tx) => tx`insert into portal.customers ${tx(row)}`),
      rowSecurity,
    );
    await refused(
      ours.sql(
        (tx) =>
          tx`update portal.customers set organization_id = ${theirs.id} where id = ${person.customerId}`,
      ),
      rowSecurity,
    );
    const throttle = { organization_id: theirs.id, id: "x", count: 1, resets_at: new Date() };
    await refused(
      ours.sql((tx) => tx`insert into portal.throttles ${tx(throttle)}`),
      rowSecurity,
    );
    const gone = await createTenant();
    assert.equal(await gone.sql(async (tx) => (await tx`delete from portal.organizations`).count), 1);
    const left =
      await adminSql`select id from portal.organizations where id in ${adminSql([gone.id, ours.id, theirs.id])}`;
    assert.equal(left.length, 2, "only its own");
  });

  test("it cannot change tables, turn row-level security off or become another role", async () => {
    await refused(workerSql`alter table portal.notes disable row level security`, rowSecurity);
    await refused(workerSql`set role portico_lookup`, rowSecurity);
    await refused(workerSql`set role portico_sweeper`, rowSecurity);
    await refused(workerSql`create table portal.x (id int)`, rowSecurity);
    await refused(
      workerSql.begin(async (tx) => {
        await tx`set local row_security = off`;
        await tx`select * from portal.notes`;
      }),
      rowSecurity,
    );
  });

  test("a row cannot point into another organization", async () => {
    const key = { organization_id: ours.id, id: newId() };
    const at = { title: "x", starts_at: new Date(), ends_at: new Date(Date.now() + 1e6), time_zone: "UTC" };
    const mine = { ...key, customer_id: person.customerId };
    const foreign = { ...key, customer_id: stranger.customerId };
    const user = { ...key, email: "x@x.example", name: "x", role: "CUSTOMER", password_hash: "x" };
    const session = { ...key, user_id: stranger.userId, audience: "portal", expires_at: new Date() };
    const attempts: [string, object][] = [
      ["appointments", { ...foreign, ...at }],
      ["appointments", { ...mine, ...at, employee_id: stranger.userId }],
      ["tasks", { ...foreign, title: "x" }],
      ["notes", { ...foreign, title: "x", body: "x" }],
      ["notes", { ...mine, title: "x", body: "x", author_id: stranger.userId }],
      ["users", { ...user, customer_id: stranger.customerId }],
      ["sessions", session],
    ];
    for (const [table, row] of attempts)
      await refused(
        ours.sql((tx) => tx`insert into portal.${tx(table)} ${tx(row as never)}`),
        foreignKey,
      );
  });

  test("a setting ends with its transaction", async () => {
    await workerSql.reserve().then(async (one) => {
      await one`begin`;
      await one`select set_config('portal.organization_id', ${ours.id}, true)`;
      assert.equal((await one`select 1 from portal.customers`).length, 1);
      await one`commit`;
      assert.equal((await one`select 1 from portal.customers`).length, 0);
      one.release();
    });
  });

  test("a customer's session sees that customer only, even where a query forgets to say so", async () => {
    const colleague = await ours.addCustomer();
    const session = { organization_id: ours.id, id: newId(), user_id: person.userId, audience: "portal" };
    for (const { customerId } of [person, colleague]) {
      await ours.add("appointments", customerId);
      await ours.add("tasks", customerId);
      await ours.add("notes", customerId);
    }
    await ours.add("notes", person.customerId, { visibility: "INTERNAL" });
    await ours.sql(
      (tx) => tx`insert into portal.sessions ${tx({ ...session, expires_at: new Date(Date.now() + 1e7) })}`,
    );
    await workerSql.begin(async (tx) => {
      const entered = await tx`select * from portal.enter(${ours.id}, ${session.id}, 'portal', null)`;
      assert.equal(entered[0]!.customer_id, person.customerId);
      for (const table of ["customers", "appointments", "tasks", "notes"])
        assert.equal((await tx`select 1 from portal.${tx(table)}`).length, 1, table);
      const entry = { organization_id: ours.id, id: newId(), actor_id: person.userId, actor_name: "x" };
      const act = {
        action: "x",
        entity: "task",
        entity_id: newId(),
        request_id: newId(),
        actor_kind: "CUSTOMER",
      };
      await tx`insert into portal.audit_log ${tx({ ...entry, ...act })}`;
      assert.equal(
        (await tx`select 1 from portal.audit_log`).length,
        0,
        "adds to the audit log, never reads it",
      );
      for (const audience of ["dashboard", "other"])
        assert.equal(
          (await tx`select * from portal.enter(${ours.id}, ${session.id}, ${audience}, null)`).length,
          0,
        );
      assert.equal((await tx`select 1 from portal.customers`).length, 0, "a refused session sees nothing");
    });
  });
});

describe("the schema files", () => {
  interface Column {
    name: string;
    notNull: boolean;
    getSQLType(): string;
  }

  test("name the columns that the database has", async () => {
    const folder = new URL("../src/db/schema/", import.meta.url);
    const found: Record<string, object> = {};
    for (const file of await readdir(folder)) {
      for (const value of Object.values(await import(new URL(file, folder).href)) as object[]) {
        const name = (value as Record<symbol, unknown>)[Symbol.for("drizzle:Name")];
        if (typeof name !== "string" || typeof value === "function") continue;
        const columns = Object.values(
          (value as Record<symbol, unknown>)[Symbol.for("drizzle:Columns")] as object,
        ) as Column[];
        found[name] = Object.fromEntries(columns.map((c) => [c.name, `${c.getSQLType()} ${c.notNull}`]));
      }
    }
    const expected: Record<string, Record<string, string>> = {};
    const rows = await adminSql`select c.relname as table, a.attname as column,
        format_type(a.atttypid, a.atttypmod) || ' ' || a.attnotnull as type
      from pg_attribute a join pg_class c on c.oid = a.attrelid
     where c.relnamespace = 'portal'::regnamespace and c.relkind = 'r' and a.attnum > 0 and not a.attisdropped`;
    for (const row of rows) (expected[row.table] ??= {})[row.column] = row.type;
    assert.deepEqual(found, expected);
  });
});
