import { errors, importJWK, jwtVerify, SignJWT, type CryptoKey, type JWK } from "jose";

/** What an access token says. */
export interface AccessClaims {
  organizationId: string;
  sessionId: string;
  userId: string;
  audience: "portal" | "dashboard";
  /** With this, it is an employee's session that looks at the portal as this customer, and may do nothing else. */
  previewed: string | null;
}

/** Seconds an access token lives. */
export const accessTokenSeconds = 300;

const previewAudience = "preview";

/** Keys of the deployment, imported once an isolate: configuration, not a request's. */
const imported = new Map<string, Promise<CryptoKey | Uint8Array>>();

function keyOf(jwk: JWK & { kid: string }, use: "sign" | "verify") {
  const name = `${use}:${jwk.kid}`;
  let key = imported.get(name);
  if (!key) {
    const { kty, crv, x, y, d } = jwk;
    key = importJWK(use === "sign" ? ({ kty, crv, x, y, d } as JWK) : ({ kty, crv, x, y } as JWK), "ES256");
    imported.set(name, key);
  }
  return key;
}

/** The public half of the keys, for `/.well-known/jwks.json` (RFC 7517). */
export function publicKeys(keys: (JWK & { kid: string })[]) {
  return { keys: keys.map(({ kty, crv, x, y, kid }) => ({ kty, crv, x, y, kid, alg: "ES256", use: "sig" })) };
}

/** Signs an access token (RFC 7519) with the first key. */
export async function signAccessToken(
  keys: (JWK & { kid: string })[],
  issuer: string,
  claims: AccessClaims,
  seconds = accessTokenSeconds,
): Promise<string> {
  const key = keys[0]!;
  const { previewed } = claims;
  return (
    new SignJWT({
      org: claims.organizationId,
      sid: claims.sessionId,
      ...(previewed !== null && { customer: previewed }),
    })
      .setProtectedHeader({ alg: "ES256", kid: key.kid, typ: "at+jwt" })
      .setIssuer(issuer)
      // An audience of its own: whoever does not know previews takes the token for nothing.
      .setAudience(previewed === null ? claims.audience : previewAudience)
      .setSubject(claims.userId)
      .setIssuedAt()
      .setExpirationTime(`${seconds}s`)
      .sign(await keyOf(key, "sign"))
  );
}

/** What became of a token: its claims, and whether they still hold. An expired one still tells its organization. */
export type Verified = { claims: AccessClaims; expired: boolean } | null;

/** Verifies signature, issuer, audience, type and times; null for anything that is not a token of ours. */
export async function verifyAccessToken(
  keys: (JWK & { kid: string })[],
  issuer: string,
  token: string,
): Promise<Verified> {
  const claimsOf = (payload: Record<string, unknown>): AccessClaims => ({
    organizationId: String(payload.org),
    sessionId: String(payload.sid),
    userId: String(payload.sub),
    audience: payload.aud === "dashboard" ? "dashboard" : "portal",
    previewed: payload.aud === previewAudience ? String(payload.customer) : null,
  });
  try {
    const { payload } = await jwtVerify(
      token,
      async (header) => {
        const key = keys.find((candidate) => candidate.kid === header.kid);
        if (!key) throw new errors.JWKSNoMatchingKey();
        return keyOf(key, "verify");
      },
      {
        issuer,
        audience: ["portal", "dashboard", previewAudience],
        algorithms: ["ES256"],
        typ: "at+jwt",
        requiredClaims: ["exp", "sub", "aud", "org", "sid"],
      },
    );
    if (payload.aud === previewAudience && typeof payload.customer !== "string") return null;
    return { claims: claimsOf(payload), expired: false };
  } catch (error) {
    if (error instanceof errors.JWTExpired && error.claim === "exp")
      return { claims: claimsOf(error.payload), expired: true };
    return null;
  }
}
