/** The text of a file: UTF-8, else Windows-1252, which is what Excel writes where nobody told it otherwise. */
export function fileText(bytes: ArrayBuffer): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder("windows-1252").decode(bytes);
  }
}
