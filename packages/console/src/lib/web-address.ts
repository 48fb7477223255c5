const local = /^(?:localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * The address of a page as somebody typed or pasted it: without the scheme it is https, without its fragment, since
 * links in mails add theirs. Null where it is none that the portal can be on.
 */
export function toPageUrl(text: string): URL | null {
  const typed = text.trim();
  const withScheme = /^[a-z][a-z\d+.-]*:\/\//i.test(typed) ? typed : `https://${typed}`;
  if (!typed || /\s/.test(typed) || !URL.canParse(withScheme)) return null;
  const url = new URL(withScheme);
  url.hash = "";
  const isLocal = local.test(url.hostname);
  if (url.username || url.password) return null;
  if (url.protocol !== "https:" && !(url.protocol === "http:" && isLocal)) return null;
  return isLocal || url.hostname.includes(".") ? url : null;
}
