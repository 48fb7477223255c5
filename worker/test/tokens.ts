import { existsSync, readFileSync } from "node:fs";
import { importJWK, SignJWT, type JWK } from "jose";
import { portalUrl, type Visitor } from "./http.ts";

/** The claims and head of a token that the Worker made. */
export function readToken(token: string) {
  const part = (i: number) => JSON.parse(Buffer.from(token.split(".")[i]!, "base64url").toString());
  return { header: part(0) as Record<string, unknown>, claims: part(1) as Record<string, unknown> };
}

/** The local signing key; the scripts that start the Worker keep it in this clone. */
export function signingKey(): JWK & { kid: string } {
  const file = new URL("../../.portico/secrets.json", import.meta.url);
  if (!existsSync(file))
    throw new Error("The Worker's keys are made by `npm test`: .portico/secrets.json is missing.");
  return JSON.parse(readFileSync(file, "utf8")).signingKeys.keys[0];
}

/** A token that the Worker could have made, but for `changes`; `exp` counts in seconds from now. */
export async function mintToken(
  visitor: Visitor,
  changes: (Record<string, string> & { exp?: never }) | { exp: number } = {},
  header: Record<string, unknown> = {},
): Promise<string> {
  const key = signingKey();
  const made = readToken(visitor.accessToken!);
  const { exp = 300, ...claims } = changes as { exp?: number; iss?: string };
  const now = Math.floor(Date.now() / 1000);
  const payload = { ...made.claims, ...claims, iss: claims.iss ?? portalUrl, exp: now + exp };
  return new SignJWT(payload)
    .setProtectedHeader({ ...made.header, ...header } as { alg: string })
    .sign(await importJWK(key, "ES256"));
}
