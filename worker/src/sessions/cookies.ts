import { getCookie, setCookie } from "hono/cookie";
import type { AppContext } from "../context.ts";
import { PorticoError } from "../errors.ts";
import type { AccessClaims } from "../lib/access-token.ts";

type Audience = AccessClaims["audience"];

// Partitioned (CHIPS): works where third-party cookies are blocked, and no other website's embed receives it.
const attributes = { path: "/", httpOnly: true, secure: true, sameSite: "None", partitioned: true } as const;
const prefix = (audience: Audience) => `__Host-portico.${audience}.`;

/** Refuses what a page could send without a preflight: for endpoints that act on the cookie alone. */
export function guardCookies(c: AppContext): void {
  if (c.req.header("X-Requested-With") !== "portico") {
    throw new PorticoError("FORBIDDEN", { detail: "Send the header `X-Requested-With: portico`." });
  }
}

/** The refresh token of an organization, or of the only session there is where none is named. */
export function readRefreshCookie(c: AppContext, audience: Audience, slug: string | undefined) {
  if (slug !== undefined) return { slug, token: getCookie(c, prefix(audience) + slug) };
  const all = Object.entries(getCookie(c)).filter(([name]) => name.startsWith(prefix(audience)));
  if (all.length > 1)
    throw new PorticoError("ORGANIZATION_REQUIRED", {
      detail: "Several sessions came. Send `organization`.",
    });
  const [name, token] = all[0] ?? [];
  return { slug: name?.slice(prefix(audience).length), token };
}

/** Keeps the refresh token where script cannot read it, for as long as the session may live. */
export function writeRefreshCookie(
  c: AppContext,
  audience: Audience,
  slug: string,
  token: string,
  expires: Date,
): void {
  setCookie(c, prefix(audience) + slug, token, { ...attributes, expires });
}

/** Forgets an organization's refresh token. */
export function clearRefreshCookie(c: AppContext, audience: Audience, slug: string | undefined): void {
  if (slug !== undefined) setCookie(c, prefix(audience) + slug, "", { ...attributes, maxAge: 0 });
}
