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
    const replacements = { "http://api": "http://other" };
    site = await serveFolder({ folder: join(folder, "site"), port: 0, replacements });
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

  for (const path of [
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
