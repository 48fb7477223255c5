// The host pages and the portal leave each other alone: no style, no global, no history crosses over, either way.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser, Page } from "playwright-core";
import {
  exampleUrl,
  launchBrowser,
  openContext,
  openPage,
  portalUrl,
  violations,
} from "../plain-html/test/support.ts";
import { pageState, stylesFromPage } from "./styles.ts";

const customers = {
  bootstrap: "jonas@ironwood.example",
  tailwind: "elif@lumen.example",
  wordpress: "owen@marlow.example",
  "hostile-css": "nadia@spoke.example",
  "strict-csp": "mara@tidewater.example",
};

let browser: Browser;
before(async () => {
  browser = await launchBrowser();
});
after(() => browser.close());

const signInButton = (page: Page) => page.getByRole("button", { name: "Sign in", exact: true });
const openTab = (page: Page, name: string | RegExp) =>
  page.getByRole("navigation", { name: "Portal" }).getByRole("button", { name }).click();

/** Every state of the portal that a page is tested with, one after the other; `see` is called in each. */
async function walk(page: Page, email: string, see: (state: string) => Promise<void>): Promise<void> {
  const look = async (state: string) => {
    // Nothing is hovered over.
    await page.mouse.move(0, 0);
    await see(state);
  };
  await signInButton(page).click();
  await page.getByText("Fill this in.").first().waitFor();
  await look("signed out, with errors");
  await page.getByLabel("Email").fill(email);
  await page.getByRole("textbox", { name: "Password" }).fill("portico-demo-1");
  await signInButton(page).click();
  await page.getByRole("heading", { name: /^Good (morning|afternoon|evening)/ }).waitFor();
  await look("overview");
  // Tidewater has words of its own.
  await openTab(page, /^(Appointments|Consultations)$/);
  await page.locator("portal-appointments [part=appointment] button").first().click();
  await page.getByRole("dialog").waitFor();
  await look("a dialog");
  await page.keyboard.press("Escape");
  await openTab(page, /^(Notes|Memos)$/);
  await page.locator("portal-notes [part=note] button").first().click();
  await page.locator("portal-notes strong").first().waitFor();
  await look("a note");
  await page.getByRole("button", { name: /^Account of/ }).click();
  await page.getByRole("button", { name: "Profile" }).click();
  await page.getByLabel("Phone").waitFor();
  await look("the profile");
}

/** Opens a host page, its embed kept away or not. */
async function open(browser: Browser, site: string, isEmbedded: boolean): Promise<Page> {
  const context = await openContext(browser, {
    reducedMotion: "reduce",
    viewport: { width: 1200, height: 900 },
  });
  const page = await openPage(context);
  page.setDefaultTimeout(15_000);
  if (!isEmbedded) await page.route("**/embed/portico.js", (route) => route.abort());
  await page.goto(`${exampleUrl}/${site}/`);
  if (isEmbedded) await signInButton(page).waitFor();
  return page;
}

/** Nothing of the portal reaches out into the page: it is what it is without. */
async function assertPageIsLeftAlone(site: string, page: Page): Promise<void> {
  const bare = await open(browser, site, false);
  const { styles, globals, ...without } = await pageState(bare);
  const { styles: stylesAfter, globals: globalsAfter, ...withPortal } = await pageState(page);
  const changed = Object.keys(styles).filter((key) => styles[key] !== stylesAfter[key]);
  assert.deepEqual(
    changed.map((key) => `${key}: ${styles[key]}, with the portal ${stylesAfter[key]}`),
    [],
  );
  assert.deepEqual(
    globalsAfter.filter((name) => !globals.includes(name)),
    [],
  );
  // One entry says which kind of session there is, so that the tabs agree; it holds no secret.
  assert.match(String(withPortal.stored.splice(1, 1)), new RegExp(`^portico:${portalUrl}:\\w+$`));
  without.stored.splice(1, 1);
  assert.deepEqual(withPortal, without);
  await bare.context().close();
}

for (const [site, email] of Object.entries(customers)) {
  test(`${site}: the page and the portal leave each other alone, in any state, and it is accessible`, async () => {
    const page = await open(browser, site, true);
    await assertPageIsLeftAlone(site, page);
    await walk(page, email, async (state) => {
      // The page under the strict policy styles the portal with tokens, as a page may.
      if (site !== "strict-csp") {
        const { compared, differences } = await stylesFromPage(page);
        assert.ok(compared > 40, `${state}: ${compared} compared`);
        assert.deepEqual(differences.slice(0, 12), [], state);
      }
      if (/signed out|overview/.test(state)) assert.deepEqual(await violations(page), [], state);
      await page.setViewportSize({ width: 320, height: 640 });
      const width = await page.evaluate(() => document.documentElement.scrollWidth);
      assert.ok(width <= 320, `${state}: ${width} px wide`);
      await page.setViewportSize({ width: 1200, height: 900 });
    });
    await page.context().close();
  });
}
