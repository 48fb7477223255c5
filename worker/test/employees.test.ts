import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import {
  raceRounds,
  createTenant,
  newId,
  password,
  signInEmployee,
  type Person,
  type Tenant,
} from "./harness.ts";
import type { Visitor } from "./http.ts";
import { mintToken } from "./tokens.ts";
import { assertProblem } from "./walk.ts";

interface Employee {
  id: string;
  name: string;
  role: string;
  disabledAt: string | null;
  lastSeenAt: string | null;
}

const path = (person: Person) => `/dashboard/employees/${person.userId}`;
let tenant: Tenant;
let boss: Person;
let owner: Visitor;
let admin: Visitor;
let clerk: Visitor;

before(async () => {
  tenant = await createTenant();
  boss = await tenant.addEmployee("OWNER");
  owner = await signInEmployee(boss);
  admin = await signInEmployee(await tenant.addEmployee("ADMIN"));
  clerk = await signInEmployee(await tenant.addEmployee("EMPLOYEE"));
});

describe("employees", () => {
  test("are listed by name, customers are not, and the list can be cut", async () => {
    const other = await createTenant();
    const visitor = await signInEmployee(await other.addEmployee("OWNER"));
    const customer = await other.addCustomer();
    const shut = await other.addEmployee();
    await other.sql(
      (tx) => tx`update portal.users set name = 'Älva', disabled_at = now() where id = ${shut.userId}`,
    );
    const list = async (query = "") =>
      (await visitor.get(`/dashboard/employees${query}`))
        .json<{ items: Employee[] }>()
        .items.map(({ name }) => name);
    assert.deepEqual(await list(), ["Älva", "Erin Employee"]);
    assert.deepEqual(await list("?disabled=true"), ["Älva"]);
    assert.deepEqual(await list("?disabled=false"), ["Erin Employee"]);
    assertProblem(await visitor.get(path(customer)), 404, "NOT_FOUND");
    assertProblem(await visitor.patch(path(customer), { role: "OWNER" }), 404, "NOT_FOUND");
    assertProblem(await visitor.get(path(boss)), 404, "NOT_FOUND");
    assertProblem(await visitor.patch(path(boss), { name: "x" }), 404, "NOT_FOUND");
  });

  test("are seen when they use a session", async () => {
    const person = await tenant.addEmployee();
    const seen = async () => (await clerk.get(path(person))).json<Employee>().lastSeenAt;
    assert.equal(await seen(), null);
    await signInEmployee(person);
    assert.ok(Math.abs(Date.parse((await seen())!) - Date.now()) < 60_000);
  });

  test("are neither made nor deleted here", async () => {
    assertProblem(await owner.post("/dashboard/employees", { name: "x" }), 405, "METHOD_NOT_ALLOWED");
    assertProblem(await owner.delete(path(boss)), 405, "METHOD_NOT_ALLOWED");
  });

  test("fields that nobody may change are refused", async () => {
    const person = await tenant.addEmployee();
    for (const body of [
      { email: "x@x.example" },
      { passwordHash: "x" },
      { disabledAt: null },
      { customerId: newId() },
      { role: "CUSTOMER" },
      { role: "GOD" },
      { role: null },
      { disabled: "yes" },
      { name: "" },
    ])
      assertProblem(await owner.patch(path(person), body), 400, "INVALID_REQUEST");
  });
});

describe("who may change whom", () => {
  const roles = ["EMPLOYEE", "ADMIN", "OWNER"];
  const may: Record<string, (from: string, to: string) => boolean> = {
    OWNER: () => true,
    ADMIN: (from, to) => from !== "OWNER" && to !== "OWNER",
    EMPLOYEE: () => false,
  };
  for (const role of roles) {
    test(`an ${role}`, async () => {
      const visitor = { OWNER: owner, ADMIN: admin, EMPLOYEE: clerk }[role]!;
      for (const from of roles) {
        const person = await tenant.addEmployee(from);
        for (const to of roles) {
          await tenant.sql((tx) => tx`update portal.users set role = ${from} where id = ${person.userId}`);
          const answer = await visitor.patch(path(person), { role: to });
          const allowed = may[role]!(from, to);
          if (!allowed) assertProblem(answer, 403, "FORBIDDEN");
          assert.equal((await owner.get(path(person))).json<Employee>().role, allowed ? to : from);
        }
        const name = await visitor.patch(path(person), { name: "New", disabled: true });
        assert.equal(name.status, may[role]!(from, from) ? 200 : 403, `${from}: ${name.text}`);
      }
    });
  }

  test("nobody raises themselves", async () => {
    for (const role of ["EMPLOYEE", "ADMIN"]) {
      const person = await tenant.addEmployee(role);
      const visitor = await signInEmployee(person);
      assertProblem(await visitor.patch(path(person), { role: "OWNER" }), 403, "FORBIDDEN");
      assert.equal((await owner.get(path(person))).json<Employee>().role, role);
    }
  });

  test("a new role counts from the next request on", async () => {
    const person = await tenant.addEmployee("ADMIN");
    const visitor = await signInEmployee(person);
    assert.equal((await visitor.get("/dashboard/audit-log")).status, 200);
    await owner.patch(path(person), { role: "EMPLOYEE" });
    assertProblem(await visitor.get("/dashboard/audit-log"), 403, "FORBIDDEN");
    assertProblem(await visitor.patch("/dashboard/organization", { name: "x" }), 403, "FORBIDDEN");
    assert.equal((await visitor.get("/dashboard/me")).json<{ user: Employee }>().user.role, "EMPLOYEE");
    await owner.patch(path(person), { role: "ADMIN" });
    assert.equal((await visitor.get("/dashboard/audit-log")).status, 200);
  });
});

describe("an account that is shut", () => {
  test("is out with its next request, and its sessions stay ended when it is opened again", async () => {
    const person = await tenant.addEmployee();
    const visitor = await signInEmployee(person);
    const shut = (await admin.patch(path(person), { disabled: true })).json<Employee>();
    assert.ok(shut.disabledAt);
    assertProblem(await visitor.get("/dashboard/me"), 401, "UNAUTHENTICATED");
    const refresh = () => visitor.post("/dashboard/auth/refresh", { organization: tenant.slug });
    const login = { email: person.email, password, organization: tenant.slug };
    assertProblem(await visitor.copy().post("/dashboard/auth/login", login), 401, "INVALID_CREDENTIALS");
    const again = (await admin.patch(path(person), { disabled: true })).json<Employee>();
    assert.equal(again.disabledAt, shut.disabledAt, "since when stays");
    assert.equal((await admin.patch(path(person), { disabled: false })).json<Employee>().disabledAt, null);
    assertProblem(await visitor.get("/dashboard/me"), 401, "UNAUTHENTICATED");
    assertProblem(await refresh(), 401, "SESSION_EXPIRED");
    assert.equal((await (await signInEmployee(person)).get("/dashboard/me")).status, 200);
  });

  test("leaves no password in the audit log, which says who did what", async () => {
    const person = await tenant.addEmployee();
    await admin.patch(path(person), { disabled: true, role: "ADMIN", name: "Someone" });
    const [entry, ...more] = await tenant.sql(
      (tx) => tx`select * from portal.audit_log where entity_id = ${person.userId}`,
    );
    assert.equal(more.length, 0);
    const { disabledAt, ...after } = entry!.after as Employee;
    assert.ok(disabledAt);
    assert.deepEqual(after, { name: "Someone", role: "ADMIN" });
    assert.deepEqual(entry!.before, { name: "Erin Employee", role: "EMPLOYEE", disabledAt: null });
    assert.equal(entry!.action, "updateEmployee");
    assert.doesNotMatch(JSON.stringify(entry), /argon2|password/i);
  });
});

describe("the last owner", () => {
  test("who can sign in stays one", async () => {
    const alone = await createTenant();
    const last = await alone.addEmployee("OWNER");
    const visitor = await signInEmployee(last);
    for (const body of [
      { role: "ADMIN" },
      { role: "EMPLOYEE" },
      { disabled: true },
      { role: "ADMIN", disabled: true },
    ])
      assertProblem(await visitor.patch(path(last), body), 409, "LAST_OWNER");
    const second = await alone.addEmployee("OWNER");
    await visitor.patch(path(second), { disabled: true });
    assertProblem(await visitor.patch(path(last), { role: "ADMIN" }), 409, "LAST_OWNER");
    assert.equal((await visitor.patch(path(last), { name: "Still" })).json<Employee>().role, "OWNER");
    await visitor.patch(path(second), { disabled: false });
    assert.equal((await visitor.patch(path(last), { role: "ADMIN" })).status, 200);
    const [entry] = await alone.sql((tx) => tx`select count(*)::int as n from portal.audit_log`);
    assert.equal(entry!.n, 4, "what was refused left no entry");
  });

  test("of two who remove each other, one stays: 64 at once, many times", { timeout: 600_000 }, async () => {
    const pair = await createTenant();
    const people = [await pair.addEmployee("OWNER"), await pair.addEmployee("OWNER")];
    const visitors = await Promise.all(people.map(signInEmployee));
    // The rounds may outlive the five minutes of a token.
    for (const visitor of visitors) visitor.accessToken = await mintToken(visitor, { exp: 3600 });
    const removals = [{ role: "EMPLOYEE" }, { disabled: true }, { role: "ADMIN" }];
    for (let round = 0; round < raceRounds; round++) {
      await pair.sql(async (tx) => {
        await tx`update portal.users set role = 'OWNER', disabled_at = null`;
        await tx`update portal.sessions set revoked_at = null`;
      });
      const answers = await Promise.all(
        Array.from({ length: 64 }, (_, n) =>
          visitors[n % 2]!.patch(path(people[(n + 1) % 2]!), removals[(n + round) % 3]!),
        ),
      );
      const owners = await pair.sql(
        (tx) => tx`select id from portal.users where role = 'OWNER' and disabled_at is null`,
      );
      assert.equal(owners.length, 1);
      for (const [n, { status, text }] of answers.entries()) {
        // Only the one who stayed has removed anybody; the other was refused, or no longer known.
        const isStaying = people[n % 2]!.userId === owners[0]!.id;
        assert.ok((isStaying ? [200] : [401, 403]).includes(status), `${isStaying}: ${text}`);
      }
    }
  });
});
