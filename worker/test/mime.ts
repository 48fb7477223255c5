/** A mail as a mail program reads it. */
export interface ReadMail {
  /** Header lines in order, unfolded but not decoded. */
  lines: string[];
  /** A header, decoded; the empty string where it is missing. */
  header(name: string): string;
  text: string;
  html: string;
}

const decodeWords = (text: string) =>
  text
    .replace(/\?=\s+=\?/g, "?==?")
    .replace(/=\?UTF-8\?B\?([^?]*)\?=/g, (_, word: string) => Buffer.from(word, "base64").toString("latin1"));

const decodeQuotedPrintable = (text: string) =>
  Buffer.from(
    text
      .replace(/=\r\n/g, "")
      .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16))),
    "latin1",
  ).toString();

function split(raw: string) {
  const end = raw.indexOf("\r\n\r\n");
  const lines = raw
    .slice(0, end)
    .replace(/\r\n[ \t]+/g, " ")
    .split("\r\n");
  return { lines, body: raw.slice(end + 4) };
}

/** Reads a mail with a text and an HTML alternative (RFC 2045 to 2047). */
export function readMail(raw: string): ReadMail {
  const { lines } = split(raw);
  const part = (type: string) => {
    const begin = raw.indexOf(`Content-Type: ${type}`);
    const { body } = split(raw.slice(begin));
    return decodeQuotedPrintable(body.slice(0, body.search(/\r\n\r\n--alternative_/)));
  };
  return {
    lines,
    header: (name) => {
      const line = lines.find((each) => each.toLowerCase().startsWith(`${name.toLowerCase()}: `)) ?? "";
      return Buffer.from(decodeWords(line.slice(name.length + 2)), "latin1").toString();
    },
    text: part("text/plain"),
    html: part("text/html"),
  };
}
