import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { Credentials } from "../../lib/credentials.ts";
import { emailField, passwordField } from "../../lib/credential-fields.ts";
import type { CredentialField, CredentialName } from "../../lib/credential-fields.ts";
import { toPortalError } from "../../controllers/portal-store.ts";
import { addStrings } from "../../controllers/localize.ts";
import strings from "../../localization/en-login.ts";

addStrings(strings);

/**
 * @summary Signing in. Its inputs are children in the page's light DOM, so that password managers find them.
 */
export class PortalLogin extends Credentials {
  protected override readonly view = "login";

  protected override get fields(): CredentialField[] {
    return [emailField(this.localize), passwordField(this.localize)];
  }

  protected override get action(): string {
    return this.localize.term("signIn");
  }

  protected override async send({ email, password }: Record<CredentialName, string>): Promise<void> {
    this.signedIn(await this.store!.client!.login({ email: email.trim(), password }));
  }

  protected override renderOwn(): TemplateResult {
    const { localize } = this;
    const org = this.org!;
    const next =
      this.store!.client!.audience !== "portal"
        ? nothing
        : org.registration === "OPEN"
          ? this.renderSwitch(localize.term("newHere"), localize.term("createAccount"), "register")
          : org.registration === "INVITATION"
            ? html`<p class="foot small">${localize.term("byInvitation", org.name)}</p>`
            : nothing;
    const footer = html`${this.renderSwitch("", localize.term("forgotPassword"), "reset")} ${next}`;
    return this.renderForm(localize.term("welcomeBack"), localize.term("signInTo", org.name), footer);
  }

  protected override refuse(thrown: unknown): void {
    super.refuse(thrown);
    const { code } = toPortalError(thrown);
    if (code !== "CUSTOMER_REQUIRED" && code !== "EMPLOYEE_REQUIRED") return;
    void import("./other-side.ts").then(({ otherSide }) => (this.problem = otherSide(this, code)));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portal-login": PortalLogin;
  }
}
