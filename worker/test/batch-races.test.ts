import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { batch, rowOf, statuses, type Kind } from "./batches.ts";
import { createTenant, signInEmployee, unique, type Person, type Tenant } from "./harness.ts";
import type { Visitor } from "./http.ts";

let tenant: Tenant;
let person: Person;
let visitors: Visitor[];

before(async () => {
  tenant = await createTenant();
  person = await tenant.addCustomer();
  visitors = await Promise.all([1, 2].map(async () => signInEmployee(await tenant.addEmployee())));
});

const rounds = 20;
const shuffled = <T>(values: T[]) =>
  values
    .map((value) => [Math.random(), value] as const)
    .sort(([a], [b]) => a - b)
    .map(([, value]) => value);
const countOf = (kind: Kind, names: string[]) =>
  tenant.sql(
    async (tx) => (await tx`select 1 from portal.${tx(kind)} where external_id in ${tx(names)}`).length,
  );

describe("batches at once", () => {
  for (const kind of ["customers", "tasks"] as const)
    test(`${kind}: 16 with the same new ids make each record once`, { timeout: 240_000 }, async () => {
      for (let round = 0; round < rounds; round++) {
        const names = Array.from({ length: 5 }, () => unique());
        const all = await Promise.all(
          Array.from({ length: 16 }, (_, n) => {
            const items = shuffled(names).map((externalId) => ({
              ...rowOf[kind](person.customerId),
              externalId,
            }));
            return batch(visitors[n % 2]!, kind, items);
          }),
        );
        const made = all.flat().filter(({ status }) => status === "CREATED");
        assert.equal(made.length, names.length);
        assert.deepEqual([...new Set(statuses(all.flat()))].sort(), ["CREATED", "UNCHANGED"]);
        assert.equal(new Set(all.flat().map(({ id }) => id)).size, names.length);
        assert.equal(await countOf(kind, names), names.length);
      }
    });

  test("a batch and 8 creates with its new ids: each record once", { timeout: 240_000 }, async () => {
    for (let round = 0; round < rounds; round++) {
      const names = Array.from({ length: 8 }, () => unique());
      const fields = rowOf.tasks(person.customerId);
      const [results, ...answers] = await Promise.all([
        batch(
          visitors[0]!,
          "tasks",
          names.map((externalId) => ({ ...fields, externalId })),
        ),
        ...names.map((externalId) => visitors[1]!.post("/dashboard/tasks", { ...fields, externalId })),
      ] as const);
      for (const { status, text } of answers) assert.ok([201, 409].includes(status), text);
      assert.ok(results.every(({ status }) => status === "CREATED" || status === "UNCHANGED"));
      assert.equal(
        results.filter(({ status }) => status === "CREATED").length,
        answers.filter(({ status }) => status === 409).length,
      );
      assert.equal(await countOf("tasks", names), names.length);
    }
  });

  test("against changes of single records and of their names", { timeout: 240_000 }, async () => {
    const names = Array.from({ length: 8 }, () => unique());
    const fields = rowOf.tasks(person.customerId);
    const made = await batch(
      visitors[0]!,
      "tasks",
      names.map((externalId) => ({ ...fields, externalId })),
    );
    for (let round = 0; round < rounds; round++) {
      const title = `Round ${round}`;
      const [results, ...answers] = await Promise.all([
        batch(
          visitors[0]!,
          "tasks",
          shuffled(made).map(({ id }) => ({ id, title })),
        ),
        batch(
          visitors[1]!,
          "tasks",
          shuffled(names).map((externalId) => ({ externalId, priority: round % 2 ? "LOW" : "HIGH" })),
        ),
        ...made.map(({ id }) => visitors[1]!.patch(`/dashboard/tasks/${id}`, { description: title })),
      ] as const);
      assert.deepEqual([...new Set(statuses(results))], ["UPDATED"]);
      for (const answer of answers) if ("text" in answer) assert.equal(answer.status, 200, answer.text);
      const rows = await tenant.sql(
        (tx) => tx`select title, description, priority from portal.tasks where external_id in ${tx(names)}`,
      );
      for (const row of rows)
        assert.deepEqual({ ...row }, { title, description: title, priority: round % 2 ? "LOW" : "HIGH" });
    }
  });

  test(
    "against the deletion of the customer: each row is made or refused",
    { timeout: 240_000 },
    async () => {
      for (let round = 0; round < rounds; round++) {
        const gone = await tenant.addCustomer();
        const own = await tenant.add("tasks", gone.customerId);
        const items = [
          { id: own, title: "Changed" },
          ...Array.from({ length: 4 }, () => rowOf.tasks(gone.customerId)),
          rowOf.tasks(person.customerId),
        ];
        const [first, second, deleted] = await Promise.all([
          batch(visitors[0]!, "tasks", items),
          batch(visitors[1]!, "customers", [{ id: gone.customerId, name: "Changed" }]),
          visitors[1]!.delete(`/dashboard/customers/${gone.customerId}`),
        ]);
        assert.equal(deleted.status, 204, deleted.text);
        assert.equal(first.at(-1)!.status, "CREATED");
        assert.equal(new Set(statuses(first.slice(1, -1))).size, 1);
        assert.ok(["UPDATED", "FAILED"].includes(second[0]!.status));
        const left = await tenant.sql(
          (tx) => tx`select 1 from portal.tasks where customer_id = ${gone.customerId}`,
        );
        assert.equal(left.length, 0);
      }
    },
  );

  test("deleting and making under one name: never two, never an error", { timeout: 240_000 }, async () => {
    for (let round = 0; round < rounds; round++) {
      const externalId = unique();
      const make = { ...rowOf.notes(person.customerId), externalId };
      const all = await Promise.all(
        Array.from({ length: 16 }, (_, n) =>
          batch(visitors[n % 2]!, "notes", [n % 3 ? make : { externalId, deleted: true }]),
        ),
      );
      const count = (status: string) => all.flat().filter((row) => row.status === status).length;
      assert.equal(count("FAILED"), 0);
      assert.equal(count("CREATED") - count("DELETED"), await countOf("notes", [externalId]));
    }
  });
});
