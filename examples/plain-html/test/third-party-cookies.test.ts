// Proves what the other tests rely on: their browser refuses third-party cookies and keeps partitioned ones.
import assert from "node:assert/strict";
import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { test } from "node:test";
import { exampleUrl, launchBrowser, openContext, openPage } from "./support.ts";

test("the browser of these tests blocks third-party cookies, and keeps partitioned ones", async () => {
  const server = createServer((request, response) => {
    if (request.url === "/page") {
      response.setHeader("content-type", "text/html");
      response.end("<!doctype html><title>A page of another site</title>");
      return;
    }
    response.setHeader("access-control-allow-origin", request.headers.origin ?? "");
    response.setHeader("access-control-allow-credentials", "true");
    if (request.url === "/set") {
      const attributes = "Secure; HttpOnly; SameSite=None; Path=/";
      response.setHeader("set-cookie", [
        `plain=1; ${attributes}`,
        `__Host-kept=1; ${attributes}; Partitioned`,
      ]);
    }
    response.end(request.headers.cookie ?? "");
  }).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  // The same two hosts as the product: the API on `localhost`, the page on `127.0.0.1`.
  const api = `http://localhost:${port}`;
  const browser = await launchBrowser();
  try {
    const page = await openPage(await openContext(browser));
    const cookies = (path: string) =>
      page.evaluate(async (url) => (await fetch(url, { credentials: "include" })).text(), api + path);

    await page.goto(`http://127.0.0.1:${port}/page`);
    assert.notEqual(new URL(exampleUrl).hostname, "localhost");
    await cookies("/set");
    assert.equal(await cookies("/get"), "__Host-kept=1");
    await page.reload();
    assert.equal(await cookies("/get"), "__Host-kept=1", "after a reload");
  } finally {
    await browser.close();
    server.closeAllConnections();
    server.close();
  }
});
