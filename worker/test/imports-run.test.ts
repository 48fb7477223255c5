import assert from "node:assert/strict";
import { before, beforeEach, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { runImport } from "../src/features/invitations/imports.runner.ts";
import { createTenant, mailsTo, newId, signInEmployee, type Person, type Tenant } from "./harness.ts";
import { type Visitor } from "./http.ts";
import {
  counts,
  mailed,
  continueInterrupted,
  countOf,
  deployment,
  importsAs,
  type Import,
} from "./imports.ts";
import { accept, newAddress, tokenFor } from "./invitations.ts";
import { assertProblem } from "./walk.ts";

let tenant: Tenant;
let boss: Person;
let owner: Visitor;

before(async () => {
  tenant = await createTenant();
  boss = await tenant.addEmployee("OWNER");
});
beforeEach(async () => {
  owner = await signInEmployee(boss);
});
const { path, previewOf, get, rowsOf, confirm, cancel, finished, run } = importsAs(() => owner);

describe("a confirmed import", () => {
  test("invites everybody who is ready, in the customer's language, with what the file says of them", async () => {
    const own = await createTenant();
    const visitor = await signInEmployee(await own.addEmployee());
    const [english, german] = [newAddress(), newAddress()];
    const csv = `email;name;externalId;phone;locale\n${english};Ms White;;;\n${german};Frau Weiß;K7;+49 30 7;de-AT\nbad;;;;\n`;
    const done = await run(csv, visitor);
    assert.equal(done.status, "DONE");
    assert.ok(done.confirmedAt && done.finishedAt);
    assert.deepEqual(done.counts, counts({ total: 3, invited: 2, invalid: 1 }));
    assert.deepEqual(
      (await rowsOf(done.id, "", visitor)).map(({ state }) => state),
      ["INVITED", "INVITED", "INVALID"],
    );
    const [mail] = await mailsTo(german);
    assert.deepEqual([mail!.kind, mail!.locale], ["INVITATION", "de"]);
    assert.match(mail!.text, /Guten Tag Frau Weiß/);
    assert.equal((await mailsTo(english))[0]!.locale, "en");
    const answer = await accept(await tokenFor(german));
    const { customer } = answer.json<{ customer: Record<string, string> }>();
    assert.deepEqual(
      [customer.name, customer.email, customer.externalId, customer.phone, customer.locale],
      ["Frau Weiß", german, "K7", "+49 30 7", "de-AT"],
    );
  });

  test("run a second time invites nobody twice; confirmed twice, neither", async () => {
    const own = await createTenant();
    const visitor = await signInEmployee(await own.addEmployee());
    const csv = `email\n${Array.from({ length: 5 }, newAddress).join("\n")}\n`;
    const first = await previewOf(csv, visitor);
    const second = await previewOf(csv, visitor);
    await Promise.all([first, second, first, second].map(({ id }) => confirm(id, visitor)));
    const ends = [await finished(first.id, visitor), await finished(second.id, visitor)];
    assert.equal(ends[0]!.counts.invited + ends[1]!.counts.invited, 5);
    assert.equal(ends[0]!.counts.skipped + ends[1]!.counts.skipped, 5);
    assert.equal((await confirm(first.id, visitor)).status, 202);
    const third = await run(csv, visitor);
    assert.deepEqual(third.counts, counts({ total: 5, skipped: 5 }));
    assert.deepEqual(
      new Set((await rowsOf(third.id, "", visitor)).map(({ reason }) => reason)),
      new Set(["ALREADY_INVITED"]),
    );
    assert.deepEqual(
      (await mailed(own)).map((row) => row.n),
      [1, 1, 1, 1, 1],
    );
    assert.equal(await countOf("customers", own), 5);
  });

  test("is audited: each invitation and each record that was made, under the confirming request", async () => {
    const own = await createTenant();
    const person = await own.addEmployee();
    const visitor = await signInEmployee(person);
    const { id } = await previewOf(`email\n${newAddress()}\n${newAddress()}\n`, visitor);
    const answer = await confirm(id, visitor);
    await finished(id, visitor);
    const entries = await own.sql(
      (
        tx,
      ) => tx`select entity, count(*)::int as n, min(actor_id::text) as actor, min(request_id::text) as request
        from portal.audit_log where action = 'confirmInvitationImport' group by 1 order by 1`,
    );
    const by = { actor: person.userId, request: answer.headers["x-request-id"] };
    assert.deepEqual(
      entries.map((row) => ({ ...row })),
      [
        { entity: "customer", n: 2, ...by },
        { entity: "import", n: 1, ...by },
        { entity: "invitation", n: 2, ...by },
      ],
    );
  });

  test(
    "5,000 rows: progress while it runs, one mail each, and the database is asked little",
    { timeout: 170_000 },
    async () => {
      const own = await createTenant();
      const visitor = await signInEmployee(await own.addEmployee());
      const addresses = Array.from({ length: 5000 }, (_, i) => `n${i}-${own.slug}@many.example`);
      const { id } = await previewOf(
        `email;name\n${addresses.map((a) => `${a};Somebody`).join("\n")}`,
        visitor,
      );
      assert.equal((await confirm(id, visitor)).json<Import>().status, "RUNNING");
      const seen = new Set<number>();
      let end: Import;
      do {
        end = await get(id, visitor);
        seen.add(end.counts.invited);
        assert.equal(end.counts.invited + end.counts.ready, 5000);
        await sleep(50);
      } while (end.status === "RUNNING");
      assert.deepEqual(end.counts, counts({ total: 5000, invited: 5000 }));
      assert.ok(seen.size > 3, `progress: ${[...seen].join()}`);
      const [row] = await own.sql(
        (tx) =>
          tx`select count(*)::int as mails, count(distinct to_address)::int as people from portal.outbox`,
      );
      assert.deepEqual({ ...row }, { mails: 5000, people: 5000 });
      const rows = await rowsOf(id, "&state=INVITED", visitor);
      assert.deepEqual(
        rows.map(({ line }) => line),
        addresses.map((_, i) => i + 2),
      );
    },
  );
});

describe("an import that is interrupted", () => {
  /** A running import of 600 rows whose runner has died, its lease over since then. */
  async function interrupted(leased: string | null = "1 second") {
    const own = await createTenant();
    const person = await own.addEmployee();
    const visitor = await signInEmployee(person);
    const csv = `email\n${Array.from({ length: 600 }, (_, i) => `n${i}-${own.slug}@many.example`).join("\n")}`;
    const { id } = await previewOf(csv, visitor);
    await own.sql(
      (
        tx,
      ) => tx`update portal.imports set status = 'RUNNING', confirmed_at = now(), confirmed_by = ${person.userId},
        request_id = ${newId()}, leased_until = now() - ${leased}::interval where id = ${id}`,
    );
    return { own, person, visitor, id };
  }
  const mailsEach = async (own: Tenant) => new Set((await mailed(own)).map((row) => row.n));

  test(
    "is continued by the schedule, by many sweepers at once, each row once",
    { timeout: 170_000 },
    async () => {
      const all = [await interrupted(), await interrupted(null), await interrupted()];
      await Promise.all(Array.from({ length: 6 }, () => continueInterrupted()));
      for (const { own, visitor, id } of all) {
        const { status, counts: end } = await finished(id, visitor);
        assert.deepEqual([status, end], ["DONE", counts({ total: 600, invited: 600 })]);
        assert.deepEqual(await mailsEach(own), new Set([1]));
        assert.equal(await countOf("outbox", own), 600);
      }
    },
  );

  test("is left to whoever has its lease", async () => {
    const { own, visitor, id } = await interrupted("-1 minute");
    await continueInterrupted();
    await runImport(deployment, own.id, id);
    assert.deepEqual((await get(id, visitor)).counts, counts({ total: 600, ready: 600 }));
    assert.equal(await countOf("outbox", own), 0);
  });

  test("cancelled in the middle stops; whoever is invited stays so, and no other gets a mail", async () => {
    const { own, visitor, id } = await interrupted();
    const [, answer] = await Promise.all([
      runImport(deployment, own.id, id),
      sleep(60).then(() => cancel(id, visitor)),
    ]);
    const { status, counts: end } = await get(id, visitor);
    if (answer.status === 200) assert.equal(status, "CANCELLED");
    else assertProblem(answer, 409, "CONFLICT");
    assert.equal(await countOf("outbox", own), end.invited);
    assert.equal(await countOf("invitations", own), end.invited);
    assert.equal(end.invited % 250 === 0 || end.invited === 600, true, `whole parts: ${end.invited}`);
    await continueInterrupted();
    assert.deepEqual((await get(id, visitor)).counts, end);
  });

  test("stops where whoever confirmed it is an employee no longer", async () => {
    const { own, person, id } = await interrupted();
    await own.sql((tx) => tx`update portal.users set disabled_at = now() where id = ${person.userId}`);
    await runImport(deployment, own.id, id);
    assert.equal(await countOf("outbox", own), 0);
    assert.equal((await get(id, await signInEmployee(await own.addEmployee()))).status, "CANCELLED");
  });
});

describe("cancelling", () => {
  test("a preview sends nothing ever; a second time is the same; what is done is done", async () => {
    const { id } = await previewOf(`email\n${newAddress()}\n`);
    assert.equal((await cancel(id)).json<Import>().status, "CANCELLED");
    assert.equal((await cancel(id)).status, 200);
    assertProblem(await confirm(id), 409, "CONFLICT");
    const done = await run(`email\n${newAddress()}\n`);
    assertProblem(await cancel(done.id), 409, "CONFLICT");
  });

  test("another organization's import is not there", async () => {
    const { id } = await previewOf(`email\n${newAddress()}\n`);
    const own = await createTenant();
    const visitor = await signInEmployee(await own.addEmployee("OWNER"));
    for (const end of ["", "/rows"])
      assertProblem(await visitor.get(`${path}/${id}${end}`), 404, "NOT_FOUND");
    for (const end of ["confirm", "cancel"])
      assertProblem(await visitor.post(`${path}/${id}/${end}`), 404, "NOT_FOUND");
    assert.equal((await get(id)).status, "PREVIEW");
    const list = await visitor.get(path);
    assert.deepEqual(list.json(), { items: [], nextCursor: null });
  });
});
