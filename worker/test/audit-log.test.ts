import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { createTenant, newId, signInEmployee, type Person, type Tenant } from "./harness.ts";
import type { Visitor } from "./http.ts";
import { assertProblem } from "./walk.ts";

interface Entry {
  id: string;
  at: string;
  actor: { id: string; name: string };
  action: string;
  entity: string;
  entityId: string;
  record: { name: string; customerId: string | null } | null;
  before: Record<string, unknown> | null;
  after: Record<string, unknown> | null;
}
interface Page {
  items: Entry[];
  nextCursor: string | null;
}

const path = "/dashboard/audit-log";
let tenant: Tenant;
let boss: Person;
let owner: Visitor;
let clerk: Visitor;
let made: Entry[];

const list = async (query: string, visitor = owner) => {
  const items: Entry[] = [];
  let cursor = "";
  do {
    const answer = await visitor.get(`${path}?limit=3${query}${cursor}`);
    assert.equal(answer.status, 200, answer.text);
    const page = answer.json<Page>();
    items.push(...page.items);
    cursor = page.nextCursor ? `&cursor=${page.nextCursor}` : "";
  } while (cursor);
  return items;
};

before(async () => {
  tenant = await createTenant();
  boss = await tenant.addEmployee("OWNER");
  owner = await signInEmployee(boss);
  clerk = await signInEmployee(await tenant.addEmployee());
  for (const visitor of [owner, clerk]) {
    for (const name of ["Ada", "Ben"]) {
      const { id } = (await visitor.post("/dashboard/customers", { name })).json<{ id: string }>();
      await visitor.patch(`/dashboard/customers/${id}`, { name: `${name} B.` });
      const task = { customerId: id, title: "A task" };
      const { id: taskId } = (await visitor.post("/dashboard/tasks", task)).json<{ id: string }>();
      await visitor.delete(`/dashboard/tasks/${taskId}`);
    }
  }
  made = await list("");
});

describe("the audit log", () => {
  test("tells every change, newest first, each on one page", async () => {
    assert.equal(made.length, 16);
    assert.equal(new Set(made.map(({ id }) => id)).size, 16);
    assert.deepEqual(
      made.map(({ at }) => at),
      made
        .map(({ at }) => at)
        .toSorted()
        .toReversed(),
    );
    const [deleted, created] = made;
    assert.deepEqual(
      [deleted!.action, deleted!.after, deleted!.before!.title],
      ["deleteTask", null, "A task"],
    );
    assert.deepEqual(
      [created!.action, created!.before, created!.after!.title],
      ["createTask", null, "A task"],
    );
    assert.deepEqual(made[2]!.after, { name: "Ben B." });
    assert.deepEqual(
      [made[2]!.record, made[3]!.record, deleted!.record],
      [{ name: "Ben B.", customerId: made[2]!.entityId }, made[2]!.record, null],
    );
    assert.deepEqual((await owner.get(`${path}/${created!.id}`)).json(), created);
  });

  test("is cut by every filter, and by any of them together", async () => {
    const one = made[5]!;
    const tests: Record<string, (entry: Entry) => boolean> = {
      [`&actorId=${boss.userId}`]: (entry) => entry.actor.id === boss.userId,
      [`&entityId=${one.entityId}`]: (entry) => entry.entityId === one.entityId,
      "&entity=customer": (entry) => entry.entity === "customer",
      "&action=updateCustomer": (entry) => entry.action === "updateCustomer",
      [`&from=${made[10]!.at}`]: (entry) => entry.at >= made[10]!.at,
      [`&to=${made[2]!.at}`]: (entry) => entry.at < made[2]!.at,
    };
    const queries = Object.keys(tests);
    for (let bits = 0; bits < 2 ** queries.length; bits++) {
      const subset = queries.filter((_, n) => bits & (1 << n));
      const expected = made.filter((entry) => subset.every((query) => tests[query]!(entry)));
      // An instant on the wire has milliseconds, one in the log microseconds: an entry of that very one may be either.
      const isEdge = ({ at }: Entry) => [made[10]!.at, made[2]!.at].includes(at);
      const found = await list(subset.join(""));
      const inner = (entries: Entry[]) => entries.filter((entry) => !isEdge(entry)).map(({ id }) => id);
      assert.deepEqual(inner(found), inner(expected), subset.join(""));
    }
  });

  test("is refused to those below an administrator, entry by entry too", async () => {
    assertProblem(await clerk.get(path), 403, "FORBIDDEN");
    assertProblem(await clerk.get(`${path}/${made[0]!.id}`), 403, "FORBIDDEN");
    assertProblem(await clerk.get(`${path}/${newId()}`), 403, "FORBIDDEN");
  });

  test("is its organization's own", async () => {
    const stranger = await signInEmployee(await (await createTenant()).addEmployee("OWNER"));
    const queries = [
      "",
      `&actorId=${boss.userId}`,
      `&entityId=${made[0]!.entityId}`,
      "&entity=task",
      "&action=createTask",
    ];
    for (const query of queries) assert.deepEqual(await list(query, stranger), [], query);
    assertProblem(await stranger.get(`${path}/${made[0]!.id}`), 404, "NOT_FOUND");
  });

  test("cannot be written", async () => {
    for (const method of ["POST", "PATCH", "PUT", "DELETE"]) {
      for (const target of [path, `${path}/${made[0]!.id}`]) {
        const answer = await owner.send(method, target, method === "DELETE" ? {} : { body: {} });
        assert.equal(answer.status, 405, `${method} ${target}`);
      }
    }
  });

  test("refuses filters that cannot be", async () => {
    for (const query of ["actorId=x", "entity=%00", "action=a%20b", "from=today", "entityId=", "action="])
      assertProblem(await owner.get(`${path}?${query}`), 400, "INVALID_REQUEST");
  });
});
