import assert from "node:assert/strict";
import { test } from "node:test";
import { csvLine, decode, neutralise, parseCsv, restore, UnclosedQuoteError } from "../src/lib/csv.ts";

const cellsOf = (text: string) => parseCsv(text).rows.map(({ cells }) => cells);

test("lines, quotes, and line breaks in cells", () => {
  const table = parseCsv('name,address\r\n"Okafor, Ada","Long Street 12\r\n10115 ""Berlin"""\r\nBen,\r\n');
  assert.deepEqual(table.header, ["name", "address"]);
  assert.deepEqual(table.rows, [
    { number: 2, cells: ["Okafor, Ada", 'Long Street 12\r\n10115 "Berlin"'] },
    { number: 3, cells: ["Ben", ""] },
  ]);
});

test("every end of a line, and none at the end of the file", () => {
  for (const end of ["\n", "\r\n", "\r"])
    assert.deepEqual(cellsOf(["a,b", "1,2", "3,4"].join(end)), [
      ["1", "2"],
      ["3", "4"],
    ]);
  assert.deepEqual(cellsOf("a,b\n1,"), [["1", ""]]);
  assert.deepEqual(cellsOf('a\n""'), []);
  assert.deepEqual(cellsOf('a,b\n"1","2"'), [["1", "2"]]);
});

test("separators are found by the first line", () => {
  assert.equal(parseCsv("a;b;c\n1,5;2;3").separator, ";");
  assert.equal(parseCsv("a\tb\n1;1;1;1\t2").separator, "\t");
  assert.equal(parseCsv('"a;b;c;d",e\n1,2').separator, ",");
  assert.equal(parseCsv("\r\n\r\nName;Adresse, Ort;Mail\n").separator, ";");
  assert.equal(parseCsv("only one").separator, ",");
  const hinted = parseCsv("\uFEFFsep=;\r\na;b\r\n1;2\r\n");
  assert.deepEqual([hinted.header, hinted.rows], [["a", "b"], [{ number: 3, cells: ["1", "2"] }]]);
});

test("empty lines count as a spreadsheet counts them, and are no rows", () => {
  const { header, rows } = parseCsv("\n;;\nName;Mail;;\n\nAda;a@example.com;;\n;;;\n  \nBen;;;\n\n");
  assert.deepEqual(header, ["Name", "Mail"]);
  assert.deepEqual(
    rows.map(({ number }) => number),
    [5, 8],
  );
});

test("a column without a name stays if something stands in it", () => {
  assert.deepEqual(parseCsv("a,,\n1,,x\n").header, ["a", "", ""]);
});

test("what is after a quote, and one within, is text; one that is never closed is told with its row", () => {
  assert.deepEqual(cellsOf('a,b\n"1" x,2\n5\' 10",3'), [
    ["1 x", "2"],
    ["5' 10\"", "3"],
  ]);
  assert.throws(
    () => parseCsv('a,b\n1,2\n3,"4\n5,6\n'),
    (error) => error instanceof UnclosedQuoteError && error.row === 3,
  );
});

test("nothing at all", () => {
  for (const text of ["", "\n", "\uFEFF", ",,\n,,"]) assert.deepEqual(parseCsv(text).header, []);
});

test("UTF-8 with and without its mark, UTF-16, Windows-1252", () => {
  const utf8 = new TextEncoder().encode("\uFEFFJörg €");
  assert.deepEqual(decode(utf8), { text: "Jörg €", encoding: "UTF-8" });
  assert.deepEqual(decode(utf8.slice(3)), { text: "Jörg €", encoding: "UTF-8" });
  const windows = Uint8Array.from([0x4a, 0xf6, 0x72, 0x67, 0x20, 0x80, 0x84, 0xdf]);
  assert.deepEqual(decode(windows), { text: "Jörg €„ß", encoding: "Windows-1252" });
  assert.deepEqual(decode(Uint8Array.from([0xff, 0xfe, 0xf6, 0x00])), { text: "ö", encoding: "UTF-16" });
});

test("formulas are text, and come back as what they were", () => {
  for (const cell of ["=1+1", "+49 30 1234567", "-5", "@SUM(A1)", "\tx", "\rx", "'=1", "''+1"]) {
    assert.equal(neutralise(cell), `'${cell}`);
    assert.equal(restore(neutralise(cell)), cell);
  }
  for (const cell of ["", "a=b", "'tis", "O'Neill", "'", "1-2"]) {
    assert.equal(neutralise(cell), cell);
    assert.equal(restore(cell), cell);
  }
});

test("what is written is read as it was, formulas and all", () => {
  const cells = ['a "b"', "c;d", "e,f", "g\r\nh", " i ", "=HYPERLINK(1)", "'+x", "", "ü€", "\t", "\r"];
  const text = csvLine(cells.map((_, n) => `c${n}`)) + csvLine(cells);
  assert.ok(text.endsWith("\r\n"));
  assert.deepEqual(cellsOf(text)[0]!.map(restore), cells);
  assert.equal(csvLine([null, 3, "x"]), ",3,x\r\n");
});

test("50,000 rows are read and written within a second or so", () => {
  const line = csvLine([
    "K-1042",
    "Okafor, Ada",
    "ada@northwind.example",
    "+49 30 1234567",
    "Long Street\n12",
  ]);
  const started = performance.now();
  const text = csvLine(["id", "name", "email", "phone", "address"]) + line.repeat(50_000);
  const { rows } = parseCsv(text);
  assert.equal(rows.length, 50_000);
  assert.equal(rows.at(-1)!.number, 50_001);
  assert.ok(performance.now() - started < 5_000);
});
