import { addResources } from "@portico/client/resources";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { addStrings } from "../../controllers/localize.ts";
import { toPortalError } from "../../controllers/portal-store.ts";
import { PortalEmailChangedEvent } from "../../events/account.ts";
import { PortalErrorEvent } from "../../events/session.ts";
import { state } from "../../lib/decorators.ts";
import { currentLink } from "../../lib/link.ts";
import { removeLink, useUpLink } from "../../lib/used-link.ts";
import { PortalElement } from "../../lib/portal-element.ts";
import strings from "../../localization/en-email.ts";
import { errorText } from "../../primitives/failure.ts";
import { footLink, mainButton, message } from "../../primitives/message.ts";
import { codeStyles } from "../../styles/code.ts";
import { credentialStyles } from "../../styles/credentials.ts";

addStrings(strings);

/**
 * @summary The link that confirms a new address: one click. Part of sign-in and of the dashboard.
 *
 * @event {PortalEmailChangedEvent} portal-email-changed - The address is confirmed.
 * @event {PortalErrorEvent} portal-error - It could not be confirmed.
 */
export class PortalEmail extends PortalElement {
  static override styles = [...PortalElement.styles, credentialStyles, codeStyles];

  @state() private outcome?: "emailConfirmed" | "emailLinkUsed" | "emailTaken";
  @state() private problem = "";
  @state() private busy = false;

  readonly #confirm = async (): Promise<void> => {
    const link = currentLink();
    if (this.busy || !link) return;
    this.busy = true;
    this.problem = "";
    const client = addResources(this.store!.client!);
    try {
      await client.confirmEmailLink(link.token);
      useUpLink();
      // Whoever is signed in may be the one with the new address.
      if (client.session.state.status === "signed-in") await client.getMe().catch(() => undefined);
      this.outcome = "emailConfirmed";
      this.dispatchEvent(new PortalEmailChangedEvent(null));
    } catch (thrown) {
      this.#refuse(thrown);
    } finally {
      this.busy = false;
      if (this.outcome) void this.focusHeading();
    }
  };

  #refuse(thrown: unknown): void {
    const error = toPortalError(thrown);
    if (error.code === "INVALID_LINK") this.outcome = "emailLinkUsed";
    else if (error.code === "CONFLICT") this.outcome = "emailTaken";
    else this.problem = errorText(this.localize, error);
    this.dispatchEvent(new PortalErrorEvent(error));
  }

  protected override renderSignedOut(): TemplateResult {
    const { localize, outcome } = this;
    const org = this.org!;
    if (outcome) {
      return message(
        org,
        localize.term(outcome),
        localize.term(`${outcome}Hint`, org.name),
        mainButton(localize.term("goOn"), removeLink),
      );
    }
    return message(
      org,
      localize.term("confirmEmailTitle"),
      localize.term("confirmEmailHint", org.name),
      html`<div role="alert">
          ${this.problem ? html`<p part="error" class="problem">${this.problem}</p>` : nothing}
        </div>
        ${mainButton(localize.term("confirmEmail"), this.#confirm, this.busy)}
        ${footLink(localize.term("notNow"), removeLink)}`,
    );
  }

  protected override renderContent(): TemplateResult {
    return this.renderSignedOut();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portal-email": PortalEmail;
  }
}
