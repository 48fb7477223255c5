import { isPortalError } from "@portico/client/core";
import type { PortalClient, Session } from "@portico/client";
import { addResources } from "@portico/client/resources";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { addStrings } from "../../controllers/localize.ts";
import { PortalPasswordChangedEvent } from "../../events/account.ts";
import { checkField, codeField, digits, newPasswordField } from "../../lib/account-fields.ts";
import { emailField } from "../../lib/credential-fields.ts";
import { Credentials } from "../../lib/credentials.ts";
import type { CredentialField, CredentialName } from "../../lib/credential-fields.ts";
import { state } from "../../lib/decorators.ts";
import { currentLink } from "../../lib/link.ts";
import { removeLink } from "../../lib/used-link.ts";
import strings from "../../localization/en-reset.ts";
import { footLink, mainButton, message } from "../../primitives/message.ts";
import { codeStyles } from "../../styles/code.ts";

addStrings(strings);

/**
 * @summary A forgotten password: the address, then the code of the mail and a new password. The mail's link needs the
 * new password alone. Part of sign-in.
 *
 * @event {PortalPasswordChangedEvent} portal-password-changed - The new password counts.
 * @event {PortalLoginEvent} portal-login - The person is signed in by it.
 * @event {PortalErrorEvent} portal-error - Something was refused.
 */
export class PortalReset extends Credentials {
  static override styles = [...Credentials.styles, codeStyles];

  #token?: string;
  #email = "";

  protected override readonly givesWay = false;

  @state() private step: "address" | "code" | "link" | "dead" = "address";
  @state() private resent = false;

  protected override readonly view = "reset";

  get #client(): PortalClient {
    return addResources(this.store!.client!);
  }

  // The link of a mail is good for whoever has it, and somebody else may be signed in here.
  protected override get isWanted(): boolean {
    return this.store?.session.status !== "unknown";
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const link = currentLink();
    const token = link?.view === "reset" ? link.token : undefined;
    if (token && token !== this.#token) this.step = "link";
    this.#token = token;
  }

  protected override get fields(): CredentialField[] {
    const { localize, step } = this;
    const password = newPasswordField(localize, { label: localize.term("newPassword") });
    if (step === "address") return [emailField(localize)];
    if (step === "code")
      return [
        emailField(localize, { value: this.#email, isFixed: true, isHidden: true }),
        codeField(localize),
        password,
      ];
    return step === "link" ? [password] : [];
  }

  protected override get action(): string {
    return this.localize.term(this.step === "address" ? "sendMail" : "setPassword");
  }

  protected override check(field: CredentialField, value: string): string | undefined {
    return checkField(this.localize, field, value) ?? super.check(field, value);
  }

  protected override async send(values: Record<CredentialName, string>): Promise<void> {
    const client = this.#client;
    const { password } = values;
    if (this.step === "address") {
      this.#email = values.email.trim();
      await client.forgotPassword({ email: this.#email });
      this.step = "code";
      this.focusField();
    } else if (this.step === "code") {
      const input = { email: this.#email, code: digits(values.code), password };
      this.#done(await client.resetPassword(input));
    } else {
      this.#done(await client.resetPassword({ token: this.#token!, password }));
    }
  }

  #done(session: Session): void {
    removeLink();
    this.announce(this.localize.term("passwordChanged"));
    this.tell(new PortalPasswordChangedEvent());
    this.signedIn(session);
  }

  protected override refuse(thrown: unknown): void {
    super.refuse(thrown);
    if (!isPortalError(thrown, "INVALID_LINK")) return;
    this.problem = "";
    this.step = "dead";
    void this.focusHeading();
  }

  readonly #again = async () => {
    try {
      await this.#client.forgotPassword({ email: this.#email });
      this.announce(this.localize.term("codeSent"));
      this.problem = "";
      this.resent = true;
    } catch (error) {
      this.refuse(error);
    }
  };

  readonly #ask = () => {
    this.step = "address";
    this.errors = {};
    this.problem = "";
    this.resent = false;
    this.focusField();
  };

  readonly #leave = () => {
    removeLink();
    this.leaveFor("login");
  };

  #renderBack(): TemplateResult {
    return footLink(this.localize.term("backToSignIn"), this.#leave);
  }

  protected override renderOwn(): TemplateResult {
    const { localize } = this;
    const org = this.org!.name;
    switch (this.step) {
      case "address":
        return this.renderForm(
          localize.term("forgotPassword"),
          localize.term("forgotHint", org),
          this.#renderBack(),
        );
      case "code":
        return this.renderForm(
          localize.term("codeTitle"),
          localize.term("resetHint", this.#email),
          html`<p class="foot apart">
              <button type="button" class="link" @click=${this.#ask}>${localize.term("otherEmail")}</button>
              <button type="button" class="link" @click=${this.#again}>${localize.term("codeAgain")}</button>
            </p>
            ${this.resent ? html`<p class="small">${localize.term("codeSent")}</p>` : nothing}`,
        );
      case "link":
        return this.renderForm(
          localize.term("newPasswordTitle"),
          localize.term("newPasswordHint", org),
          this.#renderBack(),
        );
      default:
        return message(
          this.org!,
          localize.term("linkUsed"),
          localize.term("linkUsedHint"),
          html`${mainButton(localize.term("newMail"), this.#ask)} ${this.#renderBack()}`,
        );
    }
  }

  protected override renderContent(): TemplateResult {
    return this.renderSignedOut();
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portal-reset": PortalReset;
  }
}
