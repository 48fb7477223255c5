// In real Chromium, with each version of React: what the components do to their elements.
import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { chromium, type Browser } from "playwright-core";
import { openPage, serverHtml, versions } from "./support.ts";

const { CHROME_PATH } = process.env;
const skip = !CHROME_PATH && "no CHROME_PATH";
let browser: Browser;

before(async () => {
  const args = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"];
  if (CHROME_PATH) browser = await chromium.launch({ executablePath: CHROME_PATH, args });
});
after(() => browser?.close());

const dashboard = `document.querySelector("portal-dashboard")`;
const tell = `${dashboard}.dispatchEvent(new Event("portal-navigate"))`;

for (const version of versions) {
  test(`React ${version} takes over what the server wrote`, { skip }, async () => {
    const props = { theme: "dark", listener: "first" };
    const page = await openPage(browser, version, await serverHtml(version, props));
    const ask = <T>(code: string) => page.evaluate<T>(code);
    const render = (how: string, next: object) => ask(`void ${how}(${JSON.stringify(next)})`);

    assert.equal(await ask("before"), undefined, "not registered before there is a component on the page");
    await render("hydrate", props);
    // The form's inputs are children that the server knew nothing of.
    await page.waitForFunction(`document.querySelector("portal-login > input")`);
    await page.waitForFunction(`heard.some(([, type]) => type === "portal-ready")`);
    assert.equal(await ask(`document.querySelector("portal-login") === first`), true, "the same element");
    assert.deepEqual(await ask("heard[0]"), ["first", "portal-ready", "PortalReadyEvent"]);
    assert.equal(await ask(`${dashboard}.client === client`), true, "an object is a property");
    assert.equal(await ask(`given.at(-1) === ${dashboard} && !!given.at(-1).navigateTo`), true, "the ref");
    assert.equal(await ask(`first.demo && first.apiUrl`), "https://portal.example.com");

    await render("update", { theme: "light", lang: "de", routing: "hash", listener: "second" });
    await page.waitForFunction(`${dashboard}.theme === "light" && ${dashboard}.lang === "de"`);
    await ask(`heard.length = 0; ${tell}`);
    assert.deepEqual(await ask("heard"), [["second", "portal-navigate", "Event"]], "the newest listener");

    await render("update", {});
    await page.waitForFunction(`!${dashboard}.theme`);
    await ask(`heard.length = 0; ${tell}`);
    assert.deepEqual(await ask("heard"), [], "no listener");
    assert.deepEqual(
      await ask(`[...${dashboard}.attributes].map(({ name }) => name).sort()`),
      ["organization"],
      "what is not given any more is gone",
    );

    await ask("unmount()");
    assert.equal(await ask("given.at(-1)"), null);
    assert.deepEqual(await ask("trouble"), []);
    await page.close();
  });

  test(`React ${version} renders where no server did`, { skip }, async () => {
    const page = await openPage(browser, version);
    const ask = <T>(code: string) => page.evaluate<T>(code);
    await ask(`mount({ listener: "only", theme: "dark" })`);
    await page.waitForFunction(`heard.length > 0 && ${dashboard}.shadowRoot`);
    assert.deepEqual(await ask("heard[0]"), ["only", "portal-ready", "PortalReadyEvent"]);
    assert.equal(await ask(`${dashboard}.theme`), "dark");
    assert.equal(await ask(`${dashboard}.organization`), "northwind");

    // Once registered, the element is there from the first effect on.
    await ask(`unmount(); given.length = 0; mount({})`);
    await page.waitForFunction("given.length > 0");
    assert.equal(await ask(`given[0] === ${dashboard}`), true);
    assert.deepEqual(await ask("trouble"), []);
    await page.close();
  });
}
