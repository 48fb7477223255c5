// The page around the portal must not move while the portal loads.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { exampleUrl, launchBrowser, openContext, openPage, signIn } from "./support.ts";

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

interface Shift {
  value: number;
  nodes: string[];
}

/** Notes every layout shift of the pages of this context, from their first moment. */
async function observeShifts(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(globalThis, { portalShifts: shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: { node: Node | null }[];
      })[]) {
        shifts.push({
          value: entry.value,
          nodes: entry.sources.map(({ node }) => (node as Element)?.outerHTML?.slice(0, 120)),
        });
      }
    }).observe({ type: "layout-shift", buffered: true });
  });
}

/** The shifts so far, once the page has come to rest. */
async function shiftsOf(page: Page): Promise<Shift[]> {
  await page.waitForLoadState("networkidle");
  await page.waitForTimeout(600);
  return page.evaluate(() => (globalThis as unknown as { portalShifts: Shift[] }).portalShifts);
}

for (const [device, viewport] of Object.entries({
  desktop: { width: 1280, height: 800 },
  phone: { width: 390, height: 844 },
})) {
  test(`nothing shifts while the portal loads, signed out and signed in: ${device}`, async () => {
    const context = await openContext(browser, { viewport });
    await observeShifts(context);
    const page = await openPage(context);
    await page.goto(`${exampleUrl}/portal.html`);
    await page.getByRole("button", { name: "Sign in", exact: true }).waitFor();
    assert.deepEqual(await shiftsOf(page), [], "signed out");

    await signIn(page);
    await page.reload();
    await page.getByRole("heading", { name: /^Good (morning|afternoon|evening)/ }).waitFor();
    assert.deepEqual(await shiftsOf(page), [], "signed in");
    await context.close();
  });
}
