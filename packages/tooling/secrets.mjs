// What a deployment signs and derives with.
import { generateKeyPairSync, randomBytes, randomUUID } from "node:crypto";

/** SIGNING_KEYS with one new key: ES256, as a set of JWKs. */
export function newSigningKeys() {
  const { privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { keys: [{ ...privateKey.export({ format: "jwk" }), kid: randomUUID(), alg: "ES256", use: "sig" }] };
}

/** Random bytes as letters, digits, `-` and `_`. */
export const randomText = (/** @type {number} */ bytes) => randomBytes(bytes).toString("base64url");
