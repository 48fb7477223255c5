import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { createOrganization, launchBrowser, openConsole, portalUrl, violations } from "./support.ts";
import type { Organization } from "./support.ts";

let browser: Browser;
let house: Organization;
let page: Page;
before(async () => {
  browser = await launchBrowser();
  house = await createOrganization();
  page = await openConsole(browser, house, "api-keys");
});
after(() => browser.close());

test("a key is made, shown once, used, renamed, revoked, and then refused", async () => {
  await page.getByText("No API keys yet").waitFor();
  await page.getByRole("button", { name: "New key" }).click();
  const creation = page.getByRole("dialog", { name: "New API key" });
  await creation.getByLabel("Name").fill("CRM, every night");
  await creation.getByRole("button", { name: "Create key" }).click();
  await creation.getByText("Choose at least one thing that the key may do.").waitFor();
  assert.deepEqual(await violations(page), []);
  await creation.getByLabel("Read and write customers").check();
  assert.ok(await creation.getByLabel("Read customers").isDisabled(), "to write is to read as well");
  await creation.getByLabel("Read tasks").check();
  await creation.getByRole("button", { name: "Create key" }).click();

  const shown = page.getByRole("dialog", { name: "Copy the key now" });
  const secret = await shown.getByLabel("Secret key").inputValue();
  assert.match(secret, /^sk_/);
  assert.deepEqual(await violations(page), []);
  await shown.getByRole("button", { name: "I have kept it" }).click();
  const row = page.getByRole("row", { name: /CRM, every night/ });
  await row.getByText("Reads and writes customers. Reads tasks").waitFor();
  await row.getByText(`sk_…${secret.slice(-4)}`).waitFor();
  assert.ok(!(await page.content()).includes(secret), "it is not shown again");

  const ask = (path: string) => fetch(portalUrl + path, { headers: { Authorization: `Bearer ${secret}` } });
  assert.equal((await ask("/dashboard/customers")).status, 200);
  assert.equal((await ask("/dashboard/notes")).status, 403);
  await page.reload();
  await row.getByText("today").waitFor();
  assert.deepEqual(await violations(page), []);

  await row.getByRole("button", { name: "Rename CRM, every night" }).click();
  await page.getByRole("dialog").getByLabel("Name").fill("CRM, nightly");
  await page.keyboard.press("Enter");
  const renamed = page.getByRole("row", { name: /CRM, nightly/ });
  await renamed.getByRole("button", { name: "Revoke CRM, nightly" }).click();
  const question = page.getByRole("dialog", { name: "Revoke “CRM, nightly”?" });
  assert.deepEqual(await violations(page), []);
  await question.getByRole("button", { name: "Revoke" }).click();
  await renamed.getByText("Revoked", { exact: true }).waitFor();
  assert.equal((await ask("/dashboard/customers")).status, 401);
});
