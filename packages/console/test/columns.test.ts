import assert from "node:assert/strict";
import { test } from "node:test";
import { parseCsv } from "../src/lib/csv.ts";
import { batchesOf } from "../src/pages/data/batches.ts";
import { fields, guess, kinds, readRow, readRows, readTime } from "../src/pages/data/columns.ts";
import type { Reading } from "../src/pages/data/columns.ts";

const timeZone = "Europe/Berlin";
const reading = (
  kind: Reading["kind"],
  mapping: Reading["mapping"],
  more: Partial<Reading> = {},
): Reading => ({
  kind,
  mapping,
  timeZone,
  employees: [
    { id: "0199-1", name: "Erin Vogel", email: "erin@northwind.example" },
    { id: "0199-2", name: "Sam Weber", email: "sam@northwind.example" },
    { id: "0199-3", name: "Sam Weber", email: "sam2@northwind.example" },
  ],
  clears: false,
  ...more,
});
const read = (cells: string[], how: Reading) => readRow({ number: 2, cells }, how);

test("columns are known by English and German names, whatever their case and accents", () => {
  assert.deepEqual(
    guess("customers", ["Kunden-Nr.", "Vor- und Nachname", "E-Mail-Adresse", "Telefon", "Straße"]),
    ["externalId", "name", "email", "phone", null],
  );
  assert.deepEqual(guess("tasks", ["KdNr", "Titel", "Fällig am", "Priorität"]), [
    "customerExternalId",
    "title",
    "dueAt",
    "priority",
  ]);
  assert.deepEqual(guess("appointments", ["Customer number", "Subject", "Start", "End", "Employee"]), [
    "customerExternalId",
    "title",
    "startsAt",
    "endsAt",
    "employeeId",
  ]);
});

test("an export's own columns are all known, in any order, and no field twice", () => {
  for (const kind of kinds) {
    const names = fields[kind].map(({ name }) => name);
    assert.deepEqual(guess(kind, names), names);
    assert.deepEqual(guess(kind, names.toReversed()), names.toReversed());
    assert.equal(new Set(names).size, names.length);
  }
  assert.deepEqual(guess("customers", ["Name", "Name", "Kunde"]), ["name", null, null]);
  assert.deepEqual(
    guess("notes", ["Text", "body"]),
    [null, "body"],
    "the exact name wins over one that comes first",
  );
});

test("times: with a zone, and by the organization's clocks", () => {
  for (const [cell, expected] of [
    ["2026-11-25T08:30:00.000Z", "2026-11-25T08:30:00.000Z"],
    ["2026-11-25T09:30+01:00", "2026-11-25T08:30:00.000Z"],
    ["2026-11-25 09:30", "2026-11-25T08:30:00.000Z"],
    ["2026-11-25T9:30", "2026-11-25T08:30:00.000Z"],
    ["2026-11-25 09:30:00", "2026-11-25T08:30:00.000Z"],
    ["25.11.2026 9:30", "2026-11-25T08:30:00.000Z"],
    ["1.7.2026, 09:30 Uhr", "2026-07-01T07:30:00.000Z"],
    ["2026-11-25", "2026-11-25T22:59:00.000Z"],
    ["25.11.2026", "2026-11-25T22:59:00.000Z"],
    ["2026-02-30", null],
    ["2026-13-01 10:00", null],
    ["2026-11-25 25:00", null],
    ["2026-11-25T08:99:00Z", null],
    ["11/25/2026", null],
    ["tomorrow", null],
  ] as const)
    assert.equal(readTime(cell, timeZone), expected, cell);
});

test("a row becomes what the API takes", () => {
  const mapping = guess("appointments", [
    "Kundennummer",
    "Titel",
    "Beginn",
    "Ende",
    "Mitarbeiter",
    "Status",
    "Farbe",
  ]);
  const cells = [
    "'-K1",
    " Check-up ",
    "2026-11-25 09:30",
    "2026-11-25 10:00",
    "erin vogel",
    "Bestätigt",
    "red",
  ];
  assert.deepEqual(read(cells, reading("appointments", mapping)), {
    number: 2,
    cells,
    item: {
      customerExternalId: "-K1",
      title: "Check-up",
      startsAt: "2026-11-25T08:30:00.000Z",
      endsAt: "2026-11-25T09:00:00.000Z",
      employeeId: "0199-1",
      status: "CONFIRMED",
    },
    errors: [],
  });
});

test("what cannot be read is told with its field", () => {
  const how = reading("appointments", ["title", "startsAt", "status", "employeeId"]);
  const { item, errors } = read(["A", "soon", "perhaps", "Sam Weber", "", "too much"], how);
  assert.deepEqual(item, { title: "A" });
  assert.deepEqual(errors, [
    { field: "startsAt", problem: "TIME" },
    { field: "status", problem: "CHOICE" },
    { field: "employeeId", problem: "EMPLOYEE" },
    { field: null, problem: "EXTRA" },
  ]);
  assert.equal(read(["A", "", "", "SAM2@northwind.example"], how).item.employeeId, "0199-3");
});

test("an empty cell leaves what is there, or empties what can be empty", () => {
  const mapping = ["id", "externalId", "name", "email", "createdAt"];
  assert.deepEqual(read(["1", "", "", "", ""], reading("customers", mapping)).item, { id: "1" });
  const cleared = read(["1", "", "", ""], reading("customers", mapping, { clears: true }));
  assert.deepEqual(cleared.item, { id: "1", email: null }, "a number and a name are never emptied");
});

test("of several rows about one record the first counts, however far apart", () => {
  const { rows } = parseCsv("externalId,name\nK-1,Ada\nK-2,Ben\nK-1,Eve\n,Kim\n,Kim\n");
  const all = readRows(rows, reading("customers", ["externalId", "name"]));
  assert.deepEqual(
    all.map(({ number, errors }) => [number, errors.map(({ problem }) => problem)]),
    [
      [2, []],
      [3, []],
      [4, ["TWICE"]],
      [5, []],
      [6, []],
    ],
  );
});

test("batches have at most 500 rows, and no more than the API reads", () => {
  const row = (body: string) => ({ number: 1, cells: [], item: { body }, errors: [] });
  const sizes = (rows: ReturnType<typeof row>[]) => batchesOf(rows).map(({ length }) => length);
  assert.deepEqual(sizes([]), []);
  assert.deepEqual(sizes(Array.from({ length: 1001 }, () => row("x"))), [500, 500, 1]);
  for (const batch of batchesOf(Array.from({ length: 500 }, () => row("ü".repeat(20_000)))))
    assert.ok(new Blob([JSON.stringify(batch.map(({ item }) => item))]).size < 4 * 1024 * 1024);
});
