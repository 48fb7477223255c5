/** A record of a CSV text: its fields, and the line on which it begins. */
export interface CsvRecord {
  line: number;
  fields: string[];
}

/**
 * Reads CSV (RFC 4180), at most so many records: fields in quotes may have separators, line breaks and doubled quotes;
 * quotes elsewhere are letters; records of nothing are passed over. Null where a quote is never closed.
 */
export function parseCsv(text: string, separator: string, most: number): CsvRecord[] | null {
  const records: CsvRecord[] = [];
  const ends = new RegExp(`[\\r\\n${separator}]`, "g");
  let at = text.startsWith("\ufeff") ? 1 : 0;
  let line = 1;
  while (at < text.length && records.length < most) {
    const record: CsvRecord = { line, fields: [] };
    for (;;) {
      const quoted = text[at] === '"' ? readQuoted(text, at) : { value: "", end: at };
      if (!quoted) return null;
      line += quoted.value.match(/\r\n|\r|\n/g)?.length ?? 0;
      ends.lastIndex = quoted.end;
      const end = ends.exec(text)?.index ?? text.length;
      record.fields.push(quoted.value + text.slice(quoted.end, end));
      at = end;
      if (text[at] !== separator) break;
      at++;
    }
    at += text.startsWith("\r\n", at) ? 2 : 1;
    line++;
    if (record.fields.some((field) => field.trim() !== "")) records.push(record);
  }
  return records;
}

/** The value of a field in quotes that begins at `start`, and where it ends. */
function readQuoted(text: string, start: number): { value: string; end: number } | null {
  let value = "";
  for (let at = start + 1; ;) {
    const quote = text.indexOf('"', at);
    if (quote < 0) return null;
    value += text.slice(at, quote);
    if (text[quote + 1] !== '"') return { value, end: quote + 1 };
    value += '"';
    at = quote + 2;
  }
}
