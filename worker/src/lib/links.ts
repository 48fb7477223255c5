/** What a link in a mail is for: the name in its fragment. */
export type LinkPurpose = "invitation" | "reset" | "email";

/**
 * The address that a mail leads to, with its secret in the fragment, which browsers send to no server: the page where
 * the organization has embedded its portal, else the hosted one. Made from configuration, never from a Host header.
 */
export function portalLink(
  publicUrl: URL,
  organization: { slug: string; portalUrl: string | null },
  purpose: LinkPurpose,
  secret: string,
): string {
  const url = new URL(organization.portalUrl ?? "/portal/login", publicUrl);
  if (organization.portalUrl === null) url.searchParams.set("organization", organization.slug);
  url.hash = `portal-${purpose}=${secret}`;
  return url.href;
}

/** The same for employees, who work on the deployment's own pages. */
export function dashboardLink(
  publicUrl: URL,
  organization: { slug: string },
  purpose: LinkPurpose,
  secret: string,
): string {
  const url = new URL("/dashboard/login", publicUrl);
  url.searchParams.set("organization", organization.slug);
  url.hash = `portal-${purpose}=${secret}`;
  return url.href;
}

/** What a link's secret says: whose it is, which record it is about, and the proof. */
export interface LinkToken {
  organizationId: string;
  id: string;
  secret: string;
}

const uuid = "[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}";
const token = new RegExp(`^(${uuid})\\.(${uuid})\\.([\\w-]{43})$`);

/** The secret in a link: it names its organization, so that nothing is ever looked up without one. */
export const writeLinkToken = ({ organizationId, id, secret }: LinkToken) =>
  `${organizationId}.${id}.${secret}`;

/** Reads a link's secret; null where the text is none of ours. */
export function readLinkToken(text: string): LinkToken | null {
  const [, organizationId, id, secret] = token.exec(text) ?? [];
  return organizationId && id && secret ? { organizationId, id, secret } : null;
}
