import assert from "node:assert/strict";
import { test } from "node:test";
import { isAllowedBy } from "../src/lib/csp.ts";

const page = new URL("https://www.northwind.example/portal");
const target = new URL("https://portal.example.com/embed/portico.js");
const script = (policy: string, nonce?: string) =>
  isAllowedBy([policy], { as: "script", target, page, nonce: nonce ?? null });

test("what a policy lets in", () => {
  for (const policy of [
    "",
    "img-src 'none'",
    "script-src *",
    "script-src https:",
    "script-src http:",
    "SCRIPT-SRC 'self' https://portal.example.com",
    "script-src portal.example.com",
    "script-src *.example.com",
    "script-src https://portal.example.com:443",
    "script-src https://portal.example.com:*",
    "script-src https://portal.example.com/embed/",
    "script-src https://portal.example.com/embed/portico.js",
    "script-src 'none'; script-src-elem https://portal.example.com",
    "default-src https://portal.example.com",
    "default-src 'none';script-src  http://portal.example.com",
  ])
    assert.equal(script(policy), true, policy);
  assert.equal(script("script-src 'nonce-abc' 'strict-dynamic'", "abc"), true);
});

test("what a policy keeps out", () => {
  for (const policy of [
    "script-src",
    "script-src 'none'",
    "script-src 'self'",
    "default-src 'self'",
    "script-src data:",
    "script-src https://example.com",
    "script-src *.portal.example.com",
    "script-src https://portal.example.com:8443",
    "script-src https://portal.example.com/other/",
    "script-src https://portal.example.com/embed",
    "script-src 'strict-dynamic' https:",
    "script-src 'none'; script-src *",
    "script-src-elem 'self'; script-src *",
    "script-src 'unsafe-inline' 'nonce-abc'",
  ])
    assert.equal(script(policy), false, policy);
  assert.equal(script("script-src 'nonce-abc'", "other"), false);
  const both = ["script-src *", "script-src 'self'"];
  assert.equal(isAllowedBy(both, { as: "script", target, page }), false, "every policy counts");
  assert.equal(isAllowedBy(["script-src *; connect-src 'self'"], { as: "connect", target, page }), false);
});
