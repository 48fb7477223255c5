// CSV as RFC 4180 has it, and as spreadsheets really write it.

/** A line of a table; `number` is the one that a spreadsheet shows beside it. */
export interface CsvRow {
  number: number;
  cells: string[];
}

/** A file as it was read. */
export interface CsvTable {
  separator: Separator;
  header: string[];
  /** Without lines in which nothing stands. */
  rows: CsvRow[];
}

/** A text and how it was written down. */
export interface DecodedText {
  text: string;
  encoding: "UTF-8" | "UTF-16" | "Windows-1252";
}

const separators = [",", ";", "\t"] as const;
/** What stands between the cells of a file. */
export type Separator = (typeof separators)[number];

/** A quote that is opened in this row and never closed. */
export class UnclosedQuoteError extends Error {
  readonly row: number;
  constructor(row: number) {
    super(`row ${row} opens a quote that is never closed`);
    this.row = row;
  }
}

/** Reads bytes: UTF-8 with and without its mark, UTF-16 with it, and what is neither as Windows-1252. */
export function decode(bytes: Uint8Array): DecodedText {
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: new TextDecoder("utf-16le").decode(bytes), encoding: "UTF-16" };
  try {
    return { text: new TextDecoder("utf-8", { fatal: true }).decode(bytes), encoding: "UTF-8" };
  } catch {
    return { text: new TextDecoder("windows-1252").decode(bytes), encoding: "Windows-1252" };
  }
}

/** The separator that the first line has most of, quotes aside. */
function detect(text: string): Separator {
  const line = /^(?:"(?:[^"]|"")*"|[^"\r\n])*/.exec(text.replace(/^[\s,;]*[\r\n]+/, ""))![0];
  const bare = line.replace(/"(?:[^"]|"")*"/g, "");
  const count = (separator: Separator) => bare.split(separator).length;
  return separators.reduce((best, next) => (count(next) > count(best) ? next : best));
}

/** The end of a cell without quotes, from `at` on. */
function cellEnd(text: string, at: number, separator: number): number {
  for (let n = at; n < text.length; n++) {
    const code = text.charCodeAt(n);
    if (code === separator || code === 10 || code === 13) return n;
  }
  return text.length;
}

/** The text of a cell in quotes that begins at `start`, and where it ends; nothing where no quote closes it. */
function quoted(text: string, start: number): { cell: string; end: number } | undefined {
  for (let at = text.indexOf('"', start + 1); at >= 0; at = text.indexOf('"', at + 2)) {
    if (text[at + 1] === '"') continue;
    return { cell: text.slice(start + 1, at).replaceAll('""', '"'), end: at + 1 };
  }
  return undefined;
}

function* readRows(text: string, separator: Separator): Generator<CsvRow> {
  const code = separator.charCodeAt(0);
  let cells: string[] = [];
  for (let at = 0, number = 1; at < text.length || cells.length > 0; at++) {
    const inQuotes = text[at] === '"' ? quoted(text, at) : { cell: "", end: at };
    if (!inQuotes) throw new UnclosedQuoteError(number);
    const end = cellEnd(text, inQuotes.end, code);
    cells.push(inQuotes.cell + text.slice(inQuotes.end, end));
    at = end;
    if (text[at] === separator) continue;
    if (text[at] === "\r" && text[at + 1] === "\n") at++;
    yield { number, cells };
    cells = [];
    number++;
  }
}

const isFilled = ({ cells }: CsvRow) => cells.some((cell) => cell.trim() !== "");

/** Reads a table: its first line that holds anything names the columns. Columns at the end that hold nothing are left out. */
export function parseCsv(input: string): CsvTable {
  // Excel's own hint to itself.
  const hint = /^\uFEFF?sep=([,;\t])\r?\n/i.exec(input);
  const text = input.replace(/^\uFEFF/, "");
  const separator = (hint?.[1] as Separator | undefined) ?? detect(text);
  const [head, ...rows] = [...readRows(text, separator)].slice(hint ? 1 : 0).filter(isFilled);
  const header = (head?.cells ?? []).map((cell) => cell.trim());
  const isUsed = (column: number) => header[column] || rows.some(({ cells }) => cells[column]?.trim());
  while (header.length > 0 && !isUsed(header.length - 1)) header.pop();
  return { separator, header, rows };
}

// With the apostrophes that are there already, so that taking one off always gives back what it was.
const formula = /^'*[=+\-@\t\r]/;

/** A cell that a spreadsheet would take for a formula, as text. */
export const neutralise = (cell: string): string => (formula.test(cell) ? `'${cell}` : cell);

/** The same backwards. */
export const restore = (cell: string): string =>
  cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;

/** What says that a file is UTF-8; Excel reads it as Windows-1252 without. */
export const BYTE_ORDER_MARK = "\uFEFF";

const quote = (cell: string) => (/[",;\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** A line of a file, with its end; what a spreadsheet would take for a formula is text. */
export const csvLine = (cells: readonly (string | number | null)[]): string =>
  `${cells.map((cell) => quote(neutralise(String(cell ?? "")))).join(",")}\r\n`;
