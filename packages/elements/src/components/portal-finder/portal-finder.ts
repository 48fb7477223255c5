import { createPortalClient } from "@portico/client";
import { css, html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { property, state } from "../../lib/decorators.ts";
import { toPortalError } from "../../controllers/portal-store.ts";
import { PortalElement } from "../../lib/portal-element.ts";
import { errorText } from "../../primitives/failure.ts";
import { fieldStyles } from "../../styles/field.ts";
import { addStrings } from "../../controllers/localize.ts";
import strings from "../../localization/en-finder.ts";
import { plain } from "../../styles/plain.ts";

addStrings(strings);

/** @summary Asks for an organization's short name; part of the hosted pages. */
export class PortalFinder extends PortalElement {
  static override styles = [
    ...PortalElement.styles,
    plain,
    fieldStyles,
    css`
      form {
        max-inline-size: 25rem;
        margin: 8vb auto 0;
        padding: 2rem;
      }
      h1 {
        margin: 0 0 0.25rem;
        font-size: 1.625rem;
        line-height: 1.2;
        letter-spacing: -0.018em;
      }
      .field {
        margin-block: 1.25rem;
      }
      .btn {
        inline-size: 100%;
      }
    `,
  ];

  @state() private problem = "";
  @state() private busy = false;

  /** A slug that names no organization. */
  @property({ attribute: false }) wrong = "";
  /** Called with the slug of an organization that exists. */
  @property({ attribute: false }) found?: (slug: string) => void;

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const slug = String(new FormData(event.target as HTMLFormElement).get("organization"))
      .trim()
      .toLowerCase();
    if (this.busy) return;
    if (!slug) {
      this.problem = this.localize.term("required");
      return;
    }
    this.busy = true;
    try {
      await createPortalClient({ apiUrl: location.origin, organization: slug }).getPortalConfig();
      this.found?.(slug);
    } catch (thrown) {
      const error = toPortalError(thrown);
      const unknown = ["NOT_FOUND", "INVALID_REQUEST"].includes(error.code);
      this.problem = unknown ? this.localize.term("organizationUnknown") : errorText(this.localize, error);
    } finally {
      this.busy = false;
    }
  };

  protected override render(): TemplateResult {
    const { localize, wrong } = this;
    const problem = this.problem || (wrong && localize.term("organizationUnknown"));
    return html`
      <form class="card" novalidate @submit=${this.#submit}>
        <h1>${localize.term("findPortal")}</h1>
        <p class="second" id="hint">${localize.term("findPortalHint")}</p>
        <div class="field">
          <label for="organization">${localize.term("organization")}</label>
          <input
            id="organization"
            name="organization"
            .defaultValue=${wrong}
            autocapitalize="none"
            autocomplete="organization"
            spellcheck="false"
            aria-describedby="hint problem"
            aria-invalid=${problem ? "true" : "false"}
          />
          <p class="error" id="problem" role="alert">${problem || nothing}</p>
        </div>
        <button type="submit" class="btn primary" aria-disabled=${this.busy}>
          ${localize.term("continue")}
        </button>
      </form>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portal-finder": PortalFinder;
  }
}
