import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { addStrings } from "../../controllers/localize.ts";
import { authForm, slots } from "../../lib/auth-form.ts";
import { state } from "../../lib/decorators.ts";
import { currentLink } from "../../lib/link.ts";
import { PortalElement } from "../../lib/portal-element.ts";
import type { AuthView } from "../../lib/route.ts";
import { loadView } from "../../lib/views.ts";
import strings from "../../localization/en-employee.ts";
import { logo } from "../../primitives/logo.ts";
import { avatar } from "../../primitives/primitives.ts";
import { controls } from "../../styles/controls.ts";
import { page } from "../../styles/page.ts";
import { employeeStyles } from "./portal-employee.styles.ts";

addStrings(strings);

/** @summary An employee's own account at the deployment; part of the hosted pages. */
export class PortalEmployee extends PortalElement {
  static override styles = [...PortalElement.styles, controls, page, employeeStyles];

  @state() private form: AuthView = "login";

  protected override updated(_changed: PropertyValues): void {
    const { status } = this.store?.session ?? {};
    if (status === "signed-in") this.form = "login";
    if (!this.org) return;
    const words = status === "signed-in" ? "ownAccount" : this.form === "reset" ? "newPassword" : "signIn";
    document.title = `${this.localize.term(words)} · ${this.org.name}`;
    // The address of the sign-in page leads nowhere any more.
    if (status === "signed-in" && !currentLink() && location.pathname === "/dashboard/login")
      history.replaceState(history.state, "", `/dashboard/account${location.search}`);
  }

  readonly #switch = (view: AuthView): void => {
    this.form = view;
  };

  protected override renderSignedOut(): TemplateResult {
    return html`<h1 class="sr">${this.org!.name}</h1>
      <div class="auth">${authForm(this, currentLink()?.view ?? this.form, this.#switch)}</div>`;
  }

  protected override renderContent(): TemplateResult | typeof nothing {
    const { session } = this.store!;
    if (currentLink()) return this.renderSignedOut();
    if (session.status !== "signed-in") return nothing;
    void loadView("account");
    const { localize } = this;
    const { user, organization } = session;
    return html`
      <header>
        <h1>${logo(organization)} ${organization.name}</h1>
        <button type="button" part="button" class="btn" @click=${() => void this.signOut()}>
          ${localize.term("signOut")}
        </button>
      </header>
      <div class="page">
        <div class="who">
          ${avatar(user.name)}
          <div>
            <h2 part="heading" tabindex="-1">${user.name}</h2>
            <p class="second">${localize.term(`role${user.role as "OWNER"}`, organization.name)}</p>
          </div>
        </div>
        <portal-account .client=${this.store!.client}>${slots}</portal-account>
      </div>
    `;
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portal-employee": PortalEmployee;
  }
}
