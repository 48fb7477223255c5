import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { createOrganization, launchBrowser, openConsole, violations } from "./support.ts";
import type { Organization } from "./support.ts";

let browser: Browser;
let house: Organization;
before(async () => {
  browser = await launchBrowser();
  house = await createOrganization();
});
after(() => browser.close());

test("what waits and what failed is told in words, and sent again", async () => {
  const { call } = house;
  await call("POST", "/dashboard/invitations", { email: "ada@example.com", name: "Ada", role: "CUSTOMER" });
  const page = await openConsole(browser, house, "mails");
  const row = page.getByRole("row", { name: /Invitation to the portal.*ada@example\.com/s });
  await row.getByText("Waiting").waitFor();
  assert.deepEqual(await violations(page), []);
  // No provider fails here: what one has refused is put into the answers, and the real operation is asked again.
  const failed = { code: "REFUSED", message: "The provider refuses this mail or its receiver. (HTTP 422)" };
  await page.route("**/dashboard/mails?*", async (route) => {
    // The page's own address looks the same.
    if (route.request().isNavigationRequest()) return route.continue();
    const answer = await route.fetch();
    if (!answer.ok()) return route.fulfill({ response: answer });
    const body = (await answer.json()) as { items: object[] };
    const state = {
      status: "FAILED",
      attempts: 3,
      failedAt: new Date().toISOString(),
      dueAt: null,
      lastError: failed,
    };
    await route.fulfill({
      response: answer,
      json: { ...body, items: body.items.map((item) => ({ ...item, ...state })) },
    });
  });
  await page.getByRole("button", { name: "Failed", exact: true }).click();
  assert.equal(new URL(page.url()).searchParams.get("status"), "FAILED");
  await page.getByText("No mail has failed").waitFor();
  await page.getByRole("button", { name: "All", exact: true }).click();
  await page.reload();
  await row.getByText("The mail provider refuses this mail or its address.").waitFor();
  await row.getByText("3 attempts").waitFor();
  assert.deepEqual(await violations(page), []);
  await row
    .getByRole("button", { name: /^Send again: Invitation to the portal to ada@example\.com/ })
    .click();
  await page.getByText("The mail to ada@example.com is on its way again.").waitFor();
  await row.getByText("Waiting").waitFor();
  await page.context().close();
});
