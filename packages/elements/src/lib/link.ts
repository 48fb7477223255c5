/** What a link in a mail is for. */
export type LinkPurpose = "invitation" | "reset" | "email";

/** A link of a mail: what it is for, and its secret. */
export interface Link {
  purpose: LinkPurpose;
  token: string;
}

// The secret travels in the fragment, which browsers send to no server; the page may have one of its own beside it.
const pattern = /^portal-(invitation|reset|email)=(.+)$/;
const parts = () => location.hash.slice(1).split("&");
const listeners = new Set<() => void>();
// A used link whose outcome is still being read: no longer in the address, and not put aside yet.
let used: Link | undefined;

function addressedLink(): Link | undefined {
  for (const part of parts()) {
    const [, purpose, token] = pattern.exec(part) ?? [];
    if (token) return { purpose: purpose as LinkPurpose, token };
  }
  return undefined;
}

/** The link that the page was opened by, until it is put aside. */
export const currentLink = (): Link | undefined => addressedLink() ?? used;

// The rest of the address, and the page's history, stay as they are.
function cleanAddress(): void {
  const rest = parts().filter((part) => !pattern.test(part));
  const { pathname, search } = location;
  history.replaceState(history.state, "", pathname + search + (rest.length ? `#${rest.join("&")}` : ""));
}

/** Takes a used link out of the address, and keeps showing what came of it. */
export function useUpLink(): void {
  used = currentLink();
  if (addressedLink()) cleanAddress();
}

/** Puts the link aside: what is shown for it goes away. */
export function removeLink(): void {
  used = undefined;
  if (addressedLink()) cleanAddress();
  for (const listener of [...listeners]) listener();
}

/** Calls `listener` when the address has another link, or none any more; returns what ends that. */
export function watchLink(listener: () => void): () => void {
  const moved = () => {
    used = undefined;
    listener();
  };
  listeners.add(listener);
  addEventListener("hashchange", moved);
  return () => {
    listeners.delete(listener);
    removeEventListener("hashchange", moved);
  };
}
