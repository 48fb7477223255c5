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
