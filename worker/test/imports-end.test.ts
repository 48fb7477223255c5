import assert from "node:assert/strict";
import { before, describe, test } from "node:test";
import { adminSql, createTenant, inDays, newId, signInEmployee, workerSql, type Tenant } from "./harness.ts";
import type { Visitor } from "./http.ts";
import { continueInterrupted, countOf, importsAs } from "./imports.ts";
import { newAddress } from "./invitations.ts";
import { assertProblem } from "./walk.ts";

let tenant: Tenant;
let owner: Visitor;
before(async () => {
  tenant = await createTenant();
  owner = await signInEmployee(await tenant.addEmployee("OWNER"));
});
const { path, previewOf, get, confirm, run } = importsAs(() => owner);
const list = () => `email\n${newAddress()}\n`;

describe("what a list said of people", () => {
  test("is deleted with it, but not while it runs", async () => {
    const own = await createTenant();
    const visitor = await signInEmployee(await own.addEmployee());
    const { id } = await previewOf(list(), visitor);
    const set = (status: string) =>
      own.sql(
        (tx) =>
          tx`update portal.imports set status = ${status}, leased_until = ${inDays(1)} where id = ${id}`,
      );
    await set("RUNNING");
    assertProblem(await visitor.delete(`${path}/${id}`), 409, "CONFLICT");
    assert.equal(await countOf("import_rows", own), 1);
    await set("PREVIEW");
    assertProblem(
      await visitor.delete(`${path}/${id}`, { headers: { "If-Match": '"0"' } }),
      412,
      "PRECONDITION_FAILED",
    );
    assert.equal((await visitor.delete(`${path}/${id}`)).status, 204);
    assert.equal(await countOf("import_rows", own), 0);
    assertProblem(await visitor.delete(`${path}/${id}`), 404, "NOT_FOUND");
    assertProblem(await owner.delete(`${path}/${newId()}`), 404, "NOT_FOUND");
    const done = await run(list(), visitor);
    assert.equal((await visitor.delete(`${path}/${done.id}`)).status, 204);
    assert.equal(await countOf("invitations", own), 1, "whoever is invited stays so");
  });

  test("goes by itself: 30 days after its end, 7 days after a preview that nobody confirmed", async () => {
    const own = await createTenant();
    const visitor = await signInEmployee(await own.addEmployee());
    const [ended, recent, forgotten, fresh] = [
      await run(list(), visitor),
      await run(list(), visitor),
      await previewOf(list(), visitor),
      await previewOf(list(), visitor),
    ];
    const age = (id: string, column: string, days: number) =>
      own.sql((tx) => tx`update portal.imports set ${tx({ [column]: inDays(-days) })} where id = ${id}`);
    await age(ended.id, "finished_at", 30.1);
    await age(recent.id, "finished_at", 29);
    await age(forgotten.id, "created_at", 7.1);
    await age(fresh.id, "created_at", 6);
    await workerSql`select portal.sweep_imports(1000)`;
    const left = await own.sql((tx) => tx<{ id: string }[]>`select id from portal.imports`);
    assert.deepEqual(left.map(({ id }) => id).sort(), [recent.id, fresh.id].sort());
    assert.equal(await countOf("import_rows", own), 2);
    for (const statement of ["delete from portal.imports", "select created_by from portal.imports"])
      await adminSql
        .begin(async (tx) => {
          await tx`set local role portico_sweeper`;
          await tx.unsafe(statement);
        })
        .catch((error: { code?: string }) => assert.equal(error.code, "42501"));
    assert.equal(await countOf("imports", own), 2, "its role deletes nothing that is still good");
  });
});

describe("a part that always fails", () => {
  test("is tried later and later, and then no more", async () => {
    const own = await createTenant();
    const visitor = await signInEmployee(await own.addEmployee());
    const name = `fail_${own.slug.replace("-", "_")}`;
    await adminSql.unsafe(`create function public.${name}() returns trigger language plpgsql as
      $$ begin if new.organization_id = '${own.id}' then raise 'no'; end if; return new; end $$;
      create trigger ${name} before insert on portal.invitations for each row execute function public.${name}()`);
    try {
      const { id } = await previewOf(list(), visitor);
      await own.sql(
        (tx) => tx`update portal.imports set status = 'RUNNING', confirmed_at = now(),
        confirmed_by = created_by, request_id = ${newId()} where id = ${id}`,
      );
      const waits: number[] = [];
      for (let n = 0; n < 7; n++) {
        await own.sql((tx) => tx`update portal.imports set leased_until = null where id = ${id}`);
        await continueInterrupted();
        // Not again before its time.
        await continueInterrupted();
        const [row] = await own.sql(
          (
            tx,
          ) => tx`select failures, extract(epoch from leased_until - now())::int as wait from portal.imports
            where id = ${id}`,
        );
        assert.equal(row!.failures, n + 1);
        waits.push(Math.round((row!.wait ?? 0) / 60));
      }
      assert.deepEqual(waits, [1, 2, 4, 8, 16, 32, 0]);
      const failed = await get(id, visitor);
      assert.deepEqual([failed.status, failed.counts.ready], ["FAILED", 1]);
      assert.ok(failed.finishedAt);
      assertProblem(await confirm(id, visitor), 409, "CONFLICT");
      assert.equal((await visitor.delete(`${path}/${id}`)).status, 204);
    } finally {
      await adminSql.unsafe(`drop trigger ${name} on portal.invitations; drop function public.${name}()`);
    }
  });
});
