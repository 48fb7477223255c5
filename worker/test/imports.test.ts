import assert from "node:assert/strict";
import { before, beforeEach, describe, test } from "node:test";
import { setTimeout as sleep } from "node:timers/promises";
import { createTenant, inDays, signInEmployee, unique, type Person, type Tenant } from "./harness.ts";
import { type Visitor } from "./http.ts";
import { counts, continueInterrupted, countOf, importsAs, type Import } from "./imports.ts";
import { accept, invite, newAddress, preview, tokenFor } from "./invitations.ts";
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
const { path, upload, previewOf, get, rowsOf, confirm, finished } = importsAs(() => owner);

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
    const before = await countOf("imports", tenant);
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
    assert.equal(await countOf("imports", tenant), before);
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
    await continueInterrupted();
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
