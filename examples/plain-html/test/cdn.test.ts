// docs/src/content/docs/guides/cdn.md: a page that names one version and its hashes, as its own script prints them, and two versions on a page.
import assert from "node:assert/strict";
import { execFile } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, test } from "node:test";
import { promisify } from "node:util";
import type { Browser, Page } from "playwright-core";
import { launchBrowser, openContext, openPage, portalUrl } from "./support.ts";

const root = new URL("../../../", import.meta.url);
const read = (path: string) => readFile(new URL(path, root), "utf8");

// A website that is nobody's: with `demo` the portal needs no server. A page that the test runner makes up itself
// would not do, because Chromium keeps it from the loopback address.
let markup = "";
const site = createServer((_, response) => response.setHeader("content-type", "text/html").end(markup));
let siteUrl: string;

let browser: Browser;
let version: string;
let pinned: string;
before(async () => {
  await once(site.listen(0, "127.0.0.1"), "listening");
  siteUrl = `http://127.0.0.1:${(site.address() as AddressInfo).port}/`;
  browser = await launchBrowser();
  ({ version } = JSON.parse(await read("packages/elements/package.json")) as { version: string });
  const script = /```js\n(\/\/ pin\.mjs\n[\s\S]*?)```/.exec(
    await read("docs/src/content/docs/guides/cdn.md"),
  )?.[1];
  assert.ok(script, "docs/src/content/docs/guides/cdn.md shows pin.mjs");
  const folder = await mkdtemp(join(tmpdir(), "portico-pin-"));
  await writeFile(join(folder, "pin.mjs"), script);
  const args = [join(folder, "pin.mjs"), portalUrl, version];
  ({ stdout: pinned } = await promisify(execFile)(process.execPath, args));
  await rm(folder, { recursive: true });
});
after(async () => {
  await browser.close();
  site.close();
});

/** Opens a page of another site with these lines in its head, and says what its console said. */
async function open(head: string, prepare?: (page: Page) => Promise<unknown>) {
  const page = await openPage(await openContext(browser));
  page.setDefaultTimeout(20_000);
  const said: string[] = [];
  const scripts: string[] = [];
  page.on("console", (message) => said.push(message.text()));
  page.on("request", (request) => request.resourceType() === "script" && scripts.push(request.url()));
  await prepare?.(page);
  markup = `<!doctype html><html lang="en"><head><title>Pinned</title>${head}</head>
    <body><portal-dashboard demo></portal-dashboard></body></html>`;
  await page.goto(siteUrl);
  return { page, said, scripts };
}

const shown = (page: Page) =>
  page.getByRole("heading", { name: /^Good (morning|afternoon|evening)/ }).waitFor();
const tag = (path: string) => `<script type="module" src="${portalUrl}/embed/${path}"></script>`;
const aboutPortico = (said: string[]) => said.filter((line) => line.startsWith("Portico"));

test("the lines of docs/src/content/docs/guides/cdn.md bring the portal, all of it from that version", async () => {
  const { page, said, scripts } = await open(pinned);
  await shown(page);
  assert.ok(scripts.length > 2, "entry and chunks");
  for (const url of scripts) assert.ok(url.startsWith(`${portalUrl}/embed/${version}/`), url);
  assert.deepEqual(said, []);
  await page.context().close();
});

for (const [what, changed, element] of [
  ["script itself", /\/portico\.js/, "portal-dashboard"],
  ["chunk that it imports", /\/chunks\/core-/, "portal-dashboard"],
  ["chunk that it loads later", /\/chunks\/portal-overview-/, "portal-overview"],
] as const) {
  test(`a page with the hashes does not run a changed file: the ${what}`, async () => {
    const { page, said } = await open(pinned, (page) =>
      page.route(changed, async (route) => {
        const response = await route.fetch();
        await route.fulfill({ response, body: `${await response.text()}\nglobalThis.changed = true;` });
      }),
    );
    await page.waitForLoadState("networkidle");
    assert.ok(
      said.some((line) => /integrity/i.test(line) && changed.test(line)),
      said.join("\n"),
    );
    const state = await page.evaluate(
      (name) => [customElements.get(name) !== undefined, "changed" in globalThis],
      element,
    );
    assert.deepEqual(state, [false, false]);
    await page.context().close();
  });
}

test("the same version by both paths is silent", async () => {
  const { page, said } = await open(tag("portico.js") + tag(`${version}/portico.js`));
  await shown(page);
  assert.deepEqual(aboutPortico(said), []);
  await page.context().close();
});

test("two versions on one page: the first stays in use, and the console is told once", async () => {
  const { page, said, scripts } = await open(tag("portico.js") + tag("999.0.0/portico.js"), (page) =>
    page.route(`${portalUrl}/embed/999.0.0/**`, async (route) => {
      const response = await route.fetch({ url: route.request().url().replace("999.0.0", version) });
      const body = (await response.text()).replaceAll(`"${version}"`, '"999.0.0"');
      await route.fulfill({ response, body });
    }),
  );
  await shown(page);
  await page.waitForLoadState("networkidle");
  // Not one element of the other version, whatever the page has.
  await page.evaluate(() => document.body.append(document.createElement("portal-notes")));
  await page.waitForFunction(() => customElements.get("portal-notes"));
  assert.ok(
    scripts.some((url) => url.includes("999.0.0/portico.js")),
    scripts.join(" "),
  );
  assert.ok(!scripts.some((url) => /999\.0\.0\/chunks\/portal-/.test(url)), scripts.join(" "));
  const warnings = aboutPortico(said);
  assert.equal(warnings.length, 1, said.join("\n"));
  assert.match(warnings[0]!, /was loaded beside version .*; the first one stays/);
  await page.context().close();
});
