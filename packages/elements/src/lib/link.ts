import type { LinkView } from "./route.ts";

/** A link of a mail: what it leads to, and its secret. */
export interface Link {
  view: LinkView;
  token: string;
}

/** A link in the fragment, which browsers send to no server; the page may have a fragment of its own beside it. */
export const linkPattern = /([#&])portal-(invitation|reset|email)=([^&]+)/;

let used: Link | undefined;

/** The link that the page was opened by, until it is put aside. */
export function currentLink(): Link | undefined {
  const [, , view, token] = linkPattern.exec(location.hash) ?? [];
  return token ? { view: view as LinkView, token } : used;
}

/** Keeps a link current which is no longer in the address. */
export function keepLink(link?: Link): void {
  used = link;
}
