import { updateHosts } from "../controllers/localize.ts";
import { currentLink, keepLink, linkPattern } from "./link.ts";

// The rest of the address, and the page's history, stay as they are.
function cleanAddress(): void {
  const { hash, pathname, search } = location;
  if (!linkPattern.test(hash)) return;
  const own = hash.replace(linkPattern, "").replace(/^[#&]+/, "");
  history.replaceState(history.state, "", pathname + search + (own && `#${own}`));
}

/** Takes a used link out of the address, and keeps showing what came of it. */
export function useUpLink(): void {
  keepLink(currentLink());
  cleanAddress();
}

/** Puts the link aside: what is shown for it goes away. */
export function removeLink(): void {
  keepLink();
  cleanAddress();
  updateHosts();
}
