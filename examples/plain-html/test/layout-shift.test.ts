// The page around the portal must not move while the portal loads, nor may the portal move within itself.
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
  moved: string[];
}

/** Notes every layout shift of the pages of this context, from their first moment, with what moved from where to where. */
async function observeShifts(context: BrowserContext): Promise<void> {
  await context.addInitScript(() => {
    const shifts: Shift[] = [];
    Object.assign(globalThis, { portalShifts: shifts });

    const path = (node: Node | null): string => {
      if (!node) return "";
      if (node instanceof ShadowRoot) return `${path(node.host)} #shadow-root`;
      if (!(node instanceof Element)) return path(node.parentNode);
      const classes = [...node.classList].map((name) => `.${name}`).join("");
      return `${path(node.parentNode)} ${node.localName}${node.id && `#${node.id}`}${classes}`.trim();
    };
    // The browser names no node of a shadow tree, and only what can be seen of it; what lies there now says it as well.
    const at = (rect: DOMRectReadOnly, root: ParentNode = document): Element | undefined => {
      for (const element of root.querySelectorAll("*")) {
        const inside = element.shadowRoot && at(rect, element.shadowRoot);
        if (inside) return inside;
        const { left, top, right, bottom } = element.getBoundingClientRect();
        const seen = [left, top, Math.min(right, innerWidth), Math.min(bottom, innerHeight)];
        const wanted = [rect.left, rect.top, rect.right, rect.bottom];
        if (wanted.every((edge, n) => Math.abs(edge - Math.max(seen[n]!, 0)) < 1)) return element;
      }
      return undefined;
    };
    const say = ({ x, y, width, height }: DOMRectReadOnly) =>
      [x, y, width, height].map((value) => Math.round(value * 100) / 100).join(" ");

    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as (PerformanceEntry & {
        value: number;
        sources: { node: Node | null; previousRect: DOMRectReadOnly; currentRect: DOMRectReadOnly }[];
      })[]) {
        const moved = entry.sources.map(
          ({ node, previousRect, currentRect }) =>
            `${path(node ?? at(currentRect) ?? null)}: ${say(previousRect)} → ${say(currentRect)}`,
        );
        shifts.push({ value: entry.value, moved });
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
    // A slow processor and a slow network: every state on the way is painted.
    const session = await context.newCDPSession(page);
    await session.send("Emulation.setCPUThrottlingRate", { rate: 4 });
    await page.route(/\/portal\/(config|auth\/refresh|dashboard)\b/, async (route) => {
      await new Promise((resolve) => setTimeout(resolve, 500));
      await route.continue();
    });
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
