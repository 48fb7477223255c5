// axe on every page of the example, light and dark, the portal signed out and signed in.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { exampleUrl, launchBrowser, openContext, openPage, pages, signIn, violations } from "./support.ts";

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

for (const colorScheme of ["light", "dark"] as const) {
  test(`axe finds nothing on any page: ${colorScheme}`, async () => {
    const context = await openContext(browser, { colorScheme, reducedMotion: "reduce" });
    const page = await openPage(context);
    for (const path of pages) {
      await page.goto(`${exampleUrl}/${path}`);
      if (path === "portal.html") await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
      assert.deepEqual(await violations(page), [], path);
    }
    await signIn(page);
    assert.deepEqual(await violations(page), [], "portal.html, overview");
    for (const name of ["Appointments", "Tasks", "Notes"]) {
      const navigation = page.locator("portal-dashboard").getByRole("navigation");
      await navigation.getByRole("button", { name: new RegExp(`^${name}`) }).click();
      await page.locator("portal-dashboard").getByRole("heading", { name, level: 2 }).waitFor();
      await page.waitForLoadState("networkidle");
      assert.deepEqual(await violations(page), [], `portal.html, ${name}`);
    }
    await context.close();
  });
}

test("every page fits a narrow screen, and every link on it leads somewhere", async () => {
  const context = await openContext(browser, { viewport: { width: 320, height: 640 } });
  const page = await openPage(context);
  for (const path of pages) {
    await page.goto(`${exampleUrl}/${path}`);
    const width = await page.evaluate(() => document.documentElement.scrollWidth);
    assert.ok(width <= 320, `${path} is ${width} px wide`);
    const links = await page
      .locator("a[href]")
      .evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href));
    for (const link of new Set(links)) {
      if (!link.startsWith(exampleUrl)) continue;
      const response = await page.request.get(link);
      assert.ok(response.ok(), `${path} → ${link}`);
      const id = new URL(link).hash.slice(1);
      if (id) assert.match(await response.text(), new RegExp(`id="${id}"`), `${path} → ${link}`);
    }
  }
  await context.close();
});
