import assert from "node:assert/strict";
import { before, beforeEach, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { continueImports, runImport } from "../src/features/invitations/imports.runner.ts";
import {
  createTenant,
  inDays,
  mailsTo,
  newId,
  signInEmployee,
  unique,
  type Person,
  type Tenant,
} from "./harness.ts";
import { portalUrl, type Visitor } from "./http.ts";
import { accept, invite, newAddress, preview, tokenFor } from "./invitations.ts";
import { assertProblem } from "./walk.ts";

interface Import {
  id: string;
  status: string;
  counts: { total: number; ready: number; invalid: number; skipped: number; invited: number };
  confirmedAt: string | null;
  finishedAt: string | null;
}
interface Row {
  line: number;
  email: string | null;
  name: string | null;
  state: string;
  reason: string | null;
  message: string | null;
}

const path = "/dashboard/invitation-imports";
/** What runs an import, as the Worker and its schedule have it. */
const deployment = {
  databaseUrl: process.env.WORKER_DATABASE_URL ?? "",
  publicUrl: new URL(portalUrl),
};

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

const upload = (csv: string, more: object = {}, by = owner) => by.post(path, { csv, ...more });
async function previewOf(csv: string, by = owner): Promise<Import> {
  const answer = await upload(csv, {}, by);
  assert.equal(answer.status, 201, answer.text);
  return answer.json<Import>();
}
const get = async (id: string, by = owner) => (await by.get(`${path}/${id}`)).json<Import>();
async function rowsOf(id: string, query = "", by = owner): Promise<Row[]> {
  const rows: Row[] = [];
  for (let cursor: string | null = ""; cursor !== null;) {
    const answer = await by.get(`${path}/${id}/rows?limit=100${query}${cursor && `&cursor=${cursor}`}`);
    const page = answer.json<{ items: Row[]; nextCursor: string | null }>();
    rows.push(...page.items);
    cursor = page.nextCursor;
  }
  return rows;
}
const confirm = (id: string, by = owner) => by.post(`${path}/${id}/confirm`);
const cancel = (id: string, by = owner) => by.post(`${path}/${id}/cancel`);
async function finished(id: string, by = owner): Promise<Import> {
  for (let i = 0; i < 600; i++) {
    const found = await get(id, by);
    if (found.status !== "RUNNING") return found;
    await sleep(100);
  }
  throw new Error("the import does not end");
}
/** Previews, confirms and waits for the end. */
async function run(csv: string, by = owner): Promise<Import> {
  const { id } = await previewOf(csv, by);
  assert.equal((await confirm(id, by)).status, 202);
  return finished(id, by);
}
const mailed = (of: Tenant) =>
  of.sql((tx) => tx`select to_address, count(*)::int as n from portal.outbox group by 1 order by 1`);
const countOf = async (table: string, of = tenant) =>
  (await of.sql((tx) => tx`select count(*)::int as n from portal.${tx(table)}`))[0]!.n as number;
const counts = (values: Partial<Import["counts"]>) => ({
  ...{ total: 0, ready: 0, invalid: 0, skipped: 0, invited: 0 },
  ...values,
});

describe("reading a file", () => {
  test("commas, semicolons and tabs, quotes, BOM and any line ends; columns by whatever they are called", async () => {
    const files = [
      (e: string) => `email,name,externalId,phone,locale\n${e},"Ott, Ada",X-${e},+49 30 1,de\n`,
      (e: string) =>
        `\ufeffE-Mail;Name;Kundennummer;Telefon;Sprache\r\n${e};"Ott, Ada";X-${e};+49 30 1;de\r\n`,
      (e: string) =>
        `Phone\tLanguage\tCustomer number\tFull name\tEMAIL\tother\r+49 30 1\tde\tX-${e}\tOtt, Ada\t${e}`,
    ];
    for (const file of files) {
      const email = newAddress();
      const { id, counts: read } = await previewOf(file(email));
      assert.deepEqual(read, counts({ total: 1, ready: 1 }), file("x"));
      assert.deepEqual(await rowsOf(id), [
        { line: 2, email, name: "Ott, Ada", state: "READY", reason: null, message: null },
      ]);
      const [row] = await tenant.sql(
        (tx) => tx`select external_id, phone, locale from portal.import_rows where import_id = ${id}`,
      );
      assert.deepEqual({ ...row }, { external_id: `X-${email}`, phone: "+49 30 1", locale: "de" });
    }
  });

  test("a separator that is named is the one; quotes hold separators, line breaks and quotes", async () => {
    const email = newAddress();
    const answer = await upload(`email;a,b,c\n${email};x\n`, { separator: ";" });
    assert.deepEqual(answer.json<Import>().counts, counts({ total: 1, ready: 1 }));
    const { id } = await previewOf(
      `email,name,note\n\n${email},"Ada ""The"" Ott","two\nlines"\nx,5" pipe,\n`,
    );
    const rows = await rowsOf(id);
    assert.deepEqual(
      rows.map(({ line, name }) => [line, name]),
      [
        [3, 'Ada "The" Ott'],
        [5, '5" pipe'],
      ],
    );
  });

  test("each bad row is named with its line and its reason; the good ones are ready", async () => {
    const [first, second, third] = [newAddress(), newAddress(), newAddress()];
    const lines = [
      "email;name;external id;phone;locale",
      `${first};Ada;A1${first};;`,
      ";Nobody;;;",
      "not an address;Bad;;;",
      `${first.toUpperCase()};Again;;;`,
      `${second};${"x".repeat(201)};;;`,
      `${second};Ada;${"x".repeat(101)};;`,
      `${second};Ada;;call me;`,
      `${second};Ada;;;no_language`,
      `${second};Ada;A1${first};;`,
      `${second};Ada;;;;;more`,
      `${second};fine after all`,
      `${third};"Two\nLines";;;`,
    ];
    const { id, counts: read } = await previewOf(lines.join("\r\n"));
    const rows = await rowsOf(id);
    assert.deepEqual(
      rows.map(({ line, state, reason }) => [line, state, reason]),
      [
        [2, "READY", null],
        [3, "INVALID", "EMAIL_MISSING"],
        [4, "INVALID", "EMAIL_INVALID"],
        [5, "SKIPPED", "REPEATED"],
        [6, "INVALID", "NAME_INVALID"],
        [7, "INVALID", "EXTERNAL_ID_INVALID"],
        [8, "INVALID", "PHONE_INVALID"],
        [9, "INVALID", "LOCALE_INVALID"],
        [10, "INVALID", "EXTERNAL_ID_REPEATED"],
        [11, "INVALID", "TOO_MANY_FIELDS"],
        [12, "READY", null],
        [13, "INVALID", "NAME_INVALID"],
      ],
    );
    assert.deepEqual(read, counts({ total: 12, ready: 2, invalid: 9, skipped: 1 }));
    assert.ok(rows.every(({ reason, message }) => (reason === null) === (message === null)));
    const invalid = await rowsOf(id, "&state=INVALID,SKIPPED");
    assert.deepEqual(
      invalid,
      rows.filter(({ state }) => state !== "READY"),
    );
  });

  test("a file that cannot be is refused as a whole, in words, and leaves nothing", async () => {
    const before = await countOf("imports");
    const many = `email\n${Array.from({ length: 5001 }, (_, i) => `a${i}@x.example`).join("\n")}`;
    for (const [csv, words] of [
      ["", ""],
      ["\n\n", "is empty"],
      ["email;name\n", "no rows"],
      ["name;phone\nAda;1\n", "a column email"],
      ["email;E-Mail\na@x.example;b@x.example\n", "two columns for email"],
      ['email\n"a@x.example\nb@x.example\n', "never closed"],
      [many, "at most 5000 rows"],
    ] as const) {
      const answer = await upload(csv);
      assertProblem(answer, 400, "INVALID_REQUEST");
      const [error] = answer.json<{ errors: { path: string; message: string }[] }>().errors;
      assert.equal(error!.path, "csv");
      assert.ok(error!.message.includes(words), error!.message);
    }
    assertProblem(await upload("email\na@x.example", { separator: "|" }), 400, "INVALID_REQUEST");
    assertProblem(await owner.post(path, { csv: ["x"] }), 400, "INVALID_REQUEST");
    assert.equal(await countOf("imports"), before);
  });

  test("takes 2 MiB where everything else takes 64 KiB", async () => {
    const large = `email;note\n${newAddress()};${"x".repeat(1_900_000)}\n`;
    assert.equal((await upload(large)).status, 201);
    assertProblem(await upload(large + "x".repeat(300_000)), 413, "PAYLOAD_TOO_LARGE");
    const answer = await owner.send("POST", path, {
      body: JSON.stringify({ csv: "x".repeat(3_000_000) }),
      headers: { "Content-Type": "application/json" },
      isChunked: true,
    });
    assertProblem(answer, 413, "PAYLOAD_TOO_LARGE");
    const elsewhere = { email: newAddress(), name: "x".repeat(70_000) };
    assertProblem(await owner.post("/dashboard/invitations", elsewhere), 413, "PAYLOAD_TOO_LARGE");
  });

  test("what PostgreSQL cannot keep is no fault of the server", async () => {
    const email = newAddress();
    const { id } = await previewOf(`email;name\n${email};a\0b\n${newAddress()};\ud800\n"x\0\ud800\x07";y\n`);
    assert.deepEqual(
      (await rowsOf(id)).map(({ state }) => state),
      ["READY", "READY", "INVALID"],
    );
  });
});

describe("a preview", () => {
  test("sends nothing and makes nothing but itself", async () => {
    const own = await createTenant();
    const visitor = await signInEmployee(await own.addEmployee());
    const { id, status } = await previewOf(`email\n${newAddress()}\n`, visitor);
    assert.equal(status, "PREVIEW");
    await continueImports(deployment);
    await sleep(200);
    for (const table of ["outbox", "invitations", "customers"])
      assert.equal(await countOf(table, own), 0, table);
    assert.equal((await get(id, visitor)).status, "PREVIEW");
  });

  test("knows who has an account, who is invited, and whose external id it is", async () => {
    const account = await tenant.addCustomer();
    const employee = await tenant.addEmployee();
    const open = (await invite(owner, { email: newAddress() })).invitation.email;
    const stale = await invite(owner, { email: newAddress() });
    await tenant.sql(
      (tx) => tx`update portal.invitations set expires_at = ${inDays(-1)} where id = ${stale.invitation.id}`,
    );
    const colleague = (await invite(owner, { email: newAddress(), role: "EMPLOYEE" })).invitation.email;
    const known = await tenant.addCustomer({ signsIn: false });
    const twin = newAddress();
    await tenant.addCustomer({ email: twin, signsIn: false });
    await tenant.addCustomer({ email: twin, signsIn: false });
    const number = `N-${unique()}`;
    const numbered = await tenant.addCustomer({ signsIn: false });
    await tenant.sql(
      (tx) => tx`update portal.customers set external_id = ${number} where id = ${numbered.customerId}`,
    );
    const invitedElsewhere = await tenant.addCustomer({ signsIn: false });
    await invite(owner, { email: newAddress(), customerId: invitedElsewhere.customerId });
    const lines: [string, string, string, string | null][] = [
      [account.email, "", "SKIPPED", "HAS_ACCOUNT"],
      [employee.email, "", "SKIPPED", "HAS_ACCOUNT"],
      [open, "", "SKIPPED", "ALREADY_INVITED"],
      [stale.invitation.email, "", "READY", null],
      [colleague, "", "SKIPPED", "ALREADY_INVITED"],
      [known.email, "", "READY", null],
      [twin, "", "INVALID", "SEVERAL_CUSTOMERS"],
      [numbered.email, number, "READY", null],
      [newAddress(), number.toLowerCase(), "READY", null],
      [invitedElsewhere.email, "", "SKIPPED", "ALREADY_INVITED"],
    ];
    const { id } = await previewOf(
      ["email,id", ...lines.map(([email, external]) => `${email},${external}`)].join("\n"),
    );
    const rows = await rowsOf(id);
    assert.deepEqual(
      rows.map(({ email, state, reason }) => [email, state, reason]),
      lines.map(([email, , state, reason]) => [email, state, reason]),
    );
    const taken = await previewOf(`email,id\n${newAddress()},${number}\n`);
    assert.deepEqual((await rowsOf(taken.id))[0]!.reason, "EXTERNAL_ID_TAKEN");

    // And what is ready is what becomes of it.
    assert.equal((await confirm(id)).status, 202);
    assert.deepEqual((await finished(id)).counts, counts({ total: 10, skipped: 5, invalid: 1, invited: 4 }));
    const customerOf = async (email: string) => {
      const answer = await accept(await tokenFor(email));
      assert.equal(answer.status, 201, answer.text);
      return answer.json<{ customer: { id: string } }>().customer.id;
    };
    assert.equal(await customerOf(known.email), known.customerId);
    assert.equal(await customerOf(numbered.email), numbered.customerId);
    assert.equal(await customerOf(stale.invitation.email), stale.invitation.customerId);
    assertProblem(await preview(stale.token), 410, "INVITATION_ACCEPTED");
  });

  test("once for each Idempotency-Key", async () => {
    const csv = `email\n${newAddress()}\n`;
    const options = { headers: { "Idempotency-Key": unique() } };
    const [first, again] = [
      await owner.post(path, { csv }, options),
      await owner.post(path, { csv }, options),
    ];
    assert.equal(first.text, again.text);
  });
});

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
      await Promise.all(Array.from({ length: 6 }, () => continueImports(deployment)));
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
    await continueImports(deployment);
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
    await continueImports(deployment);
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
