// A consumer's page as its visitors see it: the demo, moved about in, in another language, and no word of complaint
// in the console, which is where a framework says that what a server rendered did not fit.
import assert from "node:assert/strict";

/** What a page may say. */
const harmless = /Lit is in dev mode|React DevTools|\[(vite|HMR|Fast Refresh)\]/;

/**
 * Goes to the tasks, until the framework's listener has heard of it: what a server rendered works before it listens.
 * @param {import("playwright-core").Page} page
 * @param {import("playwright-core").Locator} portal
 */
async function visitTasks(page, portal) {
  const heard = page.locator("output", { hasText: "tasks" });
  const tab = (/** @type {RegExp} */ name) => portal.getByRole("button", { name }).click({ timeout: 30_000 });
  for (let round = 0; round < 30; round += 1) {
    await tab(/^Tasks/);
    if (
      await heard.waitFor({ timeout: 1000 }).then(
        () => true,
        () => false,
      )
    )
      return;
    await tab(/^Overview/);
  }
  throw new Error("The framework never heard of portal-navigate.");
}

/** Opens the page; fails unless the portal works there. */
export async function tryPage(
  /** @type {import("playwright-core").Browser} */ browser,
  /** @type {string} */ url,
) {
  const page = await browser.newPage();
  /** @type {string[]} */
  const said = [];
  page.on("console", (message) => {
    if (["error", "warning"].includes(message.type()) && !harmless.test(message.text()))
      said.push(message.text());
  });
  page.on("pageerror", (error) => said.push(String(error)));
  try {
    await page.goto(url);
    const portal = page.locator("portal-dashboard");
    await visitTasks(page, portal);
    await portal.getByRole("heading", { name: "Tasks" }).waitFor();
    await page.evaluate(() => document.documentElement.setAttribute("lang", "de"));
    await portal.getByRole("heading", { name: "Aufgaben" }).waitFor();
    assert.deepEqual(said, [], "said in the console");
    await page.evaluate(() => {
      const lost = document.createElement("portal-dashboard");
      lost.setAttribute("organization", "acme");
      document.body.append(lost);
    });
    // A bundle cannot know where the portal is, and says so instead of asking the page's own server.
    await portal.last().getByText("api-url").waitFor();
    assert.equal(said.length, 1);
    assert.match(said[0] ?? "", /<portal-dashboard> needs api-url/);
  } catch (error) {
    throw new Error(
      `${error instanceof Error ? error.message : error}\nThe console: ${said.join("\n") || "nothing"}`,
    );
  } finally {
    await page.close();
  }
}
