// The built site as files: every link leads somewhere, every page says what it is, every error has its page.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "node:test";
import { advice } from "../scripts/advice.mjs";
import { errorTable } from "../scripts/errors.mjs";
import { readJson } from "../scripts/page.mjs";
import { folder, pages } from "./site.mjs";

const attributes = (/** @type {string} */ html, /** @type {string} */ name) =>
  [...html.matchAll(new RegExp(`<[a-z][^>]*\\s${name}="([^"]*)"`, "g"))].map(([, value = ""]) =>
    value.replaceAll("&amp;", "&").replaceAll("&#38;", "&"),
  );
const anchors = new Map([...pages].map(([address, html]) => [address, new Set(attributes(html, "id"))]));

/** Why a link of a page leads nowhere, if it does. */
function fault(/** @type {string} */ address, /** @type {string} */ href) {
  if (/^(?:mailto|data):/.test(href)) return;
  const url = new URL(href, `http://site.invalid${address}`);
  if (url.host !== "site.invalid") return;
  const ids = anchors.get(decodeURI(url.pathname));
  if (!ids) return existsSync(join(folder, decodeURI(url.pathname))) ? undefined : "no such page";
  const id = decodeURIComponent(url.hash.slice(1));
  // The playground keeps what is chosen there.
  if (id && !ids.has(id) && !url.hash.includes("=")) return "no such anchor";
}

test("every internal link and its anchor is there", () => {
  assert.ok(pages.size > 90, `${pages.size} pages`);
  let count = 0;
  const faults = new Set();
  for (const [address, html] of pages)
    for (const href of [...attributes(html, "href"), ...attributes(html, "src")]) {
      count += 1;
      const why = fault(address, href);
      if (why) faults.add(`${address} → ${href}: ${why}`);
    }
  assert.ok(count > 5000, `${count} links`);
  assert.deepEqual([...faults], []);
});

test("a link that leads nowhere would be found", () => {
  assert.equal(fault("/guides/mail/", "../nothing/"), "no such page");
  assert.equal(fault("/guides/mail/", "#nothing"), "no such anchor");
  assert.equal(fault("/guides/mail/", "../sync/"), undefined);
});

test("nothing is fetched from elsewhere", () => {
  const loads =
    /<(?:script|img|iframe|source|video)\b[^>]*\ssrc="(?:https?:)?\/\/|<link\b(?=[^>]*\brel="(?:stylesheet|preload|icon|preconnect)")[^>]*\shref="(?:https?:)?\/\//;
  assert.deepEqual(
    [...pages].filter(([, html]) => loads.test(html)).map(([address]) => address),
    [],
  );
});

test("every page has a title and a description of its own", () => {
  /** @type {Map<string, string>} */
  const seen = new Map();
  for (const [address, html] of pages) {
    if (address === "/404.html") continue;
    assert.match(html, /<title>.{3,}<\/title>/, address);
    const description = /<meta name="description" content="([^"]{12,})"/.exec(html)?.[1] ?? "";
    assert.ok(description, `${address} has no description`);
    assert.ok(!seen.has(description), `${address} and ${seen.get(description)} are described alike`);
    seen.set(description, address);
  }
});

test("every error code has its page, and says what to do", async () => {
  const codes = Object.keys(await errorTable());
  assert.ok(codes.includes("NETWORK") && codes.length > 30);
  assert.deepEqual(Object.keys(advice).sort(), [...codes].sort());
  for (const code of codes) {
    assert.ok((advice[code]?.todo.length ?? 0) > 20, code);
    const page = pages.get(`/errors/${code.toLowerCase().replaceAll("_", "-")}/`);
    assert.match(page ?? "", new RegExp(`<h1[^>]*>\\s*${code}\\s*</h1>`), code);
  }
});

test("every element and every operation is described", () => {
  for (const { declarations } of readJson("packages/elements/custom-elements.json").modules)
    assert.match(pages.get(`/elements/${declarations[0].tagName}/`) ?? "", /<portico-live/);
  const all = [...pages]
    .filter(([address]) => address.startsWith("/reference/http/"))
    .map(([, html]) => html);
  const ids = new Set(all.flatMap((html) => attributes(html, "id")));
  for (const methods of Object.values(readJson("worker/openapi.json").paths))
    for (const { operationId } of Object.values(methods))
      assert.ok(ids.has(operationId.toLowerCase()), operationId);
});

test("llms.txt lists the pages, llms-full.txt has them", () => {
  const list = readFileSync(join(folder, "llms.txt"), "utf8");
  const addresses = [...list.matchAll(/\]\((\/[^)]*)\)/g)].map(([, address = ""]) => address);
  assert.ok(addresses.length > 80);
  assert.deepEqual(
    addresses.filter((address) => !pages.has(address)),
    [],
  );
  assert.match(readFileSync(join(folder, "llms-full.txt"), "utf8"), /^# Mail$/m);
});
