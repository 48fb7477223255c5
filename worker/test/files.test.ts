// The files of the embed as a website's browser gets them: who may load them, for how long they are kept, their hashes.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { before, test } from "node:test";
import { send } from "./http.ts";
import { assertProblem } from "./walk.ts";

const manifest = new URL("../../packages/elements/package.json", import.meta.url);
const { version } = JSON.parse(readFileSync(manifest, "utf8")) as { version: string };
const headers = { Origin: "https://anywhere.example" };
const immutable = "public, max-age=31536000, immutable";
const short = "public, max-age=300, stale-while-revalidate=86400";

let hashes: Record<string, string>;
before(async () => {
  const sri = (await send("GET", "/embed/sri.json")).json<Record<string, Record<string, string>>>();
  hashes = sri[version] ?? {};
});

test("a release's files are there under its version for good, and are what sri.json says", async () => {
  assert.ok("portico.js" in hashes && Object.keys(hashes).length > 10, "entry and chunks");
  for (const [file, hash] of Object.entries(hashes)) {
    const { status, headers: said, text } = await send("GET", `/embed/${version}/${file}`, { headers });
    assert.equal(status, 200, file);
    assert.equal(`sha384-${createHash("sha384").update(text).digest("base64")}`, hash, file);
    assert.equal(said["cache-control"], immutable, file);
    const type = file.endsWith(".css") ? /^text\/css/ : /^(?:text|application)\/javascript/;
    assert.match(said["content-type"] ?? "", type, file);
  }
});

test("every website may load and check them, and nothing is guessed", async () => {
  for (const path of [
    "/embed/portico.js",
    `/embed/${version}/portico.js`,
    "/embed/themes/ledger.css",
    `/embed/${version}/themes/ledger.css`,
    "/embed/sri.json",
  ]) {
    const { status, headers: said } = await send("GET", path, { headers });
    assert.equal(status, 200, path);
    assert.equal(said["access-control-allow-origin"], "*", path);
    assert.equal(said["access-control-allow-credentials"], undefined, path);
    assert.equal(said["cross-origin-resource-policy"], "cross-origin", path);
    assert.equal(said["x-content-type-options"], "nosniff", path);
    assert.ok(said.etag, path);
    const again = await send("GET", path, { headers: { ...headers, "If-None-Match": said.etag } });
    assert.equal(again.status, 304, path);
    assert.equal(again.headers["access-control-allow-origin"], "*", path);
    const head = await send("HEAD", path, { headers });
    assert.deepEqual([head.status, head.text], [200, ""], path);
  }
});

test("the path without a version is kept for minutes, and its chunks are the release's own", async () => {
  const { headers: said, text } = await send("GET", "/embed/portico.js");
  assert.equal(said["cache-control"], short);
  assert.ok(text.includes(`./${version}/chunks/$`), "it loads its version's");
  const loaded = [...text.matchAll(/"([\w-]+-[\w-]{6})"/g)].map(([, name]) => name);
  assert.ok(loaded.length > 10);
  for (const name of loaded) assert.ok(hashes[`chunks/${name}.js`], name);
  for (const path of ["/embed/sri.json", "/embed/themes/hearth.css"])
    assert.equal((await send("GET", path)).headers["cache-control"], short, path);
});

test("what is not there is not kept, and a file takes no writes", async () => {
  for (const path of [
    "/embed/999.0.0/portico.js",
    `/embed/${version}/chunks/none-000000.js`,
    `/embed/${version}/..%2f..%2fopenapi.json`,
  ]) {
    const missing = await send("GET", path, { headers });
    assertProblem(missing, 404, "NOT_FOUND");
    assert.equal(missing.headers["cache-control"], "no-store", path);
  }
  assertProblem(await send("POST", "/embed/portico.js", { headers, body: {} }), 404, "NOT_FOUND");
});
