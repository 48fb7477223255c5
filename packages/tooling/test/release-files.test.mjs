// A released version's files never change, and are in every later deployment.
import assert from "node:assert/strict";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { test } from "node:test";
import { keepReleases } from "../release-files.mjs";

const hash = (/** @type {string} */ text) => `sha384-${createHash("sha384").update(text).digest("base64")}`;

/** A build of a version: its files, and the list of their hashes, as rollup.config.mjs leaves them. */
function built(/** @type {string} */ folder, /** @type {string} */ version, /** @type {string} */ chunk) {
  const files = { "chunks/core.js": chunk, "portico.js": `import "./chunks/core.js"; // ${version}` };
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, version, path)), { recursive: true });
    writeFileSync(join(folder, version, path), text);
  }
  const sri = {
    [version]: Object.fromEntries(Object.entries(files).map(([path, text]) => [path, hash(text)])),
  };
  writeFileSync(join(folder, "sri.json"), JSON.stringify(sri));
}

test("a version is released once, and every later deployment has its files, whoever brings them", async () => {
  const base = mkdtempSync(join(tmpdir(), "portico-releases-"));
  const folder = join(base, "embed");
  const record = join(base, "releases.json");
  let served = "one";
  const server = createServer((request, response) => {
    const isChunk = request.url === "/embed/1.0.0/chunks/core.js";
    const isEntry = request.url === "/embed/1.0.0/portico.js";
    if (!isChunk && !isEntry) response.statusCode = 404;
    response.end(isChunk ? served : 'import "./chunks/core.js"; // 1.0.0');
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const address = server.address();
  assert.ok(address && typeof address === "object");
  const from = `http://127.0.0.1:${address.port}`;
  try {
    built(folder, "1.0.0", "one");
    await keepReleases({ folder, record, version: "1.0.0" });
    await keepReleases({ folder, record, version: "1.0.0" });
    const first = readFileSync(record, "utf8");

    built(folder, "1.0.0", "changed");
    await assert.rejects(keepReleases({ folder, record, version: "1.0.0" }), /Raise the version/);
    assert.equal(readFileSync(record, "utf8"), first);

    // A fresh clone builds the new version alone.
    rmSync(folder, { recursive: true });
    built(folder, "1.1.0", "two");
    await assert.rejects(
      keepReleases({ folder, record, version: "1.1.0" }),
      /1\.0\.0\/chunks\/core\.js is missing/,
    );
    served = "tampered";
    await assert.rejects(keepReleases({ folder, record, version: "1.1.0", from }), /not what was released/);
    assert.ok(!existsSync(join(folder, "1.0.0/chunks/core.js")));
    served = "one";
    await keepReleases({ folder, record, version: "1.1.0", from });
    assert.equal(readFileSync(join(folder, "1.0.0/chunks/core.js"), "utf8"), "one");
    assert.deepEqual(Object.keys(JSON.parse(readFileSync(join(folder, "sri.json"), "utf8"))), [
      "1.0.0",
      "1.1.0",
    ]);
  } finally {
    server.close();
    rmSync(base, { recursive: true });
  }
});
