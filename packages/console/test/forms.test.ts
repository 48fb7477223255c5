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
