import assert from "node:assert/strict";
import { test } from "node:test";
import { dueAtOf, dueBounds } from "../src/records/due.ts";

const berlin = "Europe/Berlin";

test("a task of a day is due at its end, or at the time of day that it had", () => {
  assert.equal(dueAtOf(null, berlin, "2026-11-25T17:00:00.000Z"), null);
  assert.equal(dueAtOf("2026-11-25", berlin), "2026-11-25T22:59:00.000Z");
  assert.equal(dueAtOf("2026-11-26", berlin, "2026-11-25T17:00:00.000Z"), "2026-11-26T17:00:00.000Z");
  assert.equal(
    dueAtOf("2026-11-25", berlin, "2026-11-25T17:00:12.345Z"),
    "2026-11-25T17:00:12.345Z",
    "the same day changes nothing",
  );
});

test("what is due today and within a week, by the organization's clocks", () => {
  const now = Date.parse("2026-11-25T23:30:30.000Z");
  assert.deepEqual(dueBounds("today", berlin, now), {
    dueAfter: "2026-11-25T22:59:59.999Z",
    dueUntil: "2026-11-26T22:59:59.999Z",
  });
  assert.equal(dueBounds("week", berlin, now).dueUntil, "2026-12-02T22:59:59.999Z");
  assert.deepEqual(dueBounds("overdue", berlin, now), { dueUntil: "2026-11-25T23:30:00.000Z" });
});
