import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { address, createOrganization, launchBrowser, openConsole, violations } from "./support.ts";
import type { Organization } from "./support.ts";

let browser: Browser;
let house: Organization;
before(async () => {
  browser = await launchBrowser();
  house = await createOrganization();
  for (const name of ["Ada Okafor", "Ben Castillo", "Chiara Neri"])
    await house.call("POST", "/dashboard/customers", { name });
});
after(() => browser.close());

test("an address of the console asks who it is first, and then leads there", async () => {
  const page = await openConsole(browser, house, "customers");
  await page.getByRole("heading", { name: "Customers", level: 1 }).waitFor();
  assert.equal(page.url(), address(house.slug, "customers"));
  assert.equal(await page.title(), "Customers · Test House");
  await page.reload();
  await page.getByRole("link", { name: "Ada Okafor" }).waitFor();
  assert.deepEqual(await violations(page), []);
  await page.context().close();
});

test("customers are found as one types, in the address too", async () => {
  const page = await openConsole(browser, house, "customers");
  await page.getByRole("link", { name: "Ada Okafor" }).waitFor();
  await page.keyboard.press("/");
  await page.keyboard.type("chia");
  await page.getByRole("link", { name: "Ada Okafor" }).waitFor({ state: "detached" });
  await page.getByRole("link", { name: "Chiara Neri" }).waitFor();
  assert.equal(new URL(page.url()).searchParams.get("q"), "chia");
  await page.keyboard.type("xyz");
  await page.getByText("Nobody matches “chiaxyz”").waitFor();
  await page.context().close();
});

test("a customer is made, and what is wrong is said at the field", async () => {
  const page = await openConsole(browser, house, "customers");
  await page.getByRole("button", { name: "New customer" }).click();
  const dialog = page.getByRole("dialog", { name: "New customer" });
  assert.deepEqual(await violations(page), []);
  await dialog.getByRole("button", { name: "Create customer" }).click();
  await dialog.getByText("Please fill this in.").waitFor();
  await page.keyboard.type("Dmitri Volkov");
  await dialog.getByLabel("External id").fill("K-1");
  await page.keyboard.press("Enter");
  await page.getByText("Dmitri Volkov is a customer now.").waitFor();
  await page.goto(address(house.slug, "customers"));
  await page.getByRole("button", { name: "New customer" }).click();
  await dialog.getByLabel("Name").fill("Somebody Else");
  await dialog.getByLabel("External id").fill("K-1");
  await page.keyboard.press("Enter");
  await dialog.locator("#externalId-error").waitFor();
  assert.equal(await dialog.getByLabel("Name").inputValue(), "Somebody Else", "nothing typed is lost");
  await page.context().close();
});
