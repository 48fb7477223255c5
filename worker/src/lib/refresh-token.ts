import { equalInConstantTime, mac } from "./crypto.ts";

/** What a refresh token names. It is never looked up without its organization. */
export interface RefreshToken {
  organizationId: string;
  sessionId: string;
  /** How often the session has been refreshed when this token was made. */
  counter: number;
}

const shape = /^v1\.([0-9a-f-]{36})\.([0-9a-f-]{36})\.(0|[1-9]\d{0,8})\.([\w-]{43})$/;

const sign = (secret: string, token: RefreshToken) =>
  mac(secret, "refresh-token", `${token.organizationId}.${token.sessionId}.${token.counter}`);

/** The token in the cookie: organization, session, counter, MAC, so that a successor can be derived again. */
export async function sealRefreshToken(secret: string, token: RefreshToken): Promise<string> {
  return `v1.${token.organizationId}.${token.sessionId}.${token.counter}.${await sign(secret, token)}`;
}

/** Opens a token; null where it is not one of ours. Whether it is still current, the session row says. */
export async function openRefreshToken(
  secret: string,
  text: string | undefined,
): Promise<RefreshToken | null> {
  const match = shape.exec(text ?? "");
  if (!match) return null;
  const token = { organizationId: match[1]!, sessionId: match[2]!, counter: Number(match[3]) };
  return equalInConstantTime(await sign(secret, token), match[4]!) ? token : null;
}
