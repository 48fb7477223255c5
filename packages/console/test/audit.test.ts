import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { address, createOrganization, launchBrowser, openConsole, violations } from "./support.ts";
import type { Organization } from "./support.ts";

let browser: Browser;
let house: Organization;
let page: Page;
before(async () => {
  browser = await launchBrowser();
  house = await createOrganization();
  const { call } = house;
  const { id: customerId } = await call<{ id: string }>("POST", "/dashboard/customers", {
    name: "Ada Okafor",
  });
  const task = await call<{ id: string }>("POST", "/dashboard/tasks", {
    customerId,
    title: "Fill in the form",
  });
  await call("PATCH", `/dashboard/tasks/${task.id}`, { status: "DONE" });
  await call("DELETE", `/dashboard/tasks/${task.id}`);
  const note = { customerId, title: "=A note", body: "Text", visibility: "INTERNAL" };
  const { id } = await call<{ id: string }>("POST", "/dashboard/notes", note);
  await call("PATCH", `/dashboard/notes/${id}`, { visibility: "SHARED" });
  page = await openConsole(browser, house, "audit-log");
});
after(() => browser.close());

const entry = (text: string) => page.locator("details", { hasText: text });

test("each change is a sentence, and opens to what was there before and after", async () => {
  await page.getByText("Olive Owner added the customer “Ada Okafor”").waitFor();
  await entry(
    "Olive Owner changed the note “=A note”: Visibility: Internal → Shared with the customer",
  ).waitFor();
  const changed = entry("Olive Owner changed a task: Status: Open → Done");
  await changed.locator("summary").focus();
  await page.keyboard.press("Enter");
  assert.match(await changed.getByRole("row", { name: /Status/ }).innerText(), /Status\s+Open\s+Done/);
  assert.doesNotMatch(await changed.innerText(), /[{}[\]]|DONE|undefined/, "no JSON, no codes");
  assert.deepEqual(await violations(page), []);
  await changed.getByRole("link", { name: "Everything done to it" }).click();
  await entry("Olive Owner deleted the task “Fill in the form”").waitFor();
  await page.getByText("added the customer “Ada Okafor”").waitFor({ state: "detached" });
  assert.equal(await page.locator("details").count(), 3);
  await page.getByRole("link", { name: "Clear filters" }).click();
  await page.getByText("Olive Owner added the customer “Ada Okafor”").waitFor();
});

test("filters are in the address, and what they leave is what is exported", async () => {
  await page.getByLabel("Kind of record").selectOption({ label: "Notes" });
  await page.getByText("added the customer “Ada Okafor”").waitFor({ state: "detached" });
  assert.equal(await page.locator("details").count(), 2);
  assert.equal(new URL(page.url()).searchParams.get("entity"), "note");
  const [file] = await Promise.all([
    page.waitForEvent("download"),
    page.getByRole("button", { name: "Export as CSV" }).click(),
  ]);
  const text = await readFile(await file.path(), "utf8");
  const lines = text.trimEnd().split("\r\n");
  assert.equal(lines.length, 3, text);
  assert.match(lines[1]!, /,updateNote,note,.*Visibility: Internal → Shared with the customer/);
  await page.getByText("2 entries are in the file.").waitFor();
  await page.getByLabel("From day").fill("2999-01-01");
  await page.getByText("No entry fits these filters").waitFor();
  await page.reload();
  await page.getByText("No entry fits these filters").waitFor();
  await page.goto(address(house.slug, "audit-log"));
  await page.getByLabel("What was done").selectOption({ label: "Task deleted" });
  await page.getByText("Olive Owner deleted the task “Fill in the form”").waitFor();
  await page.getByText("added the customer “Ada Okafor”").waitFor({ state: "detached" });
});
