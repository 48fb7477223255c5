const encoder = new TextEncoder();

/** Base64url without padding (RFC 4648, section 5). */
export function base64url(bytes: Uint8Array): string {
  return btoa(String.fromCharCode(...bytes))
    .replaceAll("+", "-")
    .replaceAll("/", "_")
    .replaceAll("=", "");
}

/** HMAC-SHA-256 of `message` under `secret`; `purpose` keeps the uses of one secret apart. */
export async function mac(secret: string, purpose: string, message: string): Promise<string> {
  const key = await crypto.subtle.importKey(
    "raw",
    encoder.encode(secret),
    { name: "HMAC", hash: "SHA-256" },
    false,
    ["sign"],
  );
  return base64url(
    new Uint8Array(await crypto.subtle.sign("HMAC", key, encoder.encode(`${purpose}\n${message}`))),
  );
}

/** SHA-256 of a text: for what is unguessable by itself, and for telling two texts apart. */
export async function hashText(text: string): Promise<string> {
  return base64url(new Uint8Array(await crypto.subtle.digest("SHA-256", encoder.encode(text))));
}

/** 256 random bits, for a link that proves something once. */
export const newSecret = () => base64url(crypto.getRandomValues(new Uint8Array(32)));

/** Compares two strings of equal origin without telling by time where they differ. */
export function equalInConstantTime(a: string, b: string): boolean {
  let difference = a.length ^ b.length;
  for (let i = 0; i < a.length; i++) difference |= a.charCodeAt(i) ^ b.charCodeAt(i % Math.max(b.length, 1));
  return difference === 0;
}

/** Six decimal digits, each combination as likely as the next. */
export function newCode(): string {
  const limit = 4_294_000_000; // the largest multiple of a million below 2^32
  for (;;) {
    const value = crypto.getRandomValues(new Uint32Array(1))[0]!;
    if (value < limit) return String(value % 1_000_000).padStart(6, "0");
  }
}
