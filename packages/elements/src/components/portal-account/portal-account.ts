import type { PortalClient } from "@portico/client";
import { isPortalError } from "@portico/client/core";
import { addResources } from "@portico/client/resources";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { addStrings } from "../../controllers/localize.ts";
import { PortalEmailChangedEvent, PortalPasswordChangedEvent } from "../../events/account.ts";
import { checkField, codeField, digits, newPasswordField } from "../../lib/account-fields.ts";
import { emailField, passwordField } from "../../lib/credential-fields.ts";
import { state } from "../../lib/decorators.ts";
import type { CredentialField, CredentialName } from "../../lib/credential-fields.ts";
import { LightForm } from "../../lib/light-form.ts";
import strings from "../../localization/en-account.ts";
import { checkIcon } from "../../primitives/icons.ts";
import { codeStyles } from "../../styles/code.ts";
import { controls } from "../../styles/controls.ts";
import { page } from "../../styles/page.ts";
import { skeletonStyles } from "../../styles/skeleton.ts";
import { accountStyles } from "./portal-account.styles.ts";
import { SessionsController } from "./sessions.ts";

addStrings(strings);

/** What is being changed: the address, its proof, or the password. */
type Section = "email" | "code" | "password";

/**
 * @summary How somebody signs in, and where they are signed in. Part of the profile and of the employees' pages.
 *
 * @event {PortalEmailChangedEvent} portal-email-changed - A person proved a new address.
 * @event {PortalPasswordChangedEvent} portal-password-changed - A person chose a new password.
 * @event {PortalSessionEndedEvent} portal-session-ended - A person ended sessions of theirs.
 * @event {PortalErrorEvent} portal-error - Something was refused.
 */
export class PortalAccount extends LightForm {
  static override styles = [...LightForm.styles, page, controls, skeletonStyles, codeStyles, accountStyles];

  readonly #sessions = new SessionsController(this);
  // Kept until the code has proved the address, for "send it again".
  #asked = { email: "", password: "" };

  @state() private section?: Section;
  /** What was done, said where it was done. */
  @state() private done?: { at: "email" | "password"; words: string };

  get #client(): PortalClient {
    return addResources(this.store!.client!);
  }

  get #email(): string {
    const session = this.store!.session;
    return session.status === "signed-in" ? session.user.email : "";
  }

  protected override get isOpen(): boolean {
    return this.store?.session.status === "signed-in" && this.section !== undefined;
  }

  protected override get fields(): CredentialField[] {
    const { localize, section } = this;
    const current = passwordField(localize, localize.term("currentPassword"));
    if (section === "email") {
      const label = localize.term("newEmail");
      return [emailField(localize, { label, autocomplete: "email", value: "" }), current];
    }
    if (section === "code") return [codeField(localize)];
    const hidden = emailField(localize, { value: this.#email, isFixed: true, isHidden: true });
    const label = localize.term("newPassword");
    return [hidden, current, newPasswordField(localize, { name: "newPassword", label })];
  }

  protected override get action(): string {
    const words = { email: "sendCode", code: "confirmEmail", password: "setPassword" } as const;
    return this.localize.term(words[this.section!]);
  }

  protected override check(field: CredentialField, value: string): string | undefined {
    return checkField(this.localize, field, value) ?? super.check(field, value);
  }

  protected override async send(values: Record<CredentialName, string>): Promise<void> {
    const { email, code, password, newPassword } = values;
    if (this.section === "email") {
      this.#asked = { email: email.trim(), password };
      await this.#client.changeEmail(this.#asked);
      this.section = "code";
      this.focusField();
    } else if (this.section === "code") {
      const me = await this.#client.confirmEmail(digits(code));
      this.#finish("email", this.localize.term("emailChanged", me.user.email));
      this.dispatchEvent(new PortalEmailChangedEvent(me.user.email));
    } else {
      await this.#client.changePassword({ currentPassword: password, newPassword });
      this.#finish("password", this.localize.term("passwordChanged"));
      this.dispatchEvent(new PortalPasswordChangedEvent());
      void this.#sessions.reload();
    }
  }

  protected override refuse(thrown: unknown): void {
    super.refuse(thrown);
    if (!isPortalError(thrown, "WRONG_PASSWORD")) return;
    this.problem = "";
    this.errors = { password: this.localize.term("errorWRONG_PASSWORD") };
    this.focusField();
  }

  #finish(at: "email" | "password", words: string): void {
    this.#close(at);
    this.done = { at, words };
    this.announce(words);
  }

  #open(section: Section): void {
    this.section = section;
    this.errors = {};
    this.problem = "";
    this.done = undefined;
    this.focusField();
  }

  /** Closes the form; the focus goes back to the button that opened it. */
  #close(at: "email" | "password"): void {
    this.section = undefined;
    this.revealed = false;
    this.#asked = { email: "", password: "" };
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(`#${at}`)?.focus());
  }

  readonly #again = async (): Promise<void> => {
    try {
      await this.#client.changeEmail(this.#asked);
      this.problem = "";
      this.announce(this.localize.term("codeSent"));
    } catch (thrown) {
      super.refuse(thrown);
    }
  };

  #renderRow(at: "email" | "password", value: string): TemplateResult {
    const { localize, done } = this;
    const label = localize.term(at);
    return html`<div class="row">
      <div class="what">
        <p class="small">${label}</p>
        <p class="strong">${value}</p>
        ${done?.at === at ? html`<p class="done small">${checkIcon} ${done.words}</p>` : nothing}
      </div>
      <button
        id=${at}
        type="button"
        class="link"
        aria-label=${localize.term("changeWhat", label)}
        @click=${() => this.#open(at)}
      >
        ${localize.term("change")}
      </button>
    </div>`;
  }

  #renderOpen(at: "email" | "password", hint: string): TemplateResult {
    const { localize } = this;
    const cancel = html`<button type="button" part="button" class="btn" @click=${() => this.#close(at)}>
        ${localize.term("cancel")}
      </button>
      ${
        this.section === "code"
          ? html`<button type="button" class="link" @click=${this.#again}>
              ${localize.term("codeAgain")}
            </button>`
          : nothing
      }`;
    return html`<div class="row open">
      <p class="strong">${localize.term(at)}</p>
      <p class="small hint">${hint}</p>
      ${this.renderFields(cancel)}
    </div>`;
  }

  protected override renderContent(): TemplateResult {
    const { localize, section } = this;
    const emailHint =
      section === "code"
        ? localize.term("emailCodeHint", this.#asked.email)
        : localize.term("emailChangeHint");
    return html`
      <section aria-labelledby="sign-in">
        <h3 id="sign-in">${localize.term("signInSection")}</h3>
        <div class="card rows">
          ${
            section === "email" || section === "code"
              ? this.#renderOpen("email", emailHint)
              : this.#renderRow("email", this.#email)
          }
          ${
            section === "password"
              ? this.#renderOpen("password", localize.term("passwordChangeHint"))
              : this.#renderRow("password", "••••••••")
          }
        </div>
      </section>
      ${this.#sessions.render()}
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portal-account": PortalAccount;
  }
}
