import assert from "node:assert/strict";
import { test } from "node:test";
import { addDays, startOfWeek, toDay, toInstant, toLocal } from "../src/lib/zoned.ts";

test("a clock time and its instant", () => {
  assert.equal(toInstant("2026-11-25T09:30", "Europe/Berlin"), "2026-11-25T08:30:00.000Z");
  assert.equal(toLocal("2026-11-25T08:30:00.000Z", "Europe/Berlin"), "2026-11-25T09:30");
  assert.equal(toDay("2026-11-25T23:30:00.000Z", "Europe/Berlin"), "2026-11-26");
  assert.equal(toInstant("2026-11-25T09:30", "Asia/Kathmandu"), "2026-11-25T03:45:00.000Z");
  assert.equal(toInstant("2026-11-25T00:15", "America/Los_Angeles"), "2026-11-25T08:15:00.000Z");
});

test("a time that clocks skip is moved on, one that they show twice is the first", () => {
  assert.equal(toInstant("2026-03-29T02:30", "Europe/Berlin"), "2026-03-29T01:30:00.000Z");
  assert.equal(toInstant("2026-10-25T02:30", "Europe/Berlin"), "2026-10-25T00:30:00.000Z");
  assert.equal(toInstant("2026-03-08T02:30", "America/New_York"), "2026-03-08T07:30:00.000Z");
  assert.equal(toInstant("2026-11-01T01:30", "America/New_York"), "2026-11-01T05:30:00.000Z");
});

test("every quarter of an hour of a year comes back as it was", () => {
  for (const zone of ["Europe/Berlin", "America/Sao_Paulo", "Australia/Lord_Howe", "Pacific/Apia"]) {
    for (let at = Date.UTC(2026, 0, 1); at < Date.UTC(2027, 0, 1); at += 5 * 3600_000 + 900_000) {
      const local = toLocal(at, zone);
      assert.equal(toLocal(toInstant(local, zone), zone), local, `${zone} ${local}`);
    }
  }
});

test("days and weeks", () => {
  assert.equal(addDays("2026-02-27", 3), "2026-03-02");
  assert.equal(startOfWeek("2026-11-25", "de-DE"), "2026-11-23");
  assert.equal(startOfWeek("2026-11-22", "en-GB"), "2026-11-16");
  assert.equal(startOfWeek("2026-11-25", "en-US"), "2026-11-22");
});
