import assert from "node:assert/strict";
import { test } from "node:test";
import { createSessionClient } from "../src/core.ts";
import { createPortalClient } from "../src/index.ts";
import { addResources } from "../src/resources.ts";

const options = { apiUrl: "https://portal.example.com", organization: "northwind" };

test("a client that signs people in becomes whole in place, once, and keeps its session", () => {
  const small = createSessionClient(options);
  assert.equal("listTasks" in small, false);
  const { session } = small;
  const whole = addResources(small);
  assert.equal(whole, small, "the same object");
  const { listTasks } = whole;
  assert.equal(addResources(small).listTasks, listTasks, "a second time changes nothing");
  assert.equal(whole.session, session);
  assert.deepEqual(Object.keys(whole).sort(), Object.keys(createPortalClient(options)).sort());
});

test("a client for employees becomes whole with what is theirs", () => {
  const small = createSessionClient({ ...options, audience: "dashboard" });
  assert.equal("listSessions" in small, false);
  const whole = addResources(small);
  assert.equal(whole, small, "the same object");
  const names = Object.keys(createPortalClient({ ...options, audience: "dashboard" }));
  assert.deepEqual(Object.keys(whole).sort(), names.sort());
  assert.ok("listSessions" in whole && !("listTasks" in whole));
});

test("a client of somebody's own stays as it is", () => {
  const own = { ...createPortalClient(options), listTasks: () => Promise.reject(new Error("mine")) };
  assert.equal(addResources(own).listTasks, own.listTasks);
});
