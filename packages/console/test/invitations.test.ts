import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { address, createOrganization, launchBrowser, openConsole, violations } from "./support.ts";
import type { Organization } from "./support.ts";

let browser: Browser;
let house: Organization;
before(async () => {
  [browser, house] = await Promise.all([launchBrowser(), createOrganization()]);
  await house.call("POST", "/dashboard/customers", { name: "Ada Okafor", email: "ada@example.com" });
});
after(() => browser.close());

const invited = async () =>
  (await house.call<{ items: { email: string; status: string }[] }>("GET", "/dashboard/invitations")).items;

test("a customer is invited, by keyboard alone; again; and taken back", async () => {
  const page = await openConsole(browser, house, "invitations");
  await page.getByText("No invitation is waiting").waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: "Invite a customer" }).press("Enter");
  await page.getByRole("dialog", { name: "Invite a customer" }).waitFor();
  await page.keyboard.type("ada");
  await page.getByRole("option", { name: /Ada Okafor/ }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  assert.equal(await page.getByLabel("Email").inputValue(), "ada@example.com");
  await page.keyboard.press("Enter");
  await page.getByText("An invitation is on its way to ada@example.com.").waitFor();
  await page.getByRole("button", { name: "Send again: invitation of Ada Okafor" }).click();
  await page.getByText("Sent again to ada@example.com", { exact: false }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: "Take back: invitation of Ada Okafor" }).click();
  const dialog = page.getByRole("dialog", { name: "Take back the invitation of Ada Okafor?" });
  await dialog.getByRole("button", { name: "Take back" }).click();
  await page.getByText("The invitation of Ada Okafor is taken back.").waitFor();
  await page.getByText("No invitation is waiting").waitFor();
  await page.getByRole("button", { name: "Taken back" }).click();
  await page.getByRole("cell", { name: /Ada Okafor/ }).waitFor();
  assert.equal(new URL(page.url()).searchParams.get("status"), "REVOKED");
  await page.context().close();
});

test("a list is looked at before anything is sent: a bad line says why, the others are invited", async () => {
  const page = await openConsole(browser, house, "invitations/import");
  await page.getByText("Choose a CSV file", { exact: true }).waitFor();
  assert.deepEqual(await violations(page), []);
  // Windows-1252, as Excel writes it.
  const text =
    "email;name\nlucia@example.com;Luc\u00eda Romero\nnot an address;Ben Castillo\ngrace@example.com;Grace Lim\ngrace@example.com;Grace again\n";
  await page
    .locator("#file")
    .setInputFiles({ name: "customers.csv", mimeType: "text/csv", buffer: Buffer.from(text, "latin1") });
  await page.getByRole("heading", { name: "2 can be invited" }).waitFor();
  await page.getByRole("cell", { name: "Lucía Romero" }).waitFor();
  const bad = page.getByRole("row", { name: /not an address/ });
  await bad.getByText("The email address is not one.").waitFor();
  await page
    .getByRole("row", { name: /Grace again/ })
    .getByText("A line before has the same address.")
    .waitFor();
  assert.deepEqual(await violations(page), []);
  const before = (await invited()).map(({ email }) => email);
  assert.ok(!before.includes("lucia@example.com"), "nothing is sent before it is confirmed");
  // The address is the list: it can be left and come back to.
  await page.reload();
  await page.getByRole("button", { name: "Error" }).click();
  await bad.waitFor();
  await page.getByRole("row", { name: /lucia/ }).waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Send 2 invitations" }).click();
  const question = page.getByRole("dialog", { name: "Send 2 invitations?" });
  await question.waitFor();
  assert.deepEqual(await violations(page), []);
  await question.getByRole("button", { name: "Send 2 invitations" }).click();
  await page.getByRole("heading", { name: "2 invited", exact: true }).waitFor();
  const emails = (await invited()).filter(({ status }) => status === "PENDING").map(({ email }) => email);
  assert.deepEqual(emails.sort(), ["grace@example.com", "lucia@example.com"]);
  await page.goto(address(house.slug, "invitations/import"));
  await page.getByRole("link", { name: /^List of/ }).waitFor();
  await page.context().close();
});

test("what is no list says so, and a list is thrown away", async () => {
  const page = await openConsole(browser, house, "invitations/import");
  const choose = (body: Buffer) =>
    page.locator("#file").setInputFiles({ name: "x.csv", mimeType: "text/csv", buffer: body });
  await page.getByText("Choose a CSV file", { exact: true }).waitFor();
  await choose(Buffer.from([80, 75, 3, 4, 0, 0, 0]));
  await page.getByText("This is not a CSV file.", { exact: false }).waitFor();
  await choose(Buffer.from("a,b\n1,2\n"));
  await page.getByText(/^x\.csv: /).waitFor();
  await choose(Buffer.from("email\nmia@example.com\n"));
  await page.getByRole("button", { name: "Discard" }).click();
  await page.getByRole("heading", { name: "This list was stopped" }).waitFor();
  assert.ok(!(await invited()).some(({ email }) => email === "mia@example.com"));
  await page.context().close();
});
