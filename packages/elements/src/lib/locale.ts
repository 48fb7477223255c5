import type { PortalElement } from "./portal-element.ts";

/** The formats of whoever looks: the customer's, else the organization's; the page's language where those disagree. */
export function localeOf({ localize, store, org }: PortalElement): string {
  const session = store?.session;
  const wanted =
    (session?.status === "signed-in" && session.customer?.locale) || org?.locale || localize.lang;
  return wanted.split("-")[0] === localize.lang.split("-")[0] ? wanted : localize.lang;
}
