import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createTenant, inDays, newId, signIn, signInEmployee, type Person, type Tenant } from "./harness.ts";
import type { Answer, Visitor } from "./http.ts";
import { assertProblem } from "./walk.ts";

interface Appointment {
  id: string;
  title: string;
  startsAt: string;
  timeZone: string;
  status: string;
  employee: { id: string } | null;
  overlaps: number;
  customer: { id: string; timeZone: string | null };
}

let tenant: Tenant;
let person: Person;
let employee: Person;
let clerk: Visitor;

before(async () => {
  tenant = await createTenant();
  person = await tenant.addCustomer();
  employee = await tenant.addEmployee();
  clerk = await signInEmployee(employee);
});

const errorPath = (answer: Answer) => {
  assertProblem(answer, 400, "INVALID_REQUEST");
  return answer.json<{ errors: { path: string }[] }>().errors[0]!.path;
};
const at = (hour: number, minute = 0) => new Date(Date.UTC(2027, 0, 4, hour, minute)).toISOString();
const whole = (values: object = {}) => ({
  customerId: person.customerId,
  title: "Check-up",
  startsAt: at(9),
  endsAt: at(10),
  ...values,
});
const make = async (values: object = {}) => {
  const answer = await clerk.post("/dashboard/appointments", whole(values));
  assert.equal(answer.status, 201, answer.text);
  return answer.json<Appointment>();
};
const change = (id: string, values: object) => clerk.patch(`/dashboard/appointments/${id}`, values);

describe("an appointment", () => {
  test("is confirmed and in the organization's zone where nothing else is said", async () => {
    await tenant.sql(
      (tx) => tx`update portal.organizations set time_zone = 'Asia/Tokyo' where id = ${tenant.id}`,
    );
    const made = await make();
    assert.deepEqual(
      [made.status, made.timeZone, made.employee, made.overlaps],
      ["CONFIRMED", "Asia/Tokyo", null, 0],
    );
    const said = await make({ timeZone: "Europe/Berlin", status: "REQUESTED", employeeId: employee.userId });
    assert.deepEqual(
      [said.status, said.timeZone, said.employee?.id],
      ["REQUESTED", "Europe/Berlin", employee.userId],
    );
  });

  test("names its customer, and the zone in which they live where that is known", async () => {
    const { customerId } = await tenant.addCustomer();
    const { id, customer } = await make({ customerId });
    assert.deepEqual([customer.id, customer.timeZone], [customerId, null]);
    await clerk.patch(`/dashboard/customers/${customerId}`, { timeZone: "America/New_York" });
    const path = `/dashboard/appointments?customerId=${customerId}`;
    const list = (await clerk.get(path)).json<{ items: Appointment[] }>();
    assert.deepEqual(
      list.items.map((item) => [item.id, item.customer.timeZone]),
      [[id, "America/New_York"]],
    );
  });

  test("ends after it begins, within 48 hours, also when only one of the two is changed", async () => {
    for (const [startsAt, endsAt] of [
      [at(9), at(9)],
      [at(9), at(8)],
      [at(0), at(48, 1)],
      ["0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z"],
      ["2027-01-04T09:00:00.0001Z", "2027-01-04T09:00:00.0001Z"],
      ["2027-01-04T00:00:00.000Z", "2027-01-06T00:00:00.000900Z"],
    ])
      assert.equal(
        errorPath(await clerk.post("/dashboard/appointments", whole({ startsAt, endsAt }))),
        "endsAt",
      );
    const { id } = await make({ startsAt: at(0), endsAt: at(48) });
    assert.equal(errorPath(await change(id, { startsAt: at(48) })), "endsAt");
    assert.equal(errorPath(await change(id, { endsAt: at(0) })), "endsAt");
    assert.equal(errorPath(await change(id, { endsAt: at(49) })), "endsAt");
    assert.equal((await change(id, { startsAt: at(30), endsAt: at(31) })).status, 200);
  });

  test("is held by an employee who can sign in; everybody else is refused alike", async () => {
    const elsewhere = await createTenant();
    const shut = await tenant.addEmployee();
    await tenant.sql((tx) => tx`update portal.users set disabled_at = now() where id = ${shut.userId}`);
    const { id } = await make();
    const others = [newId(), (await elsewhere.addEmployee()).userId, person.userId, shut.userId];
    const told = new Set<string>();
    for (const employeeId of others) {
      for (const answer of [
        await clerk.post("/dashboard/appointments", whole({ employeeId })),
        await change(id, { employeeId }),
      ]) {
        assert.equal(errorPath(answer), "employeeId");
        told.add(JSON.stringify({ ...answer.json(), requestId: "" }));
      }
    }
    assert.equal(told.size, 1);
  });

  test("keeps an employee who has been shut since", async () => {
    const leaving = await tenant.addEmployee();
    const { id } = await make({ employeeId: leaving.userId });
    await tenant.sql((tx) => tx`update portal.users set disabled_at = now() where id = ${leaving.userId}`);
    const kept = await change(id, { employeeId: leaving.userId, title: "Moved" });
    assert.equal(kept.json<Appointment>().employee?.id, leaving.userId, kept.text);
    assert.equal((await change(id, { employeeId: null })).json<Appointment>().employee, null);
    assert.equal(errorPath(await change(id, { employeeId: leaving.userId })), "employeeId");
  });

  test("meets on the web by https only", async () => {
    for (const meetingUrl of [
      "http://meet.example",
      "javascript:alert(1)",
      "meet.example",
      "https://a:b@meet.example",
    ])
      assert.equal(
        errorPath(await clerk.post("/dashboard/appointments", whole({ meetingUrl }))),
        "meetingUrl",
      );
    await make({ meetingUrl: "https://meet.example/ada?x=1#y" });
  });

  test("cannot be moved to another customer, and takes no unknown field", async () => {
    const { id } = await make();
    const other = await tenant.addCustomer();
    assert.equal(errorPath(await change(id, { customerId: other.customerId })), "customerId");
    assert.equal(errorPath(await change(id, { overlaps: 0 })), "overlaps");
    assert.equal(errorPath(await clerk.post("/dashboard/appointments", whole({ id: newId() }))), "id");
  });
});

describe("overlapping appointments of one employee", () => {
  test("are counted in each answer, and only those that are in the way", async () => {
    const holder = await tenant.addEmployee();
    const employeeId = holder.userId;
    const first = await make({ employeeId, startsAt: at(9), endsAt: at(10) });
    const after = await make({ employeeId, startsAt: at(10), endsAt: at(11) });
    assert.deepEqual([first.overlaps, after.overlaps], [0, 0], "one ends as the other begins");
    const night = await make({ employeeId, startsAt: at(0), endsAt: at(9, 1) });
    const within = await make({ employeeId, startsAt: at(9, 15), endsAt: at(9, 30) });
    assert.deepEqual([night.overlaps, within.overlaps], [1, 1]);
    await make({ employeeId, startsAt: at(9), endsAt: at(10), status: "CANCELLED" });
    await make({ startsAt: at(9), endsAt: at(10) });
    const list = await clerk.get(`/dashboard/appointments?employeeId=${employeeId}`);
    const overlaps = list.json<{ items: Appointment[] }>().items.map((item) => item.overlaps);
    assert.deepEqual(
      overlaps,
      [1, 2, 0, 1, 0],
      "the night, the first, the cancelled, the one within, the one after",
    );
    const moved = await change(after.id, { startsAt: at(9), endsAt: at(9, 5) });
    assert.equal(moved.json<Appointment>().overlaps, 2);
    assert.equal((await change(after.id, { status: "CANCELLED" })).json<Appointment>().overlaps, 0);
  });
});

describe("the list of appointments", () => {
  test("holds what is under way between two instants, in order, whichever way it is cut and paged", async () => {
    const place = await createTenant();
    const [ada, ben] = [await place.addCustomer(), await place.addCustomer()];
    const [erin, otto] = [await place.addEmployee(), await place.addEmployee()];
    const visitor = await signInEmployee(erin);
    const rows = Array.from({ length: 60 }, (_, n) => {
      const starts = inDays(n / 4 - 7);
      return {
        id: "",
        starts,
        ends: new Date(starts.getTime() + ((n * 7) % 48) * 3_600_000 + 60_000),
        customer: n % 3 === 0 ? ben : ada,
        holder: n % 2 === 0 ? erin : otto,
        status: n % 5 === 0 ? "REQUESTED" : "CONFIRMED",
      };
    });
    for (const row of rows)
      row.id = await place.add("appointments", row.customer.customerId, {
        starts_at: row.starts,
        ends_at: row.ends,
        status: row.status,
        employee_id: row.holder.userId,
      });
    const list = async (query: string) => {
      const ids: string[] = [];
      let cursor = "";
      do {
        const answer = await visitor.get(`/dashboard/appointments?limit=7${query}${cursor}`);
        assert.equal(answer.status, 200, answer.text);
        const page = answer.json<{ items: Appointment[]; nextCursor: string | null }>();
        ids.push(...page.items.map((item) => item.id));
        cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : "";
      } while (cursor);
      return ids;
    };
    const [from, to] = [inDays(-2), inDays(3)];
    const tests: Record<string, (row: (typeof rows)[0]) => boolean> = {
      [`&from=${from.toISOString()}`]: (row) => row.ends > from,
      [`&to=${to.toISOString()}`]: (row) => row.starts < to,
      [`&to=${rows[20]!.starts.toISOString()}`]: (row) => row.starts < rows[20]!.starts,
      [`&customerId=${ben.customerId}`]: (row) => row.customer === ben,
      [`&employeeId=${otto.userId}`]: (row) => row.holder === otto,
      "&status=REQUESTED": (row) => row.status === "REQUESTED",
    };
    const queries = Object.keys(tests);
    const subsets = Array.from({ length: 2 ** queries.length }, (_, bits) =>
      queries.filter((_, n) => bits & (1 << n)),
    );
    for (const subset of subsets) {
      const expected = rows.filter((row) => subset.every((query) => tests[query]!(row))).map((row) => row.id);
      const query = [...new Set(subset)].filter(
        (one, n, all) => !one.startsWith("&to=") || all.findIndex((o) => o.startsWith("&to=")) === n,
      );
      if (query.length < subset.length) continue;
      assert.deepEqual(await list(query.join("")), expected, query.join(""));
      assert.deepEqual(await list(`${query.join("")}&order=desc`), expected.toReversed(), query.join(""));
    }
  });
});

describe("a note", () => {
  const note = (values: object = {}) =>
    clerk.post("/dashboard/notes", {
      customerId: person.customerId,
      title: "Title",
      body: "Words.",
      ...values,
    });

  test("is its writer's, internal where nothing else is said, and keeps its author", async () => {
    const made = (await note()).json<{ id: string; visibility: string; author: { id: string } }>();
    assert.deepEqual([made.visibility, made.author.id], ["INTERNAL", employee.userId]);
    const other = await signInEmployee(await tenant.addEmployee());
    const changed = (await other.patch(`/dashboard/notes/${made.id}`, { body: "Other words." })).json<
      typeof made
    >();
    assert.equal(changed.author.id, employee.userId);
    for (const body of [
      { authorId: newId() },
      { customerId: newId() },
      { visibility: "PUBLIC" },
      { body: "" },
    ])
      assertProblem(await clerk.patch(`/dashboard/notes/${made.id}`, body), 400, "INVALID_REQUEST");
    assert.equal(errorPath(await note({ authorId: newId() })), "authorId");
  });

  test("is seen by its customer while it is shared, and no longer", async () => {
    const customer = await signIn(person);
    const { id } = (await note()).json<{ id: string }>();
    const seen = async () => (await customer.get(`/portal/notes/${id}`)).status;
    assert.equal(await seen(), 404);
    await clerk.patch(`/dashboard/notes/${id}`, { visibility: "SHARED" });
    assert.equal(await seen(), 200);
    await clerk.patch(`/dashboard/notes/${id}`, { visibility: "INTERNAL" });
    assert.equal(await seen(), 404);
    await clerk.delete(`/dashboard/notes/${id}`);
    assertProblem(await clerk.get(`/dashboard/notes/${id}`), 404, "NOT_FOUND");
  });

  test("is listed by customer and by who may read it", async () => {
    const other = await tenant.addCustomer();
    await note({ customerId: other.customerId, title: "Inner" });
    await note({ customerId: other.customerId, title: "Outer", visibility: "SHARED" });
    const titles = async (query: string) =>
      (await clerk.get(`/dashboard/notes?customerId=${other.customerId}${query}`))
        .json<{ items: { title: string }[] }>()
        .items.map(({ title }) => title);
    assert.deepEqual(await titles(""), ["Outer", "Inner"]);
    assert.deepEqual(await titles("&visibility=SHARED"), ["Outer"]);
    assert.deepEqual(await titles("&visibility=INTERNAL"), ["Inner"]);
    assertProblem(await clerk.get("/dashboard/notes?visibility=shared"), 400, "INVALID_REQUEST");
  });
});

describe("a task", () => {
  test("is listed by when it is due: after one instant and until another, or without a date in no such list", async () => {
    const { customerId } = await tenant.addCustomer();
    for (const [title, dueAt] of [
      ["early", at(8)],
      ["noon", at(12)],
      ["late", at(18)],
      ["any time", null],
    ])
      await clerk.post("/dashboard/tasks", { customerId, title, dueAt });
    const titles = async (query: string) =>
      (await clerk.get(`/dashboard/tasks?customerId=${customerId}${query}`))
        .json<{ items: { title: string }[] }>()
        .items.map(({ title }) => title);
    assert.deepEqual(await titles(""), ["early", "noon", "late", "any time"]);
    assert.deepEqual(await titles(`&dueUntil=${at(12)}`), ["early", "noon"]);
    assert.deepEqual(await titles(`&dueAfter=${at(12)}`), ["late", "any time"]);
    assert.deepEqual(await titles(`&dueAfter=${at(8)}&dueUntil=${at(12)}`), ["noon"]);
    const first = await clerk.get(`/dashboard/tasks?customerId=${customerId}&dueAfter=${at(8)}&limit=1`);
    const { nextCursor } = first.json<{ nextCursor: string }>();
    assert.deepEqual(await titles(`&dueAfter=${at(8)}&cursor=${nextCursor}`), ["late", "any time"]);
    assert.equal(errorPath(await clerk.get("/dashboard/tasks?dueUntil=tomorrow")), "dueUntil");
  });
});
