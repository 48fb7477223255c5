import type { PortalError } from "@portico/client";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { PortalLocalize } from "../controllers/localize.ts";

/** An error in the portal's words; the server's prose is for developers. */
export const errorText = (localize: PortalLocalize, error: PortalError): string =>
  localize.find(`error${error.code}`) ?? localize.term("errorOther");

/** What failed, why, and the offer to try again. */
export const failure = (
  localize: PortalLocalize,
  what: string,
  error: PortalError,
  retry: () => void,
): TemplateResult => html`
  <div part="error" class="card notice" role="alert">
    ${
      // What is gone does not come back by trying again.
      error.code === "NOT_FOUND"
        ? errorText(localize, error)
        : html`<p class="strong">${localize.term("loadFailed", what)}</p>
            <p>${errorText(localize, error)}</p>
            ${
              error.requestId
                ? html`<p class="caption">${localize.term("reference", error.requestId)}</p>`
                : nothing
            }
            <button type="button" part="button" class="btn" @click=${retry}>
              ${localize.term("tryAgain")}
            </button>`
    }
  </div>
`;
