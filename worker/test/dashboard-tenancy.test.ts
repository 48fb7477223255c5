import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createTenant, newId, signIn, signInEmployee, type Person, type Tenant } from "./harness.ts";
import type { Answer, Visitor } from "./http.ts";
import { assertProblem } from "./walk.ts";

/** An organization with a word of its own in everything that can be read of it. */
interface Side {
  tenant: Tenant;
  word: string;
  person: Person;
  employee: Person;
  visitor: Visitor;
  ids: Record<string, string>;
}

async function createSide(word: string): Promise<Side> {
  const tenant = await createTenant();
  const employee = await tenant.addEmployee("OWNER");
  const visitor = await signInEmployee(employee);
  const person = await tenant.addCustomer({ name: `Ada ${word}` });
  await tenant.sql(
    (tx) => tx`update portal.users set name = ${`Erin ${word}`} where id = ${employee.userId}`,
  );
  await tenant.sql((tx) => tx`update portal.organizations set name = ${word} where id = ${tenant.id}`);
  const { customerId } = person;
  const bodies: Record<string, object> = {
    customers: { name: `Ben ${word}`, phone: "+49 30 1234567", externalId: `${word}-1` },
    appointments: {
      customerId,
      title: word,
      startsAt: "2027-01-04T09:00:00Z",
      endsAt: "2027-01-04T10:00:00Z",
      employeeId: employee.userId,
    },
    tasks: { customerId, title: word },
    notes: { customerId, title: word, body: word },
  };
  const ids: Record<string, string> = { employees: employee.userId };
  for (const [kind, body] of Object.entries(bodies)) {
    const answer = await visitor.post(`/dashboard/${kind}`, body);
    assert.equal(answer.status, 201, answer.text);
    ids[kind] = answer.json<{ id: string }>().id;
    assert.equal((await visitor.post(`/dashboard/${kind}`, { ...body, externalId: undefined })).status, 201);
  }
  ids["audit-log"] = (await visitor.get("/dashboard/audit-log?limit=1")).json<{
    items: { id: string }[];
  }>().items[0]!.id;
  return { tenant, word, person, employee, visitor, ids };
}

let ours: Side;
let theirs: Side;
before(async () => {
  [ours, theirs] = [await createSide("Oursword"), await createSide("Theirsword")];
});

const lists = ["employees", "customers", "appointments", "tasks", "notes", "audit-log"];
const holds = (answer: Answer, side: Side) => {
  const { word, tenant, ids } = side;
  return [word, tenant.id, ...Object.values(ids)].some((text) => answer.text.includes(text));
};

describe("no row of another organization comes out", () => {
  for (const list of lists) {
    test(`${list}: by any filter or cursor`, async () => {
      const { ids, person, employee, word } = theirs;
      const queries = [
        "limit=100",
        `customerId=${person.customerId}`,
        `employeeId=${employee.userId}`,
        `customerId=${person.customerId}&employeeId=${employee.userId}`,
        `actorId=${employee.userId}`,
        ...Object.values(ids).map((id) => `entityId=${id}`),
        `organizationId=${theirs.tenant.id}&organization=${theirs.tenant.slug}`,
        ...["Ada", "a", word, "0301234567", "@", `${theirs.tenant.id.slice(-12)}:ada`].map(
          (q) => `q=${encodeURIComponent(q)}`,
        ),
        "q=ada&account=ACTIVE",
        "visibility=INTERNAL",
        "entity=note",
        "action=createNote",
        "disabled=false",
        "from=2000-01-01T00:00:00Z&to=2100-01-01T00:00:00Z",
        "order=desc",
      ];
      for (const query of queries) {
        const answer = await ours.visitor.get(`/dashboard/${list}?${query}`);
        assert.equal(answer.status, 200, `${query}: ${answer.text}`);
        assert.ok(!holds(answer, theirs), `${query}: ${answer.text}`);
      }
      assert.ok(holds(await ours.visitor.get(`/dashboard/${list}`), ours), "the own ones do");
      const first = await theirs.visitor.get(`/dashboard/${list}?limit=1`);
      const { nextCursor } = first.json<{ nextCursor: string | null }>();
      if (list !== "employees") assert.ok(nextCursor, list);
      const answer = await ours.visitor.get(`/dashboard/${list}?cursor=${nextCursor ?? ""}`);
      assert.ok(!holds(answer, theirs), answer.text);
    });

    test(`${list}: by id, answered as one that does not exist; nothing is changed`, async () => {
      const id = theirs.ids[list]!;
      const path = `/dashboard/${list}/${id}`;
      const before = (await theirs.visitor.get(path)).text;
      const told = (answer: Answer) => {
        assertProblem(answer, 404, "NOT_FOUND");
        return { ...answer.json(), requestId: "" };
      };
      const nobodys = told(await ours.visitor.get(`/dashboard/${list}/${newId()}`));
      assert.deepEqual(told(await ours.visitor.get(path)), nobodys);
      if (list === "audit-log") return;
      assert.deepEqual(told(await ours.visitor.patch(path, {})), nobodys);
      assert.deepEqual(
        told(await ours.visitor.patch(path, list === "customers" ? { name: "x" } : {})),
        nobodys,
      );
      if (list !== "employees") assert.deepEqual(told(await ours.visitor.delete(path)), nobodys);
      assert.equal((await theirs.visitor.get(path)).text, before);
    });
  }

  test("a record for another organization's customer is refused as for one that does not exist", async () => {
    const bodies: Record<string, object> = {
      appointments: { title: "x", startsAt: "2027-01-04T09:00:00Z", endsAt: "2027-01-04T10:00:00Z" },
      tasks: { title: "x" },
      notes: { title: "x", body: "x" },
    };
    for (const [list, body] of Object.entries(bodies)) {
      const told = new Set<string>();
      for (const customerId of [theirs.person.customerId, theirs.ids.customers, newId()]) {
        const answer = await ours.visitor.post(`/dashboard/${list}`, { ...body, customerId });
        assertProblem(answer, 400, "INVALID_REQUEST");
        assert.equal(answer.json<{ errors: { path: string }[] }>().errors[0]!.path, "customerId");
        told.add(JSON.stringify({ ...answer.json(), requestId: "" }));
      }
      assert.equal(told.size, 1, list);
    }
  });

  test("the settings are the own ones", async () => {
    for (const path of ["/dashboard/organization", "/dashboard/me"]) {
      const query = `?organization=${theirs.tenant.slug}&id=${theirs.tenant.id}`;
      const answer = await ours.visitor.get(path + query);
      assert.ok(holds(answer, ours) && !holds(answer, theirs), answer.text);
    }
  });
});

test("what only employees know reaches no customer, whatever they ask", async () => {
  const { person, word, ids } = ours;
  const customer = await signIn(person);
  const portal = ["notes", "tasks", "appointments"].flatMap((kind) => [
    `/portal/${kind}?limit=100`,
    `/portal/${kind}/${ids.notes}`,
  ]);
  for (const path of [
    ...portal,
    "/portal/dashboard",
    "/portal/me",
    "/portal/notes?visibility=INTERNAL&q=a",
  ]) {
    const answer = await customer.get(path);
    assert.ok(!answer.text.includes(ids.notes!), path);
    for (const field of ["visibility", "overlaps", "allowedOrigins", "contactEmail", "account", "lastSeenAt"])
      assert.ok(!answer.text.includes(`"${field}"`), `${path}: ${field}`);
  }
  assert.ok((await customer.get("/portal/tasks")).text.includes(word), "what is theirs does");
  for (const list of [...lists, "organization", "me"])
    assertProblem(await customer.get(`/dashboard/${list}`), 401, "UNAUTHENTICATED");
});
