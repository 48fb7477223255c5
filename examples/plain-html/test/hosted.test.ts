// The hosted pages: the same portal at the deployment's own address.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import { launchBrowser, openContext, openPage, portalUrl, violations } from "./support.ts";

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

const address = (name: string) => `${portalUrl}/portal/${name}?organization=northwind`;
const rooms = {
  dashboard: /^Good /,
  appointments: "Appointments",
  tasks: "Tasks",
  notes: "Notes",
  profile: "Profile",
};

async function signIn(page: Page): Promise<void> {
  await page.goto(address("login"));
  await page.getByLabel("Email").fill("ada@northwind.example");
  await page.getByRole("textbox", { name: "Password" }).fill("portico-demo-1");
  await page.getByRole("button", { name: "Sign in", exact: true }).click();
  await page.getByRole("heading", { name: /^Good / }).waitFor();
}

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any hosted page: ${colorScheme}`, async () => {
    const context = await openContext(browser, { colorScheme, reducedMotion: "reduce" });
    const page = await openPage(context);
    for (const name of ["login", "register"]) {
      await page.goto(address(name));
      await page.getByLabel("Email").waitFor();
      assert.deepEqual(await violations(page), [], name);
    }
    await signIn(page);
    for (const [name, heading] of Object.entries(rooms)) {
      await page.goto(address(name));
      await page.getByRole("heading", { name: heading }).first().waitFor();
      await page.waitForLoadState("networkidle");
      assert.deepEqual(await violations(page), [], name);
    }
    await context.close();
  });
}

test("a page whose code does not arrive says so, and comes when tried again", async () => {
  const context = await openContext(browser);
  const page = await openPage(context);
  await signIn(page);
  await page.route(/\/chunks\/portal-tasks-/, (route) => route.abort());
  await page
    .getByRole("navigation")
    .getByRole("link", { name: /^Tasks/ })
    .click();
  await page.getByText("Tasks could not be loaded").waitFor();
  await page.unroute(/\/chunks\/portal-tasks-/);
  await page.getByRole("button", { name: "Try again" }).click();
  await page.getByRole("heading", { name: "Tasks" }).waitFor();
  await context.close();
});

test("deep links, titles and the back button", async () => {
  const context = await openContext(browser);
  const page = await openPage(context);
  await signIn(page);
  await page.goto(address("tasks"));
  await page
    .getByRole("heading", { name: "Tasks", level: 2 })
    .or(page.getByRole("heading", { name: "Tasks", level: 1 }))
    .waitFor();
  assert.match(await page.title(), /Tasks.*Northwind Dental/);
  await page
    .getByRole("navigation")
    .getByRole("link", { name: /^Notes/ })
    .click();
  await page.waitForURL(/\/portal\/notes/);
  await page.waitForFunction(() => document.title.includes("Notes"));
  await page.goBack();
  await page.waitForURL(/\/portal\/tasks/);
  await page.waitForFunction(() => document.title.includes("Tasks"));
  // Without the organization in the address, the remembered one.
  await page.goto(`${portalUrl}/portal/appointments`);
  await page.getByRole("heading", { name: "Appointments" }).first().waitFor();
  // The same address answers JSON to a client.
  const response = await fetch(`${portalUrl}/portal/appointments`);
  assert.equal(response.status, 401);
  assert.match(response.headers.get("content-type") ?? "", /application\/problem\+json/);
  await context.close();
});
