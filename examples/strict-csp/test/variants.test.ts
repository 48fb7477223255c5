// docs/src/content/docs/guides/csp.md: nonces, one version by its path, and its import map by its hash.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import type { Browser } from "playwright-core";
import { launchBrowser, openContext, openPage, portalUrl } from "../../plain-html/test/support.ts";

// A website that is nobody's: with `demo` the portal needs no server.
let answer = { policy: "", markup: "" };
const site = createServer((_, response) => {
  const headers = { "content-type": "text/html", "content-security-policy": answer.policy };
  response.writeHead(200, headers).end(answer.markup);
});

let browser: Browser;
let version: string;
before(async () => {
  await once(site.listen(0, "127.0.0.1"), "listening");
  browser = await launchBrowser();
  const manifest = new URL("../../../packages/elements/package.json", import.meta.url);
  ({ version } = JSON.parse(await readFile(manifest, "utf8")) as { version: string });
});
after(async () => {
  await browser.close();
  site.close();
});

const trusted = "require-trusted-types-for 'script'; trusted-types lit-html";
const others = `default-src 'none'; form-action 'none'; base-uri 'none'; ${trusted}`;

/** Opens a page of that policy, and says what was refused until the overview, a language and a note were shown. */
async function refusals(scriptSrc: string, head: string): Promise<string[]> {
  const page = await openPage(await openContext(browser));
  page.setDefaultTimeout(20_000);
  const refused: string[] = [];
  page.on("console", (message) => message.type() === "error" && refused.push(message.text()));
  answer = {
    policy: `${others}; script-src ${scriptSrc}`,
    markup: `<!doctype html><html lang="en"><head><title>A policy</title><link rel="icon" href="data:," />${head}</head>
      <body><portal-dashboard demo></portal-dashboard></body></html>`,
  };
  await page.goto(`http://127.0.0.1:${(site.address() as AddressInfo).port}/`);
  await page.getByRole("heading", { name: /^Good (morning|afternoon|evening)/ }).waitFor();
  await page.evaluate(() => (document.documentElement.lang = "it"));
  await page.getByRole("button", { name: "Appuntamenti" }).waitFor();
  await page.context().close();
  return refused.filter((text) => !text.includes("data:,"));
}

const script = (path: string, attributes = "") =>
  `<script type="module" ${attributes} src="${portalUrl}/embed/${path}"></script>`;

test("a nonce on the script lets in what it loads, with strict-dynamic and without", async () => {
  const head = script("portico.js", 'nonce="R4nd0m"');
  for (const more of ["", " 'strict-dynamic'"])
    assert.deepEqual(await refusals(`'nonce-R4nd0m'${more}`, head), []);
});

test("one version's path lets in its files, and an import map by its hash holds them", async () => {
  const files = ((await (await fetch(`${portalUrl}/embed/sri.json`)).json()) as Record<string, object>)[
    version
  ]!;
  const url = (file: string) => `${portalUrl}/embed/${version}/${file}`;
  const integrity = Object.fromEntries(
    Object.entries(files).map(([file, hash]) => [url(file), hash as string]),
  );
  const map = JSON.stringify({ integrity });
  const hash = createHash("sha256").update(map).digest("base64");
  const head = `<script type="importmap">${map}</script>${script(`${version}/portico.js`)}`;
  assert.deepEqual(await refusals(`${portalUrl}/embed/${version}/ 'sha256-${hash}'`, head), []);
});
