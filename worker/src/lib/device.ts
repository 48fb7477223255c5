/** What a browser says of itself, as far as it is worth showing. */
export interface Device {
  browser: string | null;
  system: string | null;
}

// The first that fits: most browsers also name those that they want to be taken for.
const browsers: [RegExp, string][] = [
  [/\bEdg(?:A|iOS)?\//, "Edge"],
  [/\bOPR\//, "Opera"],
  [/\bSamsungBrowser\//, "Samsung Internet"],
  [/\b(?:Firefox|FxiOS)\//, "Firefox"],
  [/(?:Chrome|\bCriOS|\bChromium)\//, "Chrome"],
  [/\bVersion\/[\d.]+.*\bSafari\//, "Safari"],
];
const systems: [RegExp, string][] = [
  [/\biPhone\b/, "iPhone"],
  [/\biPad\b/, "iPad"],
  [/\bAndroid\b/, "Android"],
  [/\bWindows\b/, "Windows"],
  [/\bMacintosh\b/, "macOS"],
  [/\bCrOS\b/, "ChromeOS"],
  [/\bLinux\b/, "Linux"],
];

const firstIn = (names: [RegExp, string][], text: string) =>
  names.find(([pattern]) => pattern.test(text))?.[1] ?? null;

/** Reads a `User-Agent`. Only names of the lists above come out, whatever somebody sent. */
export function deviceOf(userAgent: string | null | undefined): Device {
  const text = userAgent ?? "";
  return { browser: firstIn(browsers, text), system: firstIn(systems, text) };
}

/** A device in a few words: `Firefox on Windows`. */
export const deviceName = ({ browser, system }: Device) =>
  [browser, system].filter((name) => name !== null).join(" on ") || "Unknown device";
