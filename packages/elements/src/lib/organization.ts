const REMEMBERED = "portico.organization";

/** The organization that this browser worked with last on the hosted pages; remembers `slug` where it is given. */
export function rememberedOrganization(slug?: string): string | null {
  // Private windows may refuse storage; the address alone has to do then.
  try {
    if (slug) localStorage.setItem(REMEMBERED, slug);
    return localStorage.getItem(REMEMBERED);
  } catch {
    return null;
  }
}

/** Puts the organization into the address, so that it can be shared. */
export function takeOrganization(slug: string): void {
  const url = new URL(location.href);
  if (url.searchParams.get("organization") === slug) return;
  url.searchParams.set("organization", slug);
  history.replaceState(null, "", url);
}
