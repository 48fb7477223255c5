import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { createOrganization, launchBrowser, openConsole, violations } from "./support.ts";
import type { Organization } from "./support.ts";

let browser: Browser;
let house: Organization;
let page: Page;
const formula = "=HYPERLINK(1)";
before(async () => {
  browser = await launchBrowser();
  house = await createOrganization();
  const { call } = house;
  const ada = {
    name: "Ada Okafor",
    externalId: "K-1",
    phone: "+49 30 1234567",
    address: 'Long "Street" 12\nBerlin, Mitte',
  };
  const { id: customerId } = await call<{ id: string }>("POST", "/dashboard/customers", ada);
  await call("POST", "/dashboard/customers", { name: formula });
  const times = { startsAt: "2026-11-25T08:30:00.000Z", endsAt: "2026-11-25T09:00:00.000Z" };
  await call("POST", "/dashboard/appointments", { customerId, title: "Check-up", ...times });
  await call("POST", "/dashboard/tasks", {
    customerId,
    title: "-5 degrees",
    dueAt: "2026-11-25T08:30:00.000Z",
  });
  await call("POST", "/dashboard/notes", { customerId, title: "Note", body: 'One; two, "three"\n\n- four' });
  page = await openConsole(browser, house, "data");
  await page.getByRole("heading", { name: "Import and export" }).waitFor();
});
after(() => browser.close());

const choose = async (name: string, buffer: Buffer) => {
  await page.getByRole("link", { name: "Import", exact: true }).click();
  await page.getByLabel("Choose a CSV file").setInputFiles({ name, mimeType: "text/csv", buffer });
};
const figures = async () =>
  Object.fromEntries(
    await page
      .locator(".figures > div")
      .evaluateAll((all) =>
        all.map((one) => [one.querySelector("dt")!.textContent, one.querySelector("dd")!.textContent]),
      ),
  ) as Record<string, string>;
const download = async (button: string) => {
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: button }).click(),
  ]);
  return { name: file.suggestedFilename(), text: await readFile(await file.path(), "utf8") };
};

test("every export, imported as it is, changes nothing", async () => {
  assert.deepEqual(await violations(page), []);
  await page.getByRole("link", { name: "Import", exact: true }).click();
  assert.deepEqual(await violations(page), []);
  for (const kind of ["Customers", "Appointments", "Tasks", "Notes"]) {
    await page.getByRole("link", { name: "Export", exact: true }).click();
    await page.getByRole("button", { name: kind, exact: true }).click();
    const { name, text } = await download(`Export ${kind.toLowerCase()}`);
    assert.match(name, new RegExp(`^${kind.toLowerCase()}-${house.slug}-\\d{4}-\\d\\d-\\d\\d\\.csv$`));
    assert.ok(text.startsWith("\uFEFFid,externalId,"), text.slice(0, 40));
    if (kind === "Customers") {
      assert.ok(text.includes(`'${formula}`) && text.includes("'+49 30 1234567"), text);
      assert.ok(!text.includes(`,${formula}`), "no cell is a formula");
    }
    await choose(name, Buffer.from(text));
    await page.getByRole("button", { name: /^Check/ }).click();
    await page.getByText("Everything is here already as the file has it.").waitFor();
    // The owner who signed up is a customer too.
    const rows = kind === "Customers" ? "3" : "1";
    assert.deepEqual(
      await figures(),
      { New: "0", Changed: "0", "As they are already": rows, "Cannot be imported": "0" },
      kind,
    );
    await page.getByRole("button", { name: "Another file" }).click();
  }
});

test("a German spreadsheet with a bad row among good ones: tried first, then written, the bad one to take along", async () => {
  await page.getByRole("button", { name: "Customers", exact: true }).click();
  const lines = [
    "Kundennummer;Name;E-Mail;Telefon;Straße;",
    "K-1;Ada Okafor-Größe;ada@example.com;'+49 30 1234567;egal;",
    "K-7;Jörg Müller;joerg@example.com;;;",
    "K-8;Bärbel Böse;keine Adresse;;;",
    ";;;;;",
    'K-7;"Noch ein Müller";;;;',
    'K-9;"Schön & Söhne; GmbH";;;;',
  ];
  await choose("Kunden.csv", Buffer.from(lines.join("\r\n"), "latin1"));
  await page.getByText("5 rows · Windows-1252 · semicolons").waitFor();
  const field = (name: string) => page.getByLabel(`What “${name}” becomes`);
  assert.equal(await field("Kundennummer").inputValue(), "externalId");
  assert.equal(await field("Straße").inputValue(), "");
  await field("Straße").selectOption({ label: "Address" });
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: "Check 5 rows" }).click();
  await page.getByRole("button", { name: "Import 3 rows" }).waitFor();
  assert.deepEqual(await figures(), {
    New: "2",
    Changed: "1",
    "As they are already": "0",
    "Cannot be imported": "2",
  });
  assert.deepEqual(await violations(page), []);
  const wrong = page.getByRole("table", { name: /^Rows that cannot be imported/ }).locator("tbody tr");
  assert.match(await wrong.nth(0).innerText(), /4\s+E-Mail\s+keine Adresse\s+.*email/i);
  assert.match(
    await wrong.nth(1).innerText(),
    /6\s+Kundennummer\s+K-7\s+An earlier row is about the same record/,
  );
  type Customers = { items: { name: string; externalId: string; address: string | null }[] };
  const all = () => house.call<Customers>("GET", "/dashboard/customers");
  assert.equal((await all()).items.length, 3, "nothing is written by trying");
  await page.getByRole("button", { name: "Import 3 rows" }).click();
  await page.getByText("The import is done.").waitFor();
  assert.deepEqual(await figures(), {
    New: "2",
    Changed: "1",
    "As they are already": "0",
    "Cannot be imported": "2",
  });
  const { items } = await all();
  assert.deepEqual(
    items.map(({ name }) => name).toSorted(),
    ["Ada Okafor-Größe", formula, "Jörg Müller", "Olive Owner", "Schön & Söhne; GmbH"].toSorted(),
  );
  assert.equal(items.find(({ externalId }) => externalId === "K-1")!.address, "egal");
  const { name, text } = await download("Failed rows as CSV");
  assert.equal(name, "Kunden-failed.csv");
  const [header, first] = text.trimEnd().split("\r\n");
  assert.equal(header, "\uFEFFKundennummer,Name,E-Mail,Telefon,Straße,Reason");
  assert.match(first!, /^K-8,Bärbel Böse,keine Adresse,,,E-Mail: /);
  await page.getByRole("button", { name: "Another file" }).click();
});

test("times by the organization's clocks, whose by their number, and what cannot be read", async () => {
  await page.getByRole("button", { name: "Appointments", exact: true }).click();
  const lines = [
    "Customer number\tTitle\tStart\tEnd\tStatus",
    "K-1\tFirst\t2026-07-01 09:30\t2026-07-01 10:00\tconfirmed",
    "K-1\tSecond\tsoon\t2026-07-01 10:00\tperhaps",
    "K-404\tThird\t2026-07-01 09:30\t2026-07-01 10:00\t",
  ];
  await choose("a.tsv", Buffer.from(lines.join("\n")));
  await page.getByText("3 rows · UTF-8 · tabs").waitFor();
  await page.getByRole("button", { name: "Check 3 rows" }).click();
  await page.getByRole("button", { name: "Import 1 row" }).click();
  await page.getByText("The import is done.").waitFor();
  assert.equal((await figures())["Cannot be imported"], "2");
  await page.getByText("Must be one of REQUESTED,").waitFor();
  await page.getByText("Is no customer of this organization.").waitFor();
  type Appointments = { items: { title: string; startsAt: string }[] };
  const { items } = await house.call<Appointments>("GET", "/dashboard/appointments");
  const { timeZone } = await house.call<{ timeZone: string }>("GET", "/dashboard/organization");
  const shown = new Intl.DateTimeFormat("en-GB", { timeZone, timeStyle: "short" });
  assert.equal(shown.format(new Date(items.find(({ title }) => title === "First")!.startsAt)), "09:30");
  await page.getByRole("button", { name: "Another file" }).click();
});

test("what is no table is told, and nothing breaks", async () => {
  await choose("empty.csv", Buffer.from("name,email\n\n"));
  await page.getByText("The file has no rows below the names of its columns.").waitFor();
  await choose("quote.csv", Buffer.from('name,email\nAda,"a@example.com\n'));
  await page.getByText("In row 2 a quotation mark opens a text and none closes it.").waitFor();
});

test("a long import shows how far it is, stops between batches, and goes on", async () => {
  await page.getByRole("button", { name: "Customers", exact: true }).click();
  const rows = Array.from({ length: 1200 }, (_, n) => `L-${n},Person ${n}`);
  await choose("long.csv", Buffer.from(`externalId,name\n${rows.join("\n")}\n`));
  await page.getByRole("button", { name: "Check 1,200 rows" }).click();
  let seen = 0;
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.getByRole("button", { name: "Import 1,200 rows" }).waitFor();
  await page.route("**/dashboard/customers/batch", async (route) => {
    if (++seen === 2) await held;
    await route.continue();
  });
  await page.getByRole("button", { name: "Import 1,200 rows" }).click();
  await page.getByText("500 of 1,200 rows imported …").waitFor();
  await page.getByRole("button", { name: "Cancel" }).click();
  release();
  await page.getByText("Not reached: 200 rows. What was imported stays.").waitFor();
  assert.equal((await figures()).New, "1,000");
  await page.getByRole("button", { name: "Go on" }).click();
  await page.getByText("The import is done.").waitFor();
  assert.equal((await figures()).New, "1,200");
});

test("an export shows how far it is, and stops", async () => {
  await page.getByRole("link", { name: "Export", exact: true }).click();
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/\/dashboard\/customers\?.*cursor=/, async (route) => {
    await held;
    await route.abort();
  });
  let files = 0;
  page.on("download", () => files++);
  await page.getByRole("button", { name: "Export customers" }).click();
  await page.getByText("100 customers read …").waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: "Cancel" }).click();
  await page.getByRole("progressbar").waitFor({ state: "detached" });
  release();
  await page.unroute(/\/dashboard\/customers\?.*cursor=/);
  const { text } = await download("Export customers");
  assert.equal(files, 1, "what was stopped is no file");
  assert.equal(text.trimEnd().split("\r\n").length, 1 + 1200 + 5);
});
