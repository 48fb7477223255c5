import type { PortalClient } from "@portico/client";
import { state } from "@portico/elements/internal/lib/decorators.ts";
import { authForm, slots } from "@portico/elements/internal/lib/auth-form.ts";
import { currentLink } from "@portico/elements/internal/lib/link.ts";
import { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import type { AuthView } from "@portico/elements/internal/lib/route.ts";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { router } from "../lib/router.ts";
import { appStyles } from "./console-app.styles.ts";
import "./newcomer.ts";
import { appWords } from "./words.ts";

/** The employees' side: signing in, and then the console. Only as much as signing in takes is here. */
export class ConsoleApp extends PortalElement {
  static override styles = [...PortalElement.styles, appStyles];

  @state() private form: AuthView = "login";

  #wanted?: string;

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("click", router.follow);
  }

  protected override updated(): void {
    const { status } = this.store?.session ?? {};
    if (status === "unknown" || !this.org) return;
    const isLogin = router.path === "login";
    if (status === "signed-in" && !currentLink()) {
      this.form = "login";
      if (isLogin) router.go(this.#wanted ?? router.href(""), { replace: true });
      void import("./shell.ts").then(() => this.requestUpdate());
      return;
    }
    const words = appWords(this);
    document.title = `${this.form === "reset" ? words.newPassword : words.signIn} · ${this.org.name}`;
    if (isLogin) return;
    // Where somebody wanted to go before they had to sign in.
    this.#wanted = currentLink() ? undefined : location.pathname + location.search;
    if (!currentLink()) router.go(router.href("login"), { replace: true });
  }

  protected override renderSignedOut(): TemplateResult {
    const switchTo = (view: AuthView) => (this.form = view);
    return html`<main class="auth">
      <h1 class="sr">${this.org!.name}</h1>
      ${authForm(this, currentLink()?.view ?? this.form, switchTo)}
      ${
        currentLink() || this.form !== "login"
          ? nothing
          : html`<console-newcomer .client=${this.client}></console-newcomer>`
      }
    </main>`;
  }

  protected override renderContent(): TemplateResult | typeof nothing {
    if (currentLink()) return this.renderSignedOut();
    if (!customElements.get("console-shell")) return nothing;
    return html`<console-shell .client=${this.store!.client as PortalClient}>${slots}</console-shell>`;
  }
}
