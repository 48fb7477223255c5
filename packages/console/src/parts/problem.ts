import type { PortalError } from "@portico/client";
import type { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import { errorText } from "@portico/elements/internal/primitives/failure.ts";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { commonWords } from "../words/common.ts";

/** Why something was refused, in the console's words where it has some. */
export function problemText(host: Pick<PortalElement, "localize">, error: PortalError): string {
  const words = commonWords(host);
  if (error.code === "PRECONDITION_FAILED") return words.changedMeanwhile;
  if (error.code === "FORBIDDEN") return words.refused;
  if (error.code === "NOT_FOUND") return words.notThere;
  const known = host.localize.find(`error${error.code}`);
  // The server's detail says what to do where there are no words of our own; it never holds an exception's text.
  return known ?? (error.status < 500 ? error.message : errorText(host.localize, error));
}

/** Instead of a page that a role is not for; the side bar does not lead there. */
export const refusal = (host: Pick<PortalElement, "localize">): TemplateResult =>
  html`<p class="card notice">${commonWords(host).refused}</p>`;

/** The same above the buttons of a form. */
export const formProblem = (
  host: Pick<PortalElement, "localize">,
  error: PortalError | undefined,
): TemplateResult =>
  html`<div role="alert">${error ? html`<p class="problem">${problemText(host, error)}</p>` : nothing}</div>`;
