import assert from "node:assert/strict";
import { test } from "node:test";
import {
  movedBy,
  movedTo,
  resizedBy,
  resizedTo,
  segmentsOf,
  stopAt,
  stopsOf,
} from "../src/pages/appointments/layout.ts";
import { addDays, toInstant, toLocal } from "../src/lib/zoned.ts";

const zone = "Europe/Berlin";
const week = Array.from({ length: 7 }, (_, n) => addDays("2026-11-23", n));
const timed = (id: string, from: string, to: string) => ({
  id,
  startsAt: toInstant(from, zone),
  endsAt: toInstant(to, zone),
});
const on = (day: string, records: ReturnType<typeof timed>[], days = week) =>
  segmentsOf(records, days, zone)
    .get(day)!
    .map(({ record, start, end, column, columns }) => [record.id, start, end, column, columns]);
const day = "2026-11-25";

test("what does not overlap has the whole width, one after the other too", () => {
  const records = [timed("b", `${day}T10:00`, `${day}T11:00`), timed("a", `${day}T09:00`, `${day}T10:00`)];
  assert.deepEqual(on(day, records), [
    ["a", 540, 600, 0, 1],
    ["b", 600, 660, 0, 1],
  ]);
});

test("what overlaps stands side by side, and a column that is free again is taken again", () => {
  const records = [
    timed("a", `${day}T09:00`, `${day}T12:00`),
    timed("b", `${day}T09:00`, `${day}T10:00`),
    timed("c", `${day}T10:00`, `${day}T11:00`),
    timed("d", `${day}T12:00`, `${day}T13:00`),
  ];
  assert.deepEqual(on(day, records), [
    ["a", 540, 720, 0, 2],
    ["b", 540, 600, 1, 2],
    ["c", 600, 660, 1, 2],
    ["d", 720, 780, 0, 1],
  ]);
});

test("no two of three hundred lie on each other", () => {
  const records = Array.from({ length: 300 }, (_, n) => {
    const minute = (n * 37) % 1300;
    const from = new Date(Date.parse(day) + minute * 60_000).toISOString().slice(0, 16);
    const to = new Date(Date.parse(from + "Z") + (15 + ((n * 11) % 90)) * 60_000).toISOString().slice(0, 16);
    return timed(String(n), from, to);
  });
  const segments = segmentsOf(records, week, zone).get(day)!;
  for (const one of segments)
    for (const other of segments)
      if (one !== other && one.start < other.end && other.start < one.end)
        assert.notEqual(one.column, other.column);
  assert.ok(segments.every(({ column, columns }) => column < columns));
});

test("what goes over midnight is on both days, what ends at midnight is not", () => {
  const long = timed("a", `${day}T22:00`, "2026-11-26T01:00");
  assert.deepEqual(on(day, [long]), [["a", 1320, 1440, 0, 1]]);
  assert.deepEqual(on("2026-11-26", [long]), [["a", 0, 60, 0, 1]]);
  const whole = timed("b", `${day}T23:00`, "2026-11-26T00:00");
  assert.deepEqual(on("2026-11-26", [whole]), []);
  const short = timed("c", `${day}T23:50`, "2026-11-26T00:05");
  assert.deepEqual(on(day, [short]), [["c", 1410, 1440, 0, 1]]);
});

test("a move keeps the length and comes to the quarters", () => {
  const record = timed("a", `${day}T09:10`, `${day}T09:55`);
  const moved = movedTo(record, "2026-11-26", 14 * 60 + 8, zone);
  assert.equal(toLocal(moved.startsAt, zone), "2026-11-26T14:15");
  assert.equal(toLocal(moved.endsAt, zone), "2026-11-26T15:00");
  assert.equal(toLocal(movedBy(record, 1, 0, zone).startsAt, zone), "2026-11-26T09:10");
  assert.equal(toLocal(movedBy(record, 0, 15, zone).startsAt, zone), `${day}T09:30`);
  const early = timed("b", `${day}T00:00`, `${day}T00:30`);
  assert.equal(toLocal(movedBy(early, 0, -15, zone).startsAt, zone), "2026-11-24T23:45");
  assert.equal(toLocal(movedTo(record, day, -50, zone).startsAt, zone), `${day}T00:00`);
});

test("a move over the change of clocks keeps the clock time and the length", () => {
  const record = timed("a", "2026-03-27T09:00", "2026-03-27T10:00");
  const moved = movedBy(record, 3, 0, zone);
  assert.equal(moved.startsAt, "2026-03-30T07:00:00.000Z");
  assert.equal(moved.endsAt, "2026-03-30T08:00:00.000Z");
  const skipped = movedTo(record, "2026-03-29", 2 * 60 + 30, zone);
  assert.equal(toLocal(skipped.startsAt, zone), "2026-03-29T03:30");
  assert.equal(Date.parse(skipped.endsAt) - Date.parse(skipped.startsAt), 3_600_000);
});

test("on the day of 25 hours the second three o'clock stands where clocks show it", () => {
  const days = [addDays("2026-10-25", 0)];
  const second = { id: "a", startsAt: "2026-10-25T01:30:00.000Z", endsAt: "2026-10-25T02:30:00.000Z" };
  assert.deepEqual(on("2026-10-25", [second], days), [["a", 150, 210, 0, 1]]);
  // From the first half past two to the second quarter past: clocks go back meanwhile, the block is still there.
  const back = { id: "b", startsAt: "2026-10-25T00:30:00.000Z", endsAt: "2026-10-25T01:15:00.000Z" };
  assert.deepEqual(on("2026-10-25", [back], days), [["b", 150, 180, 0, 1]]);
});

test("a length is a quarter of an hour at least and two days at most", () => {
  const record = timed("a", `${day}T09:00`, `${day}T10:00`);
  assert.equal(toLocal(resizedTo(record, day, 11 * 60 + 20, zone).endsAt, zone), `${day}T11:15`);
  assert.equal(toLocal(resizedTo(record, day, 3 * 60, zone).endsAt, zone), `${day}T09:15`);
  assert.equal(toLocal(resizedBy(record, -600).endsAt, zone), `${day}T09:15`);
  assert.equal(toLocal(resizedBy(record, 6000).endsAt, zone), "2026-11-27T09:00");
});

test("arrow keys stop at what is there and at every free half hour", () => {
  const records = [timed("a", `${day}T09:00`, `${day}T10:15`), timed("b", `${day}T09:00`, `${day}T09:30`)];
  const stops = stopsOf(day, segmentsOf(records, week, zone).get(day)!);
  const around = stops.filter(({ minute }) => minute >= 510 && minute <= 660);
  assert.deepEqual(
    around.map(({ minute, key }) => [minute, key?.[0]]),
    [
      [510, undefined],
      [540, "a"],
      [540, "b"],
      [630, undefined],
      [660, undefined],
    ],
  );
  assert.equal(stopAt(stops, 600).minute, 540);
  assert.equal(stopAt(stops, 0).minute, 0);
});
