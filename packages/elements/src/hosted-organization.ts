import { define } from "./lib/define.ts";
import { PortalFinder } from "./components/portal-finder/portal-finder.ts";

/** Asks which organization's portal to show, where neither the address nor this browser knows. */
export function askForOrganization(root: HTMLElement, show: (slug: string) => void, wrong = ""): void {
  define("portal-finder", PortalFinder);
  const finder = new PortalFinder();
  finder.found = show;
  finder.wrong = wrong;
  finder.theme = "system";
  root.replaceChildren(finder);
}
