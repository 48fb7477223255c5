// The client covers what the Worker says it offers: worker/openapi.json is where the two meet.
import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { test } from "node:test";
import { createPortalClient } from "../src/index.ts";

const file = new URL("../../../worker/openapi.json", import.meta.url);
const skip = !existsSync(file) && "no worker/openapi.json";
const read = () => JSON.parse(readFileSync(file, "utf8"));

interface Operation {
  operationId: string;
}

test("every operation for customers is a method of the client", { skip }, () => {
  const client = createPortalClient({ apiUrl: "https://portal.example.com" });
  // The client sends this one by itself.
  const known = [...Object.keys(client), "refreshSession"];
  const paths: [string, Record<string, Operation>][] = Object.entries(read().paths);
  const operations = paths
    .filter(([path]) => path.startsWith("/portal/"))
    .flatMap(([, methods]) => Object.values(methods).map(({ operationId }) => operationId));
  assert.ok(operations.length >= 17);
  assert.deepEqual(
    operations.filter((name) => !known.includes(name)),
    [],
  );
});

test("every operation for an employee's own account is one too, without saying whose", { skip }, () => {
  const client = createPortalClient({ apiUrl: "https://portal.example.com", audience: "dashboard" });
  const paths: [string, Record<string, Operation>][] = Object.entries(read().paths);
  const operations = paths
    .filter(([path]) => /^\/dashboard\/(?:auth|me)\b/.test(path) && !path.endsWith("/auth/refresh"))
    .flatMap(([, methods]) => Object.values(methods).map(({ operationId }) => operationId));
  assert.ok(operations.length >= 12);
  const names = operations.map((name) => name.replace("Employee", ""));
  assert.deepEqual(
    names.filter((name) => !(name in client)),
    [],
  );
});
