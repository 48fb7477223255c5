import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { createOrganization, launchBrowser, openConsole, portalUrl, violations } from "./support.ts";
import type { Organization } from "./support.ts";

interface Entity {
  id: string;
  title: string;
}

let browser: Browser;
let house: Organization;
let ada: string;
let ben: string;
before(async () => {
  browser = await launchBrowser();
  house = await createOrganization();
  const make = async (name: string) =>
    (await house.call<Entity>("POST", "/dashboard/customers", { name })).id;
  [ada, ben] = [await make("Ada Okafor"), await make("Ben Castillo")];
});
after(() => browser.close());

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString();
const addTask = (title: string, values: object = {}) =>
  house.call<Entity>("POST", "/dashboard/tasks", { customerId: ada, title, ...values });
const taskOf = (id: string) =>
  house.call<{ status: string; priority: string; dueAt: string | null }>("GET", `/dashboard/tasks/${id}`);
const row = (page: Page, text: string) => page.getByRole("row").filter({ hasText: text });
const toast = (page: Page, text: string) =>
  page.getByRole("status", { name: "Messages" }).getByText(text).waitFor();

/** The titles of the notes that a customer can read in the portal. */
async function readable(customerId: string): Promise<string[]> {
  const { accessToken } = await house.call<{ accessToken: string }>(
    "POST",
    `/dashboard/customers/${customerId}/preview`,
  );
  const headers = { Authorization: `Bearer ${accessToken}` };
  const answer = await fetch(`${portalUrl}/portal/notes`, { headers });
  return ((await answer.json()) as { items: Entity[] }).items.map(({ title }) => title);
}

test("tasks are filtered by the address, and what is overdue is said in words", async () => {
  await addTask("Long ago", { dueAt: inDays(-5), priority: "HIGH" });
  await addTask("Next week", { dueAt: inDays(5) });
  await addTask("Done before", { status: "DONE" });
  await addTask("Of Ben", { customerId: ben });
  const page = await openConsole(browser, house, "tasks");
  await row(page, "Long ago").getByText("Overdue since").waitFor();
  assert.equal(await row(page, "Done before").count(), 0);
  assert.deepEqual(await violations(page), []);

  await page.getByLabel("Due", { exact: true }).selectOption("overdue");
  await row(page, "Next week").waitFor({ state: "detached" });
  await row(page, "Long ago").waitFor();
  await page.getByLabel("Due", { exact: true }).selectOption("");
  await page.getByRole("button", { name: "All", exact: true }).click();
  await row(page, "Done before").waitFor();
  const picker = page.getByRole("combobox", { name: "Customer" });
  await picker.fill("ben");
  await page.getByRole("option", { name: /Ben Castillo/ }).click();
  await row(page, "Next week").waitFor({ state: "detached" });
  await row(page, "Of Ben").waitFor();
  assert.deepEqual(Object.fromEntries(new URL(page.url()).searchParams), {
    organization: house.slug,
    status: "ALL",
    customer: ben,
  });
  await page.reload();
  await page.getByRole("button", { name: /Customer: Ben Castillo/ }).click();
  await row(page, "Next week").waitFor();
  await page.context().close();
});

test("a task is done in place, and open again with undo", async () => {
  const { id } = await addTask("Sign the form");
  const page = await openConsole(browser, house, "tasks");
  await page.getByRole("button", { name: "Mark done: Sign the form" }).click();
  await toast(page, "“Sign the form” is done.");
  await row(page, "Sign the form")
    .getByRole("button", { name: /^Reopen/ })
    .waitFor();
  assert.equal((await taskOf(id)).status, "DONE");
  await page.getByRole("button", { name: "Undo" }).click();
  await page.getByRole("button", { name: "Mark done: Sign the form" }).waitFor();
  await poll(async () => (await taskOf(id)).status === "OPEN");
  await page.context().close();
});

test("several tasks are changed together, and each comes back as it was", async () => {
  const was = inDays(3);
  const one = await addTask("First of two", { priority: "LOW", dueAt: was });
  const two = await addTask("Second of two", { priority: "HIGH" });
  const page = await openConsole(browser, house, "tasks");
  const choose = async () => {
    await page.getByRole("checkbox", { name: "Select First of two" }).check();
    await page.getByRole("checkbox", { name: "Select Second of two" }).check();
    await page.getByText("2 selected").waitFor();
  };
  const facts = async () => Promise.all([taskOf(one.id), taskOf(two.id)]);
  const undo = async (as: (facts: Awaited<ReturnType<typeof taskOf>>[]) => boolean) => {
    await page.getByRole("button", { name: "Undo" }).last().click();
    await poll(async () => as(await facts()));
  };

  await choose();
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: "Mark done", exact: true }).last().click();
  await toast(page, "2 tasks are done.");
  assert.deepEqual(
    (await facts()).map(({ status }) => status),
    ["DONE", "DONE"],
  );
  await undo((tasks) => tasks.every(({ status }) => status === "OPEN"));

  await choose();
  await page.getByRole("button", { name: "Priority", exact: true }).click();
  const priority = page.getByRole("dialog", { name: "Priority of 2 tasks" });
  await priority.getByLabel("Priority").selectOption("NORMAL");
  assert.deepEqual(await violations(page), []);
  await priority.getByRole("button", { name: "Change 2 tasks" }).click();
  await toast(page, "2 tasks are changed.");
  assert.deepEqual(
    (await facts()).map(({ priority }) => priority),
    ["NORMAL", "NORMAL"],
  );
  await undo(([first, second]) => first!.priority === "LOW" && second!.priority === "HIGH");

  await choose();
  await page.getByRole("button", { name: "Due date" }).click();
  const due = page.getByRole("dialog", { name: "Due date of 2 tasks" });
  await due.getByLabel("Due on").fill("2031-05-06");
  await due.getByRole("button", { name: "Change 2 tasks" }).click();
  await toast(page, "2 tasks are changed.");
  assert.match((await taskOf(two.id)).dueAt!, /^2031-05-0[67]/);
  await undo(([first, second]) => first!.dueAt === was && second!.dueAt === null);
  await page.context().close();
});

test("a task that is gone meanwhile is said, and the others are changed", async () => {
  const gone = await addTask("About to go");
  const stays = await addTask("About to stay");
  const page = await openConsole(browser, house, "tasks");
  await page.getByRole("checkbox", { name: "Select About to go" }).check();
  await page.getByRole("checkbox", { name: "Select About to stay" }).check();
  await house.call("DELETE", `/dashboard/tasks/${gone.id}`);
  await page.getByRole("button", { name: "Mark done", exact: true }).last().click();
  await toast(page, "A task could not be changed: This does not exist, or not any more.");
  assert.equal((await taskOf(stays.id)).status, "DONE");
  await page.context().close();
});

test("a task is written and changed in its dialog, and what somebody else changed is not overwritten", async () => {
  const page = await openConsole(browser, house, "tasks");
  await page.getByRole("button", { name: "New task" }).click();
  const dialog = page.getByRole("dialog", { name: /^(New task|Task)$/ });
  await dialog.getByRole("combobox", { name: "Customer" }).fill("ada");
  await page.getByRole("option", { name: /Ada Okafor/ }).click();
  await dialog.getByLabel("What is to be done").fill("Bring the scan");
  await dialog.getByLabel("Due on").fill("2030-01-02");
  await dialog.getByRole("button", { name: "Create task" }).click();
  await toast(page, "“Bring the scan” is in the customer's portal.");
  await page.getByRole("button", { name: "Bring the scan", exact: true }).click();
  await dialog.getByLabel("What is to be done").fill("Bring the old scan");
  assert.deepEqual(await violations(page), []);
  const { items } = await house.call<{ items: Entity[] }>("GET", "/dashboard/tasks?limit=100");
  const { id } = items.find(({ title }) => title === "Bring the scan")!;
  await house.call("PATCH", `/dashboard/tasks/${id}`, { title: "Bring the new scan" });
  await dialog.getByRole("button", { name: "Save" }).click();
  await dialog.getByText("Somebody else has changed this meanwhile.").waitFor();
  assert.equal(await dialog.getByLabel("What is to be done").inputValue(), "Bring the old scan");
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Discard", exact: true }).click();
  await dialog.waitFor({ state: "detached" });
  await page.context().close();
});

test("an internal note is shared only after asking, and only then is it in the portal", async () => {
  const page = await openConsole(browser, house, "notes");
  await page.getByRole("button", { name: "New note" }).click();
  const dialog = page.getByRole("dialog", { name: "New note" });
  await dialog.getByRole("combobox", { name: "Customer" }).fill("ada");
  await page.getByRole("option", { name: /Ada Okafor/ }).click();
  await dialog.getByLabel("Title").fill("Afraid of needles");
  await dialog.getByLabel("Text").fill("Be **gentle**. <img src=x onerror=alert(1)>");
  const preview = dialog.getByRole("region", { name: "Preview" });
  await preview.getByText("Only employees read this").waitFor();
  await preview.locator("strong", { hasText: "gentle" }).waitFor();
  assert.equal(await preview.locator("img").count(), 0);
  assert.deepEqual(await violations(page), []);
  await dialog.getByRole("button", { name: "Save internal note" }).click();
  await toast(page, "“Afraid of needles” is saved. Only employees see it.");
  assert.deepEqual(await readable(ada), []);

  await page.getByRole("button", { name: "Afraid of needles" }).click();
  const edit = page.getByRole("dialog", { name: "Note" });
  await edit.getByRole("radio", { name: "Shared: the customer sees it" }).check();
  await edit.getByRole("button", { name: "Share with Ada Okafor" }).click();
  const asks = page.getByRole("dialog", { name: "Share this note with Ada Okafor?" });
  assert.deepEqual(await violations(page), []);
  await asks.getByRole("button", { name: "Cancel" }).click();
  await asks.waitFor({ state: "detached" });
  assert.deepEqual(await readable(ada), []);
  await edit.getByRole("button", { name: "Share with Ada Okafor" }).click();
  await asks.getByRole("button", { name: "Share with Ada Okafor" }).click();
  await toast(page, "“Afraid of needles” is saved. Ada Okafor sees it.");
  assert.deepEqual(await readable(ada), ["Afraid of needles"]);
  await row(page, "Afraid of needles").getByText("Shared").waitFor();
  assert.deepEqual(await violations(page), []);

  await page.getByRole("button", { name: "Internal", exact: true }).click();
  await row(page, "Afraid of needles").waitFor({ state: "detached" });
  await page.getByRole("button", { name: "All", exact: true }).click();
  await page.getByRole("checkbox", { name: "Select Afraid of needles" }).check();
  await page.getByRole("button", { name: "Delete" }).click();
  await page
    .getByRole("dialog", { name: "Delete this note?" })
    .getByRole("button", { name: "Delete" })
    .click();
  await toast(page, "1 note is deleted.");
  assert.deepEqual(await readable(ada), []);
  await page.context().close();
});

async function poll(holds: () => Promise<boolean>): Promise<void> {
  for (let n = 0; n < 50; n++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  assert.fail("it never came to that");
}

test("several notes are taken back from their customers together, and shared again with undo", async () => {
  const add = (title: string, visibility: string) =>
    house.call("POST", "/dashboard/notes", { customerId: ben, title, body: "Text", visibility });
  await add("Taken back one", "SHARED");
  await add("Taken back two", "SHARED");
  await add("Always internal", "INTERNAL");
  const page = await openConsole(browser, house, "notes");
  for (const title of ["Taken back one", "Taken back two", "Always internal"])
    await page.getByRole("checkbox", { name: `Select ${title}` }).check();
  assert.deepEqual(await violations(page), []);
  await page.getByRole("button", { name: "Make internal", exact: true }).click();
  await toast(page, "2 notes are internal now.");
  assert.deepEqual(await readable(ben), []);
  await page.getByRole("button", { name: "Undo" }).click();
  await toast(page, "2 notes are shared again.");
  assert.deepEqual((await readable(ben)).sort(), ["Taken back one", "Taken back two"]);
  await page.context().close();
});
