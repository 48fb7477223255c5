import { addResources } from "@portico/client/resources";
import { html, nothing } from "lit";
import type { CSSResult, PropertyValues, TemplateResult } from "lit";
import { property, state } from "./decorators.ts";
import { skeleton } from "../primitives/primitives.ts";
import { controls } from "../styles/controls.ts";
import { page } from "../styles/page.ts";
import { skeletonStyles } from "../styles/skeleton.ts";
import { authForm } from "./auth-form.ts";
import { localeOf } from "./locale.ts";
import { PortalElement } from "./portal-element.ts";
import type { Route } from "./route.ts";
import type { TimeContext } from "./time.ts";
import { addStrings } from "../controllers/localize.ts";
import strings from "../localization/en-portal.ts";

addStrings(strings);

/**
 * An element that is a page of the portal: a heading, content, and the offer to sign in where it stands alone.
 *
 * @csspart base - The page.
 * @csspart heading - The heading.
 * @csspart primary - The one button that matters most.
 * @csspart signed-out - The offer to sign in, while nobody is.
 *
 * @cssproperty [--portal-warning] - Palette: what is due soon or waits for an answer; corrected to be readable.
 * @cssproperty [--portal-warning-soft] - Meaning: ground of what is due soon or waits for an answer; by default made from the warning.
 */
export class PortalPage extends PortalElement {
  /** Styles that every page starts from. */
  static readonly pageStyles: CSSResult[] = [...PortalElement.styles, page, controls, skeletonStyles];
  static override styles: CSSResult[] = PortalPage.pageStyles;

  // What was opened before.
  #closed?: string;

  @state() private signingIn = false;

  /**
   * Id of the thing that is opened: an appointment, a note.
   *
   * @internal
   */
  @property({ attribute: false }) openId?: string;
  /**
   * Where links go and who follows them; given by the dashboard.
   *
   * @internal
   */
  @property({ attribute: false }) navigate?: (route: Route, up?: boolean) => void;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has("openId")) this.#closed = changed.get("openId") as string | undefined;
    if (this.store?.client) addResources(this.store.client);
  }

  /** What this page is about, in one word. */
  protected get what(): string {
    return "";
  }

  /**
   * The customer's zone and formats; formats follow the page's language where the two disagree.
   *
   * @internal
   */
  get time(): TimeContext {
    const { signedInCustomer: customer, org } = this;
    return {
      locale: localeOf(this),
      timeZone: customer?.timeZone ?? org?.timeZone ?? Intl.DateTimeFormat().resolvedOptions().timeZone,
    };
  }

  // In a list, the row beside it is nearer than the heading; after "Show more", the first of what is new; and what is
  // closed leads back to its row.
  protected override planFocus(): () => unknown {
    const active = this.shadowRoot?.activeElement;
    const row = active?.closest("li");
    const rows = [row, row?.nextElementSibling, row?.previousElementSibling];
    const all = () => this.renderRoot.querySelectorAll("li");
    const after = active?.closest(".more") ? all().length : -1;
    return () => {
      const next =
        rows.find((item) => item?.isConnected) ??
        all()[after] ??
        this.shadowRoot!.getElementById(this.#closed ?? "");
      const control = next?.querySelector<HTMLElement>("input, button");
      return control ? control.focus() : this.focusHeading();
    };
  }

  protected renderPage(side: TemplateResult | typeof nothing, content: TemplateResult): TemplateResult {
    // As long as nobody knows whose portal it is, nobody knows its words; the head is as high without them.
    const heading = this.org && html`<h2 part="heading" tabindex="-1">${this.what}</h2>`;
    return html`
      <div part="base" class="page">
        <div class="head">${heading} ${side}</div>
        ${content}
      </div>
    `;
  }

  protected override renderLoading(): TemplateResult {
    return this.renderPage(nothing, skeleton(this.localize, 3));
  }

  protected override renderSignedOut(): TemplateResult {
    const { localize } = this;
    if (this.signingIn) return html`${authForm(this, "login")}`;
    return html`
      <div class="card notice signin" part="signed-out">
        <h2 part="heading" tabindex="-1">${localize.term("signInFirst", this.what)}</h2>
        <p>${localize.term("signInTo", this.org!.name)}</p>
        <button
          type="button"
          part="button primary"
          class="btn primary"
          @click=${() => (this.signingIn = true)}
        >
          ${localize.term("signIn")}
        </button>
      </div>
    `;
  }
}
