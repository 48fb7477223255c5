// Opens the pages that the documentation shows, in a browser, with the embed of this build and made-up data.
/// <reference lib="dom" />
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { browserArgs, findBrowser } from "../browser.mjs";
import { root } from "../lib.mjs";

/** @typedef {import("./documents.mjs").Block} Block */

const deployment = "https://portal.example.com";
const site = "https://www.northwind.example/";
const script = `<script type="module" src="${deployment}/embed/portico.js"></script>`;

/** Whether a browser has something of the portal to show. */
export const isPage = (/** @type {Block} */ { lang, code }) => lang === "html" && /<portal-\w/.test(code);

/** The whole page around a snippet, on made-up data. */
function pageOf(/** @type {string} */ code) {
  const page = code.replaceAll(/<portal-\w+(?![^>]*\sdemo[\s>])/g, "$& demo");
  const start = /<html/i.test(page)
    ? ""
    : '<!doctype html><html lang="en"><meta charset="utf-8"><title>Test</title>';
  return start + (page.includes("/embed/") ? "" : script) + page;
}

// Runs in the page: whether every element shows what it is for, and not an error or a place holder.
function isShown() {
  /** @returns {Element[]} */
  const within = (/** @type {ParentNode} */ where) =>
    [...where.querySelectorAll("*")].flatMap((element) => [
      element,
      ...(element.shadowRoot ? within(element.shadowRoot) : []),
    ]);
  const elements = [...document.querySelectorAll("*")].filter(({ localName }) =>
    localName.startsWith("portal-"),
  );
  return elements.every((element) => {
    if (!element.shadowRoot) return false;
    const inside = within(element.shadowRoot);
    const has = (/** @type {string} */ selector) => inside.some((one) => one.matches(selector));
    // In a frame are the hosted pages, which are tested where they are served.
    if (element.getAttribute("isolation") === "iframe") return has("iframe");
    if (has("[part~=error]")) throw new Error(`<${element.localName}> shows an error`);
    return has("[part~=heading]") && !has(".skeleton");
  });
}

/**
 * Opens each block that is a page and tells what went wrong.
 * @param {Block[]} blocks
 */
export async function pageProblems(blocks) {
  const browser = await chromium.launch({ executablePath: await findBrowser(), args: browserArgs });
  /** @type {string[]} */
  const problems = [];
  try {
    const context = await browser.newContext({ locale: "en-GB" });
    let html = "";
    await context.route("**/*", async (route) => {
      const { origin, pathname } = new URL(route.request().url());
      if (origin + pathname === site) return route.fulfill({ contentType: "text/html", body: html });
      const file = pathname.startsWith("/embed/")
        ? await readFile(join(root, "dist/public", pathname)).catch(() => undefined)
        : undefined;
      if (origin !== deployment || !file) return route.fulfill({ contentType: "text/html", body: "" });
      const headers = { "Access-Control-Allow-Origin": "*" };
      return route.fulfill({ contentType: "text/javascript", headers, body: file });
    });
    // The two lines are on many pages; they are opened once.
    const different = new Map(blocks.filter(isPage).map((block) => [block.code.trim(), block]));
    for (const block of different.values()) {
      const page = await context.newPage();
      const tell = (/** @type {string} */ what) => problems.push(`${block.document}:${block.line}: ${what}`);
      page.on("pageerror", (error) => tell(error.message));
      page.on("console", (message) => message.type() === "error" && tell(message.text()));
      html = pageOf(block.code);
      await page.goto(site);
      await page
        .waitForFunction(isShown, undefined, { timeout: 30_000 })
        .catch((error) => tell(error.message));
      await page.close();
    }
  } finally {
    await browser.close();
  }
  return problems;
}
