// Real tabs of a real browser on a foreign origin, third-party cookies blocked, against the real Worker.
import assert from "node:assert/strict";
import { test } from "node:test";
import { fileURLToPath } from "node:url";
import { build } from "esbuild";
import { chromium, type BrowserContext, type Page } from "playwright-core";

const { PORTAL_URL, EXAMPLE_URL, CHROME_PATH } = process.env;
const skip = !(PORTAL_URL && EXAMPLE_URL && CHROME_PATH) && "no PORTAL_URL, EXAMPLE_URL or CHROME_PATH";
// No page of the example, so that no embed of its own is there.
const BLANK = `${EXAMPLE_URL}/no-such-page`;
const LOGIN = `portal.login({ email: "ada@northwind.example", password: "portico-demo-1" })`;

/** Gives every page a client before it loads. Not by intercepting requests: that takes over CORS as well. */
async function provideClient(context: BrowserContext): Promise<void> {
  const { outputFiles } = await build({
    entryPoints: [fileURLToPath(new URL("../src/index.ts", import.meta.url))],
    bundle: true,
    format: "iife",
    globalName: "client",
    write: false,
  });
  const options = JSON.stringify({ apiUrl: PORTAL_URL, organization: "northwind" });
  await context.addInitScript(
    `${outputFiles[0]!.text}; window.portal = client.createPortalClient(${options});`,
  );
}

async function reload(tab: Page): Promise<void> {
  await tab.goto(BLANK);
  await tab.waitForFunction("window.portal");
}

test("six tabs share one sign-in", { skip }, async () => {
  const args = ["--no-sandbox", "--disable-gpu", "--test-third-party-cookie-phaseout"];
  const browser = await chromium.launch({ executablePath: CHROME_PATH!, args });
  try {
    const context = await browser.newContext();
    await provideClient(context);
    let refreshes = 0;
    context.on("request", (request) => {
      if (request.method() === "POST" && request.url().endsWith("/refresh")) refreshes++;
    });
    const tabs = await Promise.all(Array.from({ length: 6 }, () => context.newPage()));
    const all = (code: string) => Promise.all(tabs.map((tab) => tab.evaluate(code)));
    const become = (status: string) =>
      Promise.all(tabs.map((tab) => tab.waitForFunction(`portal.session.state.status === "${status}"`)));

    await Promise.all(tabs.map(reload));
    await all("portal.restoreSession()");
    await become("signed-out");
    assert.equal(refreshes, 1, "a visitor's tabs ask once");

    await tabs[0]!.evaluate(LOGIN);
    await become("signed-in");
    for (const locks of [true, true, false]) {
      await Promise.all(tabs.map(reload));
      // Without locks all six send the same refresh token at once: the server's grace carries them.
      if (!locks) await all(`Object.defineProperty(navigator, "locks", { value: undefined })`);
      await all("portal.restoreSession()");
      await become("signed-in");
      await all("portal.getDashboard()");
    }
    const kept = await tabs[0]!.evaluate(
      "JSON.stringify([{ ...localStorage }, { ...sessionStorage }, document.cookie])",
    );
    assert.doesNotMatch(String(kept), /eyJ/, "no token in any storage");

    await tabs[2]!.evaluate("portal.logout()");
    await become("signed-out");
    const before = refreshes;
    await Promise.all(tabs.map(reload));
    await all("portal.restoreSession()");
    await become("signed-out");
    assert.equal(refreshes, before, "who signed out is not asked for again");
  } finally {
    await browser.close();
  }
});
