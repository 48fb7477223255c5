import { addResources } from "@portico/client/resources";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { state } from "../../lib/decorators.ts";
import { checkField, codeField, digits, nameField, newPasswordField } from "../../lib/account-fields.ts";
import { emailField } from "../../lib/credential-fields.ts";
import { Credentials } from "../../lib/credentials.ts";
import type { CredentialField, CredentialName } from "../../lib/credential-fields.ts";
import { codeStyles } from "../../styles/code.ts";
import { addStrings } from "../../controllers/localize.ts";
import strings from "../../localization/en-register.ts";

addStrings(strings);

/**
 * @summary Making an account: name, email, password, then the six-digit code from the mail.
 */
export class PortalRegister extends Credentials {
  static override styles = [...Credentials.styles, codeStyles];

  // Kept until the code has proved them, for "send it again" and for going back.
  #typed?: { name: string; email: string; password: string };

  @state() private step: "account" | "code" = "account";
  @state() private resent = false;

  protected override readonly view = "register";

  protected override get fields(): CredentialField[] {
    const { localize } = this;
    if (this.org?.registration !== "OPEN") return [];
    if (this.step === "code") return [codeField(localize)];
    return [
      nameField(localize, this.#typed?.name),
      emailField(localize, { value: this.#typed?.email }),
      newPasswordField(localize, { value: this.#typed?.password }),
    ];
  }

  protected override get action(): string {
    return this.localize.term(this.step === "code" ? "confirmCode" : "createAccount");
  }

  protected override check(field: CredentialField, value: string): string | undefined {
    return checkField(this.localize, field, value) ?? super.check(field, value);
  }

  protected override async send(values: Record<CredentialName, string>): Promise<void> {
    const client = addResources(this.store!.client!);
    if (this.step === "code") {
      const { email } = this.#typed!;
      this.signedIn(await client.verifyRegistration({ email, code: digits(values.code) }));
      return;
    }
    this.#typed = { name: values.name.trim(), email: values.email.trim(), password: values.password };
    const result = await client.register(this.#typed);
    if (result.status === "SIGNED_IN") return this.signedIn(result.session);
    this.step = "code";
    this.focusField();
  }

  readonly #again = async () => {
    try {
      await addResources(this.store!.client!).register(this.#typed!);
      this.announce(this.localize.term("codeSent"));
      this.problem = "";
      this.resent = true;
    } catch (error) {
      this.refuse(error);
    }
  };

  #back(): void {
    this.step = "account";
    this.errors = {};
    this.problem = "";
    this.resent = false;
    this.focusField();
  }

  protected override renderOwn(): TemplateResult {
    const { localize } = this;
    const org = this.org!;
    if (this.step === "code") {
      return this.renderForm(
        localize.term("codeTitle"),
        localize.term("codeHint", this.#typed!.email),
        html`<p class="foot apart">
            <button type="button" class="link" @click=${() => this.#back()}>
              ${localize.term("otherEmail")}
            </button>
            <button type="button" class="link" @click=${this.#again}>${localize.term("codeAgain")}</button>
          </p>
          ${this.resent ? html`<p class="small">${localize.term("codeSent")}</p>` : nothing}`,
      );
    }
    const toLogin = this.renderSwitch(localize.term("haveAccount"), localize.term("signIn"), "login");
    if (org.registration !== "OPEN") {
      return html`<div part="base" class="card auth">
        <h2 part="heading" tabindex="-1">${localize.term("createTitle")}</h2>
        <p class="second">${localize.term("byInvitation", org.name)}</p>
        ${toLogin}
      </div>`;
    }
    return this.renderForm(localize.term("createTitle"), localize.term("createHint", org.name), toLogin);
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portal-register": PortalRegister;
  }
}
