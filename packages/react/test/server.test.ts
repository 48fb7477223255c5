// On a server: nothing is touched, nothing breaks, and the tags are there with their attributes.
import assert from "node:assert/strict";
import { test } from "node:test";
import { serverHtml, versions } from "./support.ts";

test("importing the components does nothing", async () => {
  const before = Object.keys(globalThis);
  const components = await import("@portico/react");
  assert.deepEqual(Object.keys(globalThis), before, "nothing became global");
  assert.ok(Object.keys(components).length > 7);
});

for (const version of versions) {
  test(`React ${version} renders the tags`, async (t) => {
    const { mock } = t.mock.method(console, "error", () => {});
    const html = await serverHtml(version, { theme: "dark", lang: "de", listener: "nobody" });
    assert.equal(
      html,
      `<portal-login class="narrow" api-url="https://portal.example.com" demo=""></portal-login>` +
        `<portal-dashboard lang="de" organization="northwind" theme="dark"><h1 slot="header">Northwind</h1>` +
        `</portal-dashboard>`,
    );
    assert.equal(globalThis.customElements, undefined, "no element was loaded");
    assert.deepEqual(
      mock.calls.map(({ arguments: words }) => words),
      [],
    );
  });
}
