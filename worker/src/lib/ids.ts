/** A UUIDv7 (RFC 9562, section 5.7): ordered by time, so that indexes grow at their end. */
export function newId(now = Date.now()): string {
  const time = now.toString(16).padStart(12, "0");
  // A random UUID has the variant in its place already; its first half makes room for the time and the version.
  return `${time.slice(0, 8)}-${time.slice(8)}-7${crypto.randomUUID().slice(15)}`;
}
