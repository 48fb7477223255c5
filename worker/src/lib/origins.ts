/** Hosts of the machine that the browser runs on: only there is plain http as safe as https. */
const local = ["localhost", "127.0.0.1"];

/**
 * An origin as browsers send it (`https://www.example.com`, `http://localhost:8788`), or null where the text is none:
 * a path, a user, a wildcard or a trailing dot would never be sent, or would let in more than one website.
 */
export function normalizeOrigin(text: string): string | null {
  if (!/^https?:\/\/[^/\\?#@\s]+$/i.test(text)) return null;
  const url = URL.parse(text);
  if (!url || !/^(?:[a-z0-9_-]+(?:\.[a-z0-9_-]+)*|\[[0-9a-f:.]+\])$/.test(url.hostname)) return null;
  return url.protocol === "https:" || local.includes(url.hostname) ? url.origin : null;
}

/** Whether a URL's host is the machine itself. */
export const isLocalHost = (hostname: string) => local.includes(hostname);

/** Whether a URL's host is an address or a name that only a private network knows, rather than one of the web's. */
export const isLiteralAddress = (hostname: string) =>
  hostname.startsWith("[") ||
  !/\.[a-z][a-z0-9-]*$/i.test(hostname) ||
  /\.(?:localhost|local|internal)$/i.test(hostname);
