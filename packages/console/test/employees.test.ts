import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { createOrganization, launchBrowser, openConsole, violations } from "./support.ts";
import type { Organization } from "./support.ts";
import { join } from "./support-people.ts";

let browser: Browser;
let house: Organization;
let admin: string;
before(async () => {
  [browser, house] = await Promise.all([launchBrowser(), createOrganization()]);
  ({ email: admin } = await join(house, { name: "Noor Aziz", role: "ADMIN" }));
  await join(house, { name: "Sam Whitaker", role: "EMPLOYEE" });
});
after(() => browser.close());

interface Person {
  name: string;
  role: string;
  disabledAt: string | null;
}
const find = async (name: string) => {
  const { items } = await house.call<{ items: Person[] }>("GET", "/dashboard/employees");
  return items.find((person) => person.name === name)!;
};
async function until(holds: () => Promise<boolean>): Promise<void> {
  for (let attempt = 0; attempt < 60; attempt++) {
    if (await holds()) return;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  assert.fail("it did not happen");
}

test("a role is changed, and back", async () => {
  const page = await openConsole(browser, house, "employees");
  await page.getByRole("button", { name: "Sam Whitaker" }).click();
  const dialog = page.getByRole("dialog", { name: "Sam Whitaker" });
  await dialog.waitFor();
  assert.deepEqual(await violations(page), []);
  await dialog.getByLabel("Role").selectOption("ADMIN");
  await dialog.getByRole("button", { name: "Save" }).click();
  await page.getByText("Sam Whitaker is Administrator now.").waitFor();
  assert.equal((await find("Sam Whitaker")).role, "ADMIN");
  await page.getByRole("button", { name: "Undo" }).click();
  await until(async () => (await find("Sam Whitaker")).role === "EMPLOYEE");
  await page.context().close();
});

test("an account is shut after a question, and opened again", async () => {
  const page = await openConsole(browser, house, "employees");
  await page.getByRole("button", { name: "Sam Whitaker" }).click();
  await page.getByRole("button", { name: "Disable account" }).click();
  const question = page.getByRole("dialog", { name: "Disable the account of Sam Whitaker?" });
  await question.getByRole("button", { name: "Cancel" }).click();
  assert.equal((await find("Sam Whitaker")).disabledAt, null);
  await page.getByRole("button", { name: "Sam Whitaker" }).click();
  await page.getByRole("button", { name: "Disable account" }).click();
  await question.getByRole("button", { name: "Disable account" }).click();
  await page.getByText("Sam Whitaker cannot sign in any more.").waitFor();
  assert.notEqual((await find("Sam Whitaker")).disabledAt, null);
  await page.getByRole("button", { name: "Sam Whitaker" }).click();
  await page.getByRole("button", { name: "Enable account" }).click();
  await page.getByText("Sam Whitaker can sign in again.").waitFor();
  await page.context().close();
});

test("one's own row and the last owner are explained", async () => {
  const page = await openConsole(browser, house, "employees");
  await page.getByRole("button", { name: /Olive Owner/ }).click();
  await page.getByText("You are the only owner", { exact: false }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.getByRole("link", { name: /are in your account/ }).waitFor();
  await page.context().close();
});

test("an administrator invites no owner and changes none", async () => {
  const page = await openConsole(browser, { slug: house.slug, email: admin }, "employees");
  await page.getByRole("button", { name: "Olive Owner" }).click();
  await page.getByText("Only an owner changes owners.").waitFor();
  await page.keyboard.press("Escape");
  await page.getByRole("button", { name: "Invite an employee" }).click();
  const dialog = page.getByRole("dialog", { name: "Invite an employee" });
  assert.deepEqual(await dialog.getByLabel("Role").locator("option").allInnerTexts(), [
    "Employee",
    "Administrator",
  ]);
  assert.deepEqual(await violations(page), []);
  await page.keyboard.type("pia@example.com");
  await page.keyboard.press("Enter");
  await page.getByText("An invitation is on its way to pia@example.com.").waitFor();
  await page.getByRole("cell", { name: /pia@example\.com/ }).waitFor();
  await page.context().close();
});
