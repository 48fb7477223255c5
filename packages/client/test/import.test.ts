import assert from "node:assert/strict";
import { test } from "node:test";

test("importing the package and making a client touch nothing of the machine", async () => {
  const touched: string[] = [];
  const names = ["fetch", "navigator", "localStorage", "BroadcastChannel", "document", "window"];
  const originals = names.map((name) => [name, Object.getOwnPropertyDescriptor(globalThis, name)] as const);
  for (const name of names) {
    Object.defineProperty(globalThis, name, { get: () => void touched.push(name), configurable: true });
  }
  try {
    const { createPortalClient } = await import("../src/index.ts");
    createPortalClient({ apiUrl: "https://portal.example.com", organization: "northwind" });
    assert.deepEqual(touched, []);
  } finally {
    for (const [name, original] of originals) {
      delete (globalThis as Record<string, unknown>)[name];
      if (original) Object.defineProperty(globalThis, name, original);
    }
  }
});
