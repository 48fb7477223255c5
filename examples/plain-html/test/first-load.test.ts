// Coming back signed in: what the overview waits for is asked for at once, side by side.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { exampleUrl, launchBrowser, openContext, openPage, signIn } from "./support.ts";

let browser: Browser;
before(async () => (browser = await launchBrowser()));
after(() => browser.close());

test("every file and the session are asked for before the first of them has arrived", async () => {
  const page = await openPage(await openContext(browser));
  await signIn(page);
  const asked: string[] = [];
  let release = () => {};
  const held = new Promise<void>((resolve) => (release = resolve));
  const refresh = page.waitForRequest(/auth\/refresh/);
  await page.route(/\/chunks\//, async (route) => {
    asked.push(/chunks\/(.+)-[\w-]{6}\.js/.exec(route.request().url())![1]!);
    await held;
    await route.continue();
  });
  const answers: string[] = [];
  page.on("request", (request) => /auth\/refresh/.test(request.url()) && answers.push(request.method()));
  await page.goto(`${exampleUrl}/portal.html`, { waitUntil: "commit" });
  await refresh;
  while (asked.length < 5) await page.waitForEvent("request");
  assert.deepEqual(asked.sort(), ["core", "pages", "portal-dashboard", "portal-overview", "tasks"]);
  release();
  await page.getByRole("heading", { name: /^Good (morning|afternoon|evening)/ }).waitFor();
  assert.equal(answers.length, 1, "the session that was asked for early is the one that is used");
  await page.context().close();
});

test("nobody's session is asked for where nobody has signed in, or somebody signed out", async () => {
  const page = await openPage(await openContext(browser));
  const early: string[] = [];
  await page.route(/auth\/refresh/, (route) => {
    early.push(route.request().url());
    return route.continue();
  });
  await signIn(page);
  await page.getByRole("button", { name: /Ada/ }).click();
  await page.getByRole("button", { name: "Sign out" }).click();
  await page.getByLabel("Email").waitFor();
  early.length = 0;
  await page.reload();
  await page.getByLabel("Email").waitFor();
  assert.deepEqual(early, []);
  await page.context().close();
});
