import { changeAsEmployee } from "../../changes.ts";
import type { AppContext } from "../../context.ts";
import { getOrganization, type KnownOrganization } from "../../db/accounts.ts";
import { countAttempt } from "../../db/throttles.ts";
import { PorticoError } from "../../errors.ts";
import { isLiteralAddress, isLocalHost } from "../../lib/origins.ts";
import { keepEmbedSeen } from "./dashboard.queries.ts";
import { inspectPage, type EmbedFacts } from "./embed.page.ts";

/** How often in ten minutes an organization may have a page looked at. */
const limits = { checks: 20, seconds: 600 } as const;
const request = { action: "checkEmbed", least: "ADMIN" } as const;

/** Looks whether a page on one of the organization's own websites loads the embed, and keeps that it did. */
export async function checkEmbed(c: AppContext, text: string): Promise<EmbedFacts & { url: string }> {
  const { slug, allowedOrigins } = await admitCheck(c);
  const url = new URL(text);
  const { development, publicUrl } = c.var.env;
  const mayFetch = (page: URL) => isPublic(page, development) && allowedOrigins.includes(page.origin);
  if (!mayFetch(url)) throw refused(isPublic(url, development));
  const facts = await inspectPage(url, { slug, publicUrl, mayFetch });
  if (facts.status === "FOUND")
    await changeAsEmployee(c, request, (db, me) => keepEmbedSeen(db, me, url.origin + url.pathname));
  return { url: url.href, ...facts };
}

/** The organization whose page it is, if it may have one more looked at. */
async function admitCheck(c: AppContext): Promise<KnownOrganization> {
  let wait: number | null = null;
  let organization: KnownOrganization | undefined;
  await changeAsEmployee(c, request, async (db, me) => {
    const checks = await countAttempt(db, me.organization_id, request.action, limits.seconds);
    if (checks.count > limits.checks) wait = checks.secondsLeft;
    organization = await getOrganization(db, me.organization_id);
    return [];
  });
  if (wait !== null)
    throw new PorticoError("RATE_LIMITED", { retryAfter: wait, detail: "Wait before the next check." });
  return organization!;
}

/** Whether an address is one of the web's: not of this machine or a network around it. On a developer's, only of it. */
function isPublic({ protocol, hostname, username, password }: URL, development: boolean): boolean {
  if (username !== "" || password !== "") return false;
  if (development && isLocalHost(hostname)) return protocol === "http:" || protocol === "https:";
  return protocol === "https:" && !isLocalHost(hostname) && !isLiteralAddress(hostname);
}

const refused = (isAddress: boolean) =>
  new PorticoError("INVALID_REQUEST", {
    errors: [
      {
        path: "url",
        message: isAddress
          ? "is on none of the allowed origins: add its origin first"
          : "must be the address of a public page that begins with https://",
      },
    ],
  });
