// The hosted pages in a frame, by hand and by `isolation="iframe"`: who may, what comes out of it, and what does not.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer, get } from "node:http";
import type { AddressInfo } from "node:net";
import { after, before, test } from "node:test";
import type { Browser, Frame, Page } from "playwright-core";
import { exampleUrl, launchBrowser, openContext, openPage, portalUrl } from "./support.ts";

// A website that the organization does not allow.
const stranger = createServer((_, response) =>
  response.setHeader("content-type", "text/html").end("<!doctype html><title>A stranger</title>"),
);
let strangerUrl: string;
let browser: Browser;
before(async () => {
  await once(stranger.listen(0, "127.0.0.1"), "listening");
  strangerUrl = `http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`;
  browser = await launchBrowser();
});
after(async () => {
  await browser.close();
  stranger.closeAllConnections();
  stranger.close();
});

const own = `${exampleUrl}/portal-framed.html`;
const hosted = (path = "dashboard", organization = "northwind") =>
  `${portalUrl}/portal/${path}?organization=${organization}`;

/** Opens a page of a website with nothing but this in its body. */
async function openWith(address: string, markup: string): Promise<Page> {
  const page = await openPage(await openContext(browser));
  page.setDefaultTimeout(20_000);
  await page.goto(address);
  await page.evaluate((html) => {
    document.querySelector("main")?.remove();
    document.body.innerHTML = html;
  }, markup);
  return page;
}

/** The frame with the hosted pages, if the browser shows them. */
const portalFrame = (page: Page) =>
  page.frames().find((frame) => frame.url().startsWith(`${portalUrl}/portal/`));

async function framed(page: Page): Promise<Frame> {
  await page.waitForFunction(() => document.querySelector("iframe, portal-dashboard"));
  for (let attempt = 0; attempt < 200 && !portalFrame(page); attempt++) await page.waitForTimeout(50);
  const frame = portalFrame(page);
  assert.ok(frame, "the frame is shown");
  return frame;
}

async function signIn(frame: Frame): Promise<void> {
  await frame.getByLabel(/^(Email|E-Mail)/).fill("ada@northwind.example");
  await frame.locator("input[type=password]").fill("portico-demo-1");
  await frame.locator("button[type=submit]").click();
  await frame.locator("[part=hero]").waitFor();
}

test("only the websites that an organization allows may have its pages in a frame", async () => {
  const allowed = new URL(exampleUrl).origin;
  // As a browser asks: fetch would say of itself that it is no navigation.
  const ask = (url: string, dest = "iframe") =>
    new Promise<string>((resolve, reject) => {
      const headers = { "Sec-Fetch-Mode": "navigate", "Sec-Fetch-Dest": dest };
      get(url, { headers }, (response) => {
        response.resume();
        resolve(String(response.headers["content-security-policy"]));
      }).on("error", reject);
    });
  assert.match(await ask(hosted()), new RegExp(`frame-ancestors [^;]*${allowed}`));
  for (const [url, dest] of [
    [hosted(), "document"],
    [hosted(), "frame"],
    [hosted(), "object"],
    [hosted("dashboard", "nobody-of-this-name")],
    [hosted("dashboard", "Northwind")],
    [hosted("dashboard", "%00")],
    [hosted("dashboard", "northwind;%20frame-ancestors%20*")],
    [`${portalUrl}/portal/dashboard`],
    [`${portalUrl}/dashboard?organization=northwind`],
    [`${portalUrl}/dashboard/customers?organization=northwind`],
  ] as const)
    assert.match(await ask(url, dest), /frame-ancestors 'none'/, `${url} ${dest ?? ""}`);

  const frame = (url: string) => `<iframe src="${url}"></iframe>`;
  for (const [address, markup] of [
    [strangerUrl, frame(hosted())],
    // The page of another organization, around an allowed website around the portal.
    [strangerUrl, frame(own)],
  ] as const) {
    const page = await openWith(address, markup);
    const blocked: string[] = [];
    page.on("console", (message) => blocked.push(message.text()));
    const inner = page.frames()[1];
    if (markup.includes(own)) {
      await inner!.waitForLoadState();
      await inner!.evaluate((html) => (document.body.innerHTML = html), frame(hosted()));
    }
    for (let attempt = 0; attempt < 100 && !blocked.length; attempt++) await page.waitForTimeout(50);
    assert.equal(portalFrame(page), undefined, address);
    await page.context().close();
  }
});

test("a plain frame: a session of its own under blocked third-party cookies, kept over a reload, no script around", async () => {
  const page = await openWith(
    own,
    `<iframe title="Customer portal" width="900" height="900" src="${hosted("notes")}&lang=de&theme=dark"></iframe>`,
  );
  let frame = await framed(page);
  await frame.getByRole("button", { name: "Anmelden" }).waitFor();
  assert.equal(await frame.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "dark");
  await frame.getByLabel("E-Mail").fill("ada@northwind.example");
  await frame.locator("input[type=password]").fill("portico-demo-1");
  await frame.locator("button[type=submit]").click();
  await frame.getByRole("heading", { name: "Notizen" }).waitFor();
  await page.evaluate(() => {
    const frame = document.querySelector("iframe")!;
    frame.src = frame.src.replace("/notes", "/tasks");
  });
  await page.waitForTimeout(0);
  frame = await framed(page);
  await frame.getByRole("heading", { name: "Aufgaben" }).waitFor();
  await page.context().close();
});

test("isolation: its own session in a frame as tall as it is; the page learns that, and nothing of whom", async () => {
  const page = await openPage(await openContext(browser));
  page.setDefaultTimeout(20_000);
  const requests: string[] = [];
  page.on("request", (request) => requests.push(request.url()));
  const violated: string[] = [];
  page.on(
    "console",
    (message) => /Content Security Policy/.test(message.text()) && violated.push(message.text()),
  );
  await page.addInitScript(() => {
    const seen: unknown[] = ((globalThis as unknown as { seen: unknown[] }).seen = []);
    for (const name of ["portal-ready", "portal-login", "portal-logout", "portal-navigate"])
      document.addEventListener(name, (event) => {
        const { route, user } = event as unknown as { route?: unknown; user?: unknown };
        seen.push([name, route, user]);
      });
    addEventListener("message", ({ data }) => seen.push(["message", JSON.stringify(data)]));
  });
  await page.goto(own);
  const frame = await framed(page);
  await signIn(frame);
  const height = () =>
    page.evaluate(
      () => document.querySelector("portal-dashboard")!.shadowRoot!.querySelector("iframe")!.clientHeight,
    );
  const inside = () => frame.evaluate(() => [document.documentElement.scrollHeight, innerHeight] as const);
  await page.waitForFunction(() => {
    const frame = document.querySelector("portal-dashboard")!.shadowRoot!.querySelector("iframe")!;
    return frame.clientHeight > 720 && frame.title === "Customer portal";
  });
  const [needed, shown] = await inside();
  assert.ok(needed <= shown + 1, `no scrollbar: ${needed} in ${shown}`);
  const tall = await height();

  await frame.getByRole("navigation").getByRole("link", { name: "Notes" }).click();
  await page.waitForFunction(
    (before) =>
      document.querySelector("portal-dashboard")!.shadowRoot!.querySelector("iframe")!.clientHeight !==
      before,
    tall,
  );
  // The page changes its language and its colours, and sends the person somewhere.
  await page.evaluate(() => {
    document.documentElement.lang = "de";
    const element = document.querySelector("portal-dashboard") as unknown as {
      theme: string;
      navigateTo(route: object): void;
    };
    element.theme = "dark";
    element.navigateTo({ view: "tasks" });
  });
  await frame.getByRole("heading", { name: "Aufgaben" }).waitFor();
  assert.equal(await frame.evaluate(() => getComputedStyle(document.documentElement).colorScheme), "dark");
  await page.waitForFunction(
    () =>
      document.querySelector("portal-dashboard")!.shadowRoot!.querySelector("iframe")!.title ===
      "Kundenportal",
  );

  // A dialog is where the person looks, in a frame taller than the window.
  await frame.getByRole("link", { name: "Termine" }).click();
  await frame.locator("portal-appointments button.visit").first().click();
  const dialog = frame.locator("dialog[open]");
  await dialog.waitFor();
  const box = await dialog.boundingBox();
  const window = page.viewportSize()!;
  assert.ok(box && box.y >= 0 && box.y + box.height <= window.height, JSON.stringify(box));
  await page.keyboard.press("Escape");
  // Closing it is a step back in the frame's history, which takes a moment.
  await frame.waitForURL(/\/portal\/appointments(\?|$)/);

  // As an attacker: the page's own scripts, say what they like.
  const before = await height();
  await page.evaluate(
    ([portal]) => {
      const inner = document.querySelector("portal-dashboard")!.shadowRoot!.querySelector("iframe")!;
      for (const data of [
        null,
        "portal-settings",
        {
          type: "portal-settings",
          lang: { toString: 1 },
          theme: "url(x)",
          route: { view: "constructor", id: "../x" },
        },
        { type: "portal-settings", lang: "<b>", theme: 1, route: { view: "notes", id: "<script>" } },
        { type: "portal-event", name: "portal-login" },
      ])
        inner.contentWindow!.postMessage(data, portal!);
      for (const data of [
        { type: "portal-height", height: 12 },
        { type: "portal-event", name: "portal-logout" },
      ])
        postMessage(data, "*");
      return new Promise((resolve) => setTimeout(resolve, 100));
    },
    [portalUrl],
  );
  await frame.getByRole("heading", { name: "Notes" }).waitFor();
  const seen = await page.evaluate(() => (globalThis as unknown as { seen: unknown[][] }).seen);
  const said = JSON.stringify(seen);
  assert.ok(!said.includes('["portal-logout"'), said);
  for (const name of ["portal-ready", "portal-login", "portal-navigate"])
    assert.ok(said.includes(`["${name}"`), said);
  assert.doesNotMatch(said, /ada|northwind\.example|eyJ|token/i);
  assert.ok(![12, 13].includes(await height()), `${before}`);
  assert.deepEqual(violated, []);
  // Out here there is no session, and nothing of the portal but what makes the frame.
  const host = page.mainFrame();
  const outside = requests.filter(
    (url) => url.startsWith(portalUrl) && /chunks/.test(url) && url.includes("/embed/"),
  );
  assert.ok(!outside.some((url) => /portal-overview|portal-login|resources/.test(url)), outside.join(" "));
  assert.equal(
    await host.evaluate(
      () => (document.querySelector("portal-dashboard") as unknown as { store?: unknown }).store,
    ),
    undefined,
  );
  assert.equal(await host.evaluate(() => document.querySelectorAll("portal-dashboard input").length), 0);
  await page.context().close();
});
