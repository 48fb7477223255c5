// The built site in Chromium: on a phone, for everybody, and what can be tried.
import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { after, before, test } from "node:test";
import { chromium } from "playwright-core";
import { browserArgs, findBrowser } from "../../packages/tooling/browser.mjs";
import { serveFolder } from "../../packages/tooling/static.mjs";
import { folder } from "./site.mjs";

/** @type {import("playwright-core").Browser} */
let browser;
/** @type {{ url: string, stop: () => Promise<void> }} */
let site;

before(async () => {
  site = await serveFolder({ folder, port: 0 });
  browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArgs });
});
after(async () => {
  await browser.close();
  await site.stop();
});

/** @param {string} path @param {import("playwright-core").BrowserContextOptions} options */
async function open(path, options = {}) {
  const page = await browser.newPage({ viewport: { width: 1280, height: 900 }, ...options });
  /** @type {string[]} */
  const faults = [];
  page.on("pageerror", (error) => faults.push(error.message));
  page.on("requestfailed", (request) => faults.push(request.url()));
  page.on("response", (response) => response.status() >= 400 && faults.push(response.url()));
  await page.goto(site.url + path);
  return { page, faults };
}

const sample = [
  "/",
  "/guides/performance/",
  "/elements/portal-dashboard/",
  "/theming/playground/",
  "/reference/http/dashboard-customers/",
  "/reference/sdk/client/",
  "/errors/invalid-request/",
  "/project/architecture/",
];

test("no page scrolls sideways on a phone", async () => {
  const page = await browser.newPage({ viewport: { width: 320, height: 700 } });
  for (const path of sample) {
    await page.goto(site.url + path);
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wide <= 0, `${path} is ${wide} pixels too wide`);
  }
  await page.close();
});

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core"), "utf8");

for (const colorScheme of /** @type {const} */ (["light", "dark"])) {
  test(`pages are accessible, ${colorScheme}`, async () => {
    for (const path of ["/", "/elements/portal-login/", "/theming/playground/", "/errors/conflict/"]) {
      const { page } = await open(path, { colorScheme });
      await page.evaluate(axe);
      const found = await page.evaluate(async () => {
        // @ts-expect-error axe is there by the line above.
        const { violations } = await axe.run(
          // Starlight's search button shows its shortcut too, which is not part of its name.
          { exclude: ["site-search > button"] },
          { iframes: false },
        );
        return violations.map((/** @type {any} */ one) => [
          one.id,
          ...one.nodes.map((/** @type {any} */ node) => node.html.slice(0, 160)),
        ]);
      });
      assert.deepEqual(found, [], path);
      await page.close();
    }
  });
}

test("an example is changed, and tells its events", async () => {
  const { page, faults } = await open("/elements/portal-tasks/");
  const example = page.frameLocator("portico-live iframe");
  await example.getByText("Fill in the health questionnaire").waitFor();
  await page.locator(".live-log code", { hasText: "portal-ready" }).waitFor();
  await page.getByLabel("Language").selectOption("de");
  await example.getByRole("heading", { name: "Aufgaben" }).waitFor();
  await page.getByLabel("HTML of the example").fill("<portal-notes demo></portal-notes>");
  await example.getByText("Night guard").waitFor();
  await page.getByLabel("Colours").selectOption("dark");
  await example.locator("html[style*=dark] portal-notes").waitFor();
  await page.getByLabel("Width").selectOption("Desktop");
  const width = await page.locator("portico-live iframe").evaluate((frame) => frame.clientWidth);
  assert.equal(width, 1200);
  assert.deepEqual(faults, []);
  await page.close();
});

test("the playground shows what is chosen, gives its CSS and keeps it in the address", async () => {
  const { page, faults } = await open("/theming/playground/");
  const portal = page.frameLocator(".play-stage iframe");
  await portal.getByRole("button", { name: "Details" }).waitFor();
  await page.getByLabel("Accent", { exact: true }).fill("#7c3aed");
  const fill = () =>
    portal.getByRole("button", { name: "Details" }).evaluate((one) => getComputedStyle(one).backgroundColor);
  assert.equal(await fill(), "rgb(124, 58, 237)");
  await page.locator("[data-css]", { hasText: "--portal-accent: #7c3aed;" }).waitFor();
  // A choice that cannot be read is called so.
  await page.getByText("Every token").click();
  await page.locator("input[type=text][data-token='--portal-ink']").fill("#cccccc");
  await page.locator("[data-contrast] .is-low").first().waitFor();

  const link = page.url();
  assert.match(link, /--portal-accent=%237c3aed/);
  const { page: other } = await open(link.slice(site.url.length));
  await other.locator("[data-css]", { hasText: "--portal-ink: #cccccc;" }).waitFor();
  assert.equal(await other.getByLabel("Accent", { exact: true }).inputValue(), "#7c3aed");
  // What a link brings along can be no more than values of tokens.
  const bad = encodeURIComponent("red; } body { background: url(//evil.example)");
  const { page: third } = await open(`/theming/playground/#--portal-accent=${bad}&--color=red`);
  await third.locator("[data-css]", { hasText: "Nothing chosen yet" }).waitFor();
  assert.deepEqual(faults, []);
  await Promise.all([page.close(), other.close(), third.close()]);
});

test("the search finds, with no server", async () => {
  const { page, faults } = await open("/guides/mail/");
  await page.getByRole("button", { name: "Search" }).first().click();
  await page.getByRole("dialog").locator("input").fill("outbox");
  await page.locator(".pagefind-ui__result-link", { hasText: "Mail" }).first().waitFor();
  assert.deepEqual(faults, []);
  await page.close();
});
