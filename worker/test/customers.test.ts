import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import {
  adminSql,
  createTenant,
  newId,
  password,
  signIn,
  signInEmployee,
  unique,
  type Person,
  type Tenant,
} from "./harness.ts";
import type { Visitor } from "./http.ts";
import { assertProblem } from "./walk.ts";

interface Customer {
  id: string;
  name: string;
  externalId: string | null;
  account: {
    userId: string;
    email: string;
    role: string;
    disabledAt: string | null;
    lastSeenAt: string | null;
  } | null;
  [field: string]: unknown;
}

const path = ({ customerId }: { customerId: string }) => `/dashboard/customers/${customerId}`;
let tenant: Tenant;
let clerk: Visitor;

before(async () => {
  tenant = await createTenant();
  clerk = await signInEmployee(await tenant.addEmployee("EMPLOYEE"));
});

const create = async (body: object) => {
  const answer = await clerk.post("/dashboard/customers", body);
  assert.equal(answer.status, 201, answer.text);
  return answer.json<Customer>();
};

describe("a customer record", () => {
  test("is made with what is given, and changed field by field", async () => {
    const whole = {
      name: "Ada Okafor",
      externalId: unique(),
      email: "Ada@Northwind.example",
      phone: "+49 30 1234567",
      address: "Long Street 12\n10115 Berlin",
      timeZone: "Europe/Berlin",
      locale: "de",
    };
    const made = await create(whole);
    assert.deepEqual({ ...made, ...whole, email: "ada@northwind.example" }, made);
    assert.equal(made.account, null);
    const answer = await clerk.patch(`/dashboard/customers/${made.id}`, { phone: null, name: "Ada O." });
    const changed = answer.json<Customer>();
    assert.deepEqual(changed, { ...made, phone: null, name: "Ada O.", updatedAt: changed.updatedAt });
    const bare = await create({ name: "Bare" });
    for (const field of ["externalId", "email", "phone", "address", "timeZone", "locale", "account"])
      assert.equal(bare[field], null, field);
  });

  test("that cannot be is refused by the name of its field", async () => {
    const { id } = await create({ name: "Whole" });
    const cases: [string, object][] = [
      ["name", { name: " " }],
      ["name", { name: "x".repeat(201) }],
      ["name", { name: "a\0b" }],
      ["email", { email: "nobody" }],
      ["phone", { phone: "call me" }],
      ["timeZone", { timeZone: "Mars" }],
      ["locale", { locale: "?" }],
      ["externalId", { externalId: "" }],
      ["id", { id: newId() }],
      ["organizationId", { organizationId: newId() }],
      ["words", { words: "x" }],
      ["sortName", { sortName: "a" }],
    ];
    for (const [field, body] of cases) {
      for (const answer of [
        await clerk.post("/dashboard/customers", { name: "New", ...body }),
        await clerk.patch(`/dashboard/customers/${id}`, body),
      ]) {
        assertProblem(answer, 400, "INVALID_REQUEST");
        assert.equal(answer.json<{ errors: { path: string }[] }>().errors[0]!.path, field, answer.text);
      }
    }
    assertProblem(
      await clerk.post("/dashboard/customers", { name: "New", account: {} }),
      400,
      "INVALID_REQUEST",
    );
    assert.equal((await clerk.get(`/dashboard/customers/${id}`)).json<Customer>().name, "Whole");
  });

  test("has an external id of its own in its organization", async () => {
    const externalId = unique();
    const first = await create({ name: "First", externalId });
    const second = await create({ name: "Second" });
    const conflicts = [
      await clerk.post("/dashboard/customers", { name: "Third", externalId }),
      await clerk.patch(`/dashboard/customers/${second.id}`, { externalId, name: "Half" }),
    ];
    for (const answer of conflicts) {
      assertProblem(answer, 409, "CONFLICT");
      assert.equal(answer.json<{ errors: { path: string }[] }>().errors[0]!.path, "externalId");
    }
    assert.equal((await clerk.get(`/dashboard/customers/${second.id}`)).json<Customer>().name, "Second");
    assert.equal((await clerk.patch(`/dashboard/customers/${first.id}`, { externalId })).status, 200);
    const elsewhere = await signInEmployee(await (await createTenant()).addEmployee());
    assert.equal((await elsewhere.post("/dashboard/customers", { name: "Theirs", externalId })).status, 201);
  });

  test("of 16 made at once with one external id, one is", async () => {
    const externalId = unique();
    const answers = await Promise.all(
      Array.from({ length: 16 }, () => clerk.post("/dashboard/customers", { name: "Race", externalId })),
    );
    assert.deepEqual(answers.map(({ status }) => status).toSorted(), [201, ...Array(15).fill(409)]);
  });

  test("is listed by who signs in as it", async () => {
    const other = await createTenant();
    const visitor = await signInEmployee(await other.addEmployee());
    await other.addCustomer({ name: "With" });
    await other.addCustomer({ name: "Without", signsIn: false });
    const names = async (query: string) =>
      (await visitor.get(`/dashboard/customers?${query}`))
        .json<{ items: Customer[] }>()
        .items.map(({ name }) => name);
    for (const q of ["", "&q=w"]) {
      assert.deepEqual(await names(`account=ACTIVE${q}`), ["With"]);
      assert.deepEqual(await names(`account=NONE${q}`), ["Without"]);
      assert.deepEqual(await names(`account=NONE,ACTIVE${q}`), ["With", "Without"]);
      assert.deepEqual(await names(q), ["With", "Without"]);
    }
    assertProblem(await visitor.get("/dashboard/customers?account=yes"), 400, "INVALID_REQUEST");
  });
});

describe("a customer's account", () => {
  test("is shown, and shut by any employee: it is out with its next request", async () => {
    const person = await tenant.addCustomer();
    const visitor = await signIn(person);
    const shown = (await clerk.get(path(person))).json<Customer>().account!;
    assert.deepEqual(
      [shown.userId, shown.email, shown.role, shown.disabledAt],
      [person.userId, person.email, "CUSTOMER", null],
    );
    assert.ok(shown.lastSeenAt);
    const shut = await clerk.patch(path(person), { account: { disabled: true } });
    assert.ok(shut.json<Customer>().account!.disabledAt);
    assertProblem(await visitor.get("/portal/me"), 401, "UNAUTHENTICATED");
    const refresh = () => visitor.post("/portal/auth/refresh", { organization: tenant.slug });
    const opened = await clerk.patch(path(person), { account: { disabled: false } });
    assert.equal(opened.json<Customer>().account!.disabledAt, null);
    assertProblem(await refresh(), 401, "SESSION_EXPIRED");
    assert.equal((await (await signIn(person)).get("/portal/me")).status, 200);
  });

  test("takes its name from the record, and keeps the address that it has proven", async () => {
    const person = await tenant.addCustomer();
    await clerk.patch(path(person), { name: "Renamed", email: "other@customers.example" });
    const me = (await (await signIn(person)).get("/portal/me")).json<
      Record<string, { name: string; email: string }>
    >();
    assert.deepEqual([me.user!.name, me.user!.email], ["Renamed", person.email]);
    assert.deepEqual([me.customer!.name, me.customer!.email], ["Renamed", "other@customers.example"]);
  });

  test("that does not exist cannot be shut", async () => {
    const person = await tenant.addCustomer({ signsIn: false });
    const answer = await clerk.patch(path(person), { name: "Half", account: { disabled: true } });
    assertProblem(answer, 400, "INVALID_REQUEST");
    assert.equal(answer.json<{ errors: { path: string }[] }>().errors[0]!.path, "account");
    assert.equal((await clerk.get(path(person))).json<Customer>().name, "Grace Miller");
  });

  test("that is an employee's is neither shut nor renamed by who may change customers", async () => {
    const boss = await ownerWithRecord();
    const answer = await clerk.patch(path(boss), { account: { disabled: true } });
    assertProblem(answer, 400, "INVALID_REQUEST");
    await clerk.patch(path(boss), { name: "Clown" });
    const employee = (await clerk.get(`/dashboard/employees/${boss.userId}`)).json();
    assert.deepEqual([employee.name, employee.disabledAt], ["Erin Employee", null]);
  });
});

/** An owner who is also a customer, as whoever registers an organization is. */
async function ownerWithRecord(): Promise<Person> {
  const boss = await tenant.addEmployee("OWNER");
  const { customerId } = await tenant.addCustomer({ signsIn: false });
  await tenant.sql((tx) => tx`update portal.users set customer_id = ${customerId} where id = ${boss.userId}`);
  return { ...boss, customerId };
}

describe("deleting a customer", () => {
  const count = async (table: string, column: string, id: string) =>
    (await adminSql`select 1 from portal.${adminSql(table)} where ${adminSql(column)} = ${id}`).length;

  test("deletes every record of it and its account with its sessions, and nobody else's", async () => {
    const [person, other] = [await tenant.addCustomer(), await tenant.addCustomer()];
    const visitor = await signIn(person);
    for (const kind of ["appointments", "tasks", "notes"] as const)
      for (const { customerId } of [person, other]) await tenant.add(kind, customerId);
    // Once an employee's account, it may be named by what it made.
    const { userId } = person;
    const note = await tenant.add("notes", other.customerId, { author_id: userId });
    const appointment = await tenant.add("appointments", other.customerId, { employee_id: userId });

    assert.equal((await clerk.delete(path(person))).status, 204);
    assertProblem(await visitor.get("/portal/me"), 401, "UNAUTHENTICATED");
    const login = { email: person.email, password, organization: tenant.slug };
    assertProblem(await visitor.copy().post("/portal/auth/login", login), 401, "INVALID_CREDENTIALS");
    for (const kind of ["appointments", "tasks", "notes"]) {
      assert.equal(await count(kind, "customer_id", person.customerId), 0, kind);
      assert.ok((await count(kind, "customer_id", other.customerId)) > 0, kind);
    }
    assert.equal(await count("users", "id", userId), 0);
    assert.equal(await count("sessions", "user_id", userId), 0);
    assert.equal((await clerk.get(`/dashboard/notes/${note}`)).json().author, null);
    assert.equal((await clerk.get(`/dashboard/appointments/${appointment}`)).json().employee, null);
    assertProblem(await clerk.get(path(person)), 404, "NOT_FOUND");
    assertProblem(await clerk.delete(path(person)), 404, "NOT_FOUND");
  });

  test("leaves an employee's account, without the customer", async () => {
    const boss = await ownerWithRecord();
    const visitor = await signInEmployee(boss);
    assert.equal((await clerk.delete(path(boss))).status, 204);
    assert.equal((await visitor.get("/dashboard/me")).status, 200);
    assert.equal(await count("users", "id", boss.userId), 1);
    assertProblem(await clerk.get(path(boss)), 404, "NOT_FOUND");
  });

  test("of a state that is gone does nothing", async () => {
    const person = await tenant.addCustomer();
    const etag = String((await clerk.get(path(person))).headers.etag);
    await clerk.patch(path(person), { address: "Somewhere" });
    assertProblem(
      await clerk.delete(path(person), { headers: { "If-Match": etag } }),
      412,
      "PRECONDITION_FAILED",
    );
    assert.equal((await clerk.get(path(person))).status, 200);
  });

  test("while it is changed by its owner and by others: nobody is told of an error of ours", async () => {
    for (let round = 0; round < 10; round++) {
      const person = await tenant.addCustomer();
      const visitor = await signIn(person);
      const answers = await Promise.all([
        ...Array.from({ length: 6 }, (_, n) =>
          visitor.send("PUT", "/portal/me", { body: { name: `Me ${n}` } }),
        ),
        ...Array.from({ length: 6 }, (_, n) => clerk.patch(path(person), { name: `Desk ${n}` })),
        ...Array.from({ length: 3 }, () => clerk.delete(path(person))),
        clerk.post("/dashboard/tasks", { customerId: person.customerId, title: "Late" }),
      ]);
      for (const { status, text } of answers)
        assert.ok([200, 201, 204, 400, 401, 404, 503].includes(status), `${status} ${text}`);
      const gone = (await clerk.delete(path(person))).status;
      assert.ok([204, 404].includes(gone));
      assert.equal(await count("users", "id", person.userId), 0);
    }
  });
});
