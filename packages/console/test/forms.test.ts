import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { createOrganization, launchBrowser, openConsole } from "./support.ts";

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

test("a form that is refused keeps all that was typed and chosen", async () => {
  const house = await createOrganization();
  await house.call("POST", "/dashboard/customers", { name: "Ada Okafor" });
  const page = await openConsole(browser, house, "tasks");
  await page.getByRole("button", { name: "New task", exact: true }).click();
  const dialog = page.getByRole("dialog", { name: "New task" });
  await dialog.getByLabel("Priority").selectOption("HIGH");
  await dialog.getByLabel("Description").fill("Both pages");
  await dialog.getByRole("button", { name: "Create task" }).click();
  await dialog.getByText("Please fill this in.").first().waitFor();
  await dialog.getByLabel("What is to be done").pressSequentially("Sign");
  assert.equal(await dialog.getByLabel("Priority").inputValue(), "HIGH");
  assert.equal(await dialog.getByLabel("Description").inputValue(), "Both pages");
  assert.equal(await dialog.getByLabel("What is to be done").inputValue(), "Sign");
  await page.context().close();
});

test("what was typed is not thrown away unasked, by no way out", async () => {
  const house = await createOrganization();
  const page = await openConsole(browser, house, "customers");
  const dialog = page.getByRole("dialog", { name: "New customer" });
  const question = page.getByRole("dialog", { name: "Discard what you typed?" });
  await page.getByRole("button", { name: "New customer" }).click();
  await dialog.waitFor();
  await page.keyboard.press("Escape");
  await dialog.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "New customer" }).click();
  await dialog.getByLabel("Name").fill("Ada");
  for (const leave of [
    () => page.keyboard.press("Escape"),
    () => dialog.getByRole("button", { name: "Close" }).click(),
    () => dialog.getByRole("button", { name: "Cancel" }).click(),
  ]) {
    await leave();
    await question.getByRole("button", { name: "Keep editing" }).click();
    await question.waitFor({ state: "detached" });
    assert.equal(await dialog.getByLabel("Name").inputValue(), "Ada");
  }
  await page.keyboard.press("Escape");
  await question.getByRole("button", { name: "Discard" }).click();
  await dialog.waitFor({ state: "detached" });
  await page.context().close();
});
