import type { Audience } from "@portico/client";
import { html } from "lit";
import type { TemplateResult } from "lit";
import { addStrings } from "../../controllers/localize.ts";
import type { PortalElement } from "../../lib/portal-element.ts";
import strings from "../../localization/en-other-side.ts";

addStrings(strings);

/** Customers sign in at the portal, employees at the dashboard: the way there. */
export function wayTo(
  side: Audience,
  { localize, store }: PortalElement,
  fragment = "",
  look = "",
): TemplateResult {
  const { apiUrl, organization = "" } = store!.client!;
  const url = `${apiUrl}/${side}/login?organization=${encodeURIComponent(organization)}${fragment}`;
  return html`<a class=${look} href=${url}
    >${localize.term(side === "portal" ? "toPortal" : "toDashboard")}</a
  >`;
}

/** Says to whoever is on the wrong side that there is another one. */
export function otherSide(
  host: PortalElement,
  code: "CUSTOMER_REQUIRED" | "EMPLOYEE_REQUIRED",
): TemplateResult {
  const side = code === "CUSTOMER_REQUIRED" ? "dashboard" : "portal";
  return html`${host.localize.term(`error${code}`)} ${wayTo(side, host)}`;
}
