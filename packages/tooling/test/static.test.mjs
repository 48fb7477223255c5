import assert from "node:assert/strict";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { after, before, describe, it } from "node:test";
import { serveFolder } from "../static.mjs";

describe("the static server", () => {
  const folder = mkdtempSync(join(tmpdir(), "portico-static-"));
  /** @type {{ url: string, stop: () => Promise<void> }} */
  let site;

  before(async () => {
    mkdirSync(join(folder, "site", "team"), { recursive: true });
    writeFileSync(join(folder, "secret.txt"), "secret");
    writeFileSync(join(folder, "site", ".env"), "secret");
    writeFileSync(join(folder, "site", "index.html"), "<a href='http://api'>");
    writeFileSync(join(folder, "site", "team", "index.html"), "team");
    writeFileSync(join(folder, "site", "style.css"), "/* http://api */");
    mkdirSync(join(folder, "shop"));
    writeFileSync(join(folder, "shop", "index.html"), "shop");
    writeFileSync(join(folder, "shop", "_headers"), "/*\n  Content-Security-Policy: script-src http://api\n");
    site = await serveFolder({
      folder: join(folder, "site"),
      port: 0,
      replacements: { "http://api": "http://other" },
      folders: { "/shop": join(folder, "shop") },
      made: { "/made.css": async () => "/* made */" },
      reportsAt: "/reports",
    });
  });
  after(async () => {
    await site.stop();
    rmSync(folder, { recursive: true });
  });

  /** The status of a path that is sent as it stands; fetch would tidy it up. */
  const statusOf = (/** @type {string} */ path) =>
    new Promise((resolve, reject) => {
      const sent = request(site.url, { path }, (response) => resolve(response.resume().statusCode));
      sent.on("error", reject).end();
    });

  it("serves an index, pointed at this run's API, never cached", async () => {
    const response = await fetch(site.url);
    assert.equal(response.headers.get("content-type"), "text/html; charset=utf-8");
    assert.equal(response.headers.get("cache-control"), "no-store");
    assert.equal(await response.text(), "<a href='http://other'>");
  });

  it("serves other files as they are", async () => {
    const response = await fetch(`${site.url}/style.css`);
    assert.equal(response.headers.get("content-type"), "text/css; charset=utf-8");
    assert.equal(await response.text(), "/* http://api */");
  });

  it("sends a folder to its own name, so that relative links work", async () => {
    const response = await fetch(`${site.url}/team?a=1`, { redirect: "manual" });
    assert.equal(response.status, 308);
    assert.equal(response.headers.get("location"), "/team/?a=1");
  });

  it("serves another folder at its path, with the headers that lie in it", async () => {
    const response = await fetch(`${site.url}/shop/`);
    assert.equal(response.headers.get("content-security-policy"), "script-src http://other");
    assert.equal(await response.text(), "shop");
    assert.equal((await fetch(site.url)).headers.get("content-security-policy"), null);
  });

  it("builds a file when it is asked for", async () => {
    const response = await fetch(`${site.url}/made.css`);
    assert.equal(response.headers.get("content-type"), "text/css; charset=utf-8");
    assert.equal(await response.text(), "/* made */");
  });

  it("keeps what browsers report, and takes nothing else", async () => {
    const send = (/** @type {string} */ body) => fetch(`${site.url}/reports`, { method: "POST", body });
    assert.equal((await send('{"csp-report":{}}')).status, 204);
    assert.equal((await send("no report")).status, 400);
    assert.deepEqual(await (await fetch(`${site.url}/reports`)).json(), [{ "csp-report": {} }]);
  });

  for (const path of [
    "/shop/_headers",
    "/shop/../../secret.txt",
    "/shopping",
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/team/..%2f..%2fsecret.txt",
    "/.env",
    "/nothing",
  ]) {
    it(`does not serve ${path}`, async () => assert.equal(await statusOf(path), 404));
  }

  it("answers a malformed path", async () => assert.equal(await statusOf("/%zz"), 400));
});
