import { html } from "lit";
import type { TemplateResult } from "lit";
import { addStrings } from "../../controllers/localize.ts";
import type { PortalElement } from "../../lib/portal-element.ts";
import strings from "../../localization/en-other-side.ts";

addStrings(strings);

/** Customers sign in at the portal, employees at the dashboard: says so to the other ones, with the way there. */
export function otherSide(
  { localize, store }: PortalElement,
  code: "CUSTOMER_REQUIRED" | "EMPLOYEE_REQUIRED",
): TemplateResult {
  const { apiUrl, organization = "" } = store!.client!;
  const side = code === "CUSTOMER_REQUIRED" ? "dashboard" : "portal";
  const url = `${apiUrl}/${side}/login?organization=${encodeURIComponent(organization)}`;
  return html`${localize.term(`error${code}`)}
    <a href=${url}>${localize.term(side === "portal" ? "toPortal" : "toDashboard")}</a>`;
}
