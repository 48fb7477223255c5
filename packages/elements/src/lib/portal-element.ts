import type { Customer, Organization, PortalClient, PortalError } from "@portico/client";
import { html, LitElement, nothing } from "lit";
import type { CSSResult, PropertyValues, TemplateResult } from "lit";
import { property, state } from "./decorators.ts";
import { PortalLocalize } from "../controllers/localize.ts";
import { demoStore, storeFor, storeForClient, toPortalError } from "../controllers/portal-store.ts";
import type { PortalStore } from "../controllers/portal-store.ts";
import { PortalBeforeLogoutEvent, PortalErrorEvent, PortalLogoutEvent } from "../events/session.ts";
import { failure } from "../primitives/failure.ts";
import { base } from "../styles/base.ts";
import { buttons } from "../styles/buttons.ts";
import { tokens } from "../styles/tokens.ts";
import { deployment } from "./deployment.ts";
import { VERSION } from "./version.ts";

// Whoever has an element's types has its events' too: `addEventListener` knows them.
export type * from "../events/events.ts";

/** Colours of an element; without one it follows the page's `color-scheme`. */
export type PortalTheme = "light" | "dark" | "system" | "auto";

/**
 * What every element of the portal shares: where its data comes from, its strings, its four states. Signed out, each of
 * them shows what signing in takes, or what the link of a mail leads to, so each of them tells of it.
 *
 * @event {PortalReadyEvent} portal-ready - Data is shown for the first time: the element's, and that of each page inside it.
 * @event {PortalLoginEvent} portal-login - A person signed in; carries `user`, `customer` and `organization`.
 * @event {PortalBeforeLogoutEvent} portal-before-logout - A person is about to sign out; `preventDefault()` keeps them signed in.
 * @event {PortalLogoutEvent} portal-logout - A person signed out.
 * @event {PortalInvitationAcceptedEvent} portal-invitation-accepted - A person accepted an invitation; carries `user` and `organization`.
 * @event {PortalPasswordChangedEvent} portal-password-changed - A person chose a new password.
 * @event {PortalEmailChangedEvent} portal-email-changed - A person proved a new address; `email` is null where only the link of a mail knows it.
 * @event {PortalErrorEvent} portal-error - Loading or saving failed; `error` is a `PortalError`.
 *
 * @csspart error - What is said where something failed.
 * @csspart button - A button.
 *
 * @cssproperty [--portal-accent] - Palette: buttons, links and marks; by default the organization's colour. Text on it and text of it stay readable, whatever it is.
 * @cssproperty [--portal-accent-default] - Palette: the accent where neither the page nor the organization has one.
 * @cssproperty [--portal-neutral] - Palette: tints ink, greys and the dark grounds; its hue and a little of its chroma count.
 * @cssproperty [--portal-danger] - Palette: errors and what is overdue; corrected to be readable, as the accent is.
 * @cssproperty [--portal-on-accent] - Meaning: text on the accent; by default black or white, whichever is readable.
 * @cssproperty [--portal-accent-soft] - Meaning: tiles and pills in the accent's family; by default made from the accent.
 * @cssproperty [--portal-danger-soft] - Meaning: ground of errors and of what is overdue; by default made from the danger.
 * @cssproperty [--portal-background] - Meaning: ground of the element where `theme` is set, as in `background`; by default `--portal-paper`.
 * @cssproperty [--portal-paper] - Meaning: ground where `theme` is set; the greys are mixed from it and the ink.
 * @cssproperty [--portal-raised] - Meaning: cards and controls.
 * @cssproperty [--portal-sunken] - Meaning: pills, segmented controls and code.
 * @cssproperty [--portal-ink] - Meaning: text.
 * @cssproperty [--portal-ink-second] - Meaning: secondary text.
 * @cssproperty [--portal-ink-third] - Meaning: borders of fields, and decoration.
 * @cssproperty [--portal-line] - Meaning: lines, and borders of cards and buttons.
 * @cssproperty [--portal-font=inherit] - Component: type family, as in `font-family`; by default the page's.
 * @cssproperty [--portal-font-heading=inherit] - Component: type family of headings.
 * @cssproperty [--portal-weight-heading=660] - Component: weight of headings, a number.
 * @cssproperty [--portal-radius-card=0.875rem] - Component: corners of cards, a length.
 * @cssproperty [--portal-radius-control=0.6875rem] - Component: corners of fields, date tiles and logos, a length.
 * @cssproperty [--portal-radius-button] - Component: corners of buttons and segmented controls, a length; by default `--portal-radius-control`.
 * @cssproperty [--portal-radius-pill=99px] - Component: corners of pills, avatars and the circles of tasks, a length.
 * @cssproperty [--portal-border-width=1px] - Component: borders and lines, a length.
 * @cssproperty [--portal-shadow=none] - Component: shadow of cards, as in `box-shadow`.
 * @cssproperty [--portal-control-height=2.75rem] - Component: least height of buttons and fields, a length.
 * @cssproperty [--portal-padding=1.125rem] - Component: space inside cards and rows, a length; rows grow and shrink with it.
 * @cssproperty [--portal-motion=180ms] - Component: how long transitions take, a time; next to nothing where the device asks for reduced motion.
 */
export class PortalElement extends LitElement {
  /** Compared when a page registers the elements twice. */
  static readonly version: string = VERSION;
  static override styles: CSSResult[] = [tokens, base, buttons];

  #unsubscribe?: () => void;
  #brand?: CSSStyleSheet;
  #told?: PortalError;

  /** Said by the live region. */
  @state() private announcement = "";

  /** Slug of the organization, such as `acme`: at most 63 lower-case letters, digits and inner hyphens. */
  @property() organization = "";
  /** Origin of the API, such as `https://portal.example.com`; by default the one that the embed's script came from. From npm, it has to be given. */
  @property({ attribute: "api-url" }) apiUrl = "";
  /** `light`, `dark`, `system` (as the device) or `auto` (fitted to the page); without it, the page's `color-scheme`. */
  @property({ reflect: true }) theme?: PortalTheme;
  /** Made-up data in memory, no server. */
  @property({ type: Boolean }) demo = false;
  /** A client of one's own, instead of `organization` and `api-url`. */
  @property({ attribute: false }) client?: PortalClient;

  /**
   * Strings in the nearest `lang`.
   *
   * @internal
   */
  readonly localize = new PortalLocalize(this);
  /**
   * What the elements on this page share; undefined until it is known where data comes from.
   *
   * @internal
   */
  store?: PortalStore;

  override connectedCallback(): void {
    super.connectedCallback();
    // Moved, or put back: what was under way for it was given up.
    this.requestUpdate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    const isNew =
      !this.#unsubscribe || ["organization", "apiUrl", "demo", "client"].some((name) => changed.has(name));
    // An element that is gone may still have an update to do, but nothing to hear.
    if (isNew && this.isConnected) this.#connectStore();
    this.#adoptBrand();
    if (changed.has("theme") && this.theme === "auto") void import("./fit.ts").then(({ fit }) => fit(this));
  }

  protected override update(changed: PropertyValues): void {
    const refocus = this.matches(":focus-within") && this.planFocus();
    super.update(changed);
    if (refocus) setTimeout(() => document.activeElement === document.body && refocus());
  }

  /** Where the focus goes if what has it now goes away: to what comes instead, not to the top of the page. */
  protected planFocus(): () => unknown {
    const inner = this.renderRoot.querySelector<PortalElement>(".inner");
    const plan = inner?.planFocus?.();
    return () => (inner?.isConnected && plan ? plan() : this.focusHeading());
  }

  /**
   * Moves the focus to the heading of what is shown, as going there does.
   *
   * @internal
   */
  async focusHeading(): Promise<void> {
    await this.updateComplete;
    const inner = this.renderRoot.querySelector<PortalElement>(".inner");
    if (inner) await customElements.whenDefined(inner.localName);
    if (inner) await inner.focusHeading?.();
    else this.renderRoot.querySelector("h2")?.focus();
  }

  /**
   * Where the API is; empty where nobody says.
   *
   * @internal
   */
  get apiOrigin(): string {
    return (this.apiUrl || deployment()?.origin || "").replace(/\/$/, "");
  }

  #findStore(): PortalStore | undefined {
    if (this.client) return storeForClient(this.client);
    if (this.demo) return demoStore();
    if (this.apiOrigin && this.organization) return storeFor(this.apiOrigin, this.organization);
    // From a bundle, the script's origin is the page's own: what is not given cannot be guessed.
    if (this.organization) console.error(`Portico: <${this.localName}> needs api-url, the portal's origin.`);
    return undefined;
  }

  #connectStore(): void {
    this.#unsubscribe?.();
    this.store = this.#findStore();
    this.#unsubscribe = this.store?.subscribe(() => this.#hear());
    void this.store?.start();
  }

  #hear(): void {
    this.requestUpdate();
    const error = this.store?.error;
    if (error && error !== this.#told) this.dispatchEvent(new PortalErrorEvent(error));
    this.#told = error;
  }

  #adoptBrand(): void {
    const sheet = this.store?.brandSheet;
    if (sheet === this.#brand || !this.shadowRoot) return;
    const others = this.shadowRoot.adoptedStyleSheets.filter((other) => other !== this.#brand);
    this.#brand = sheet;
    this.shadowRoot.adoptedStyleSheets = sheet ? [sheet, ...others] : others;
  }

  /**
   * The organization, from the session or the configuration.
   *
   * @internal
   */
  get org(): Organization | undefined {
    const session = this.store?.session;
    return session?.status === "signed-in" ? session.organization : this.store?.config?.organization;
  }

  /** Whoever is signed in. */
  protected get signedInCustomer(): Customer | undefined {
    const session = this.store?.session;
    return session?.status === "signed-in" ? session.customer : undefined;
  }

  /**
   * Tells people who listen to the page instead of seeing it.
   *
   * @internal
   */
  announce(text: string): void {
    // The same words twice are two messages: a changed text is what makes a live region speak.
    this.announcement = text === this.announcement ? `${text}\u00a0` : text;
  }

  /** Signs out, unless a listener of `portal-before-logout` prevents it; resolves to whether it did. */
  async signOut(): Promise<boolean> {
    if (!this.dispatchEvent(new PortalBeforeLogoutEvent())) return false;
    try {
      await this.store!.client!.logout();
    } catch (error) {
      // The session is gone here all the same; only the server may not know it yet.
      this.dispatchEvent(new PortalErrorEvent(toPortalError(error)));
    }
    this.announce(this.localize.term("signedOutNow"));
    this.dispatchEvent(new PortalLogoutEvent());
    return true;
  }

  /** The element while nobody is signed in. */
  protected renderSignedOut(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** The element while it is not known who is signed in. */
  protected renderLoading(): TemplateResult | typeof nothing {
    return nothing;
  }

  /** The element itself. */
  protected renderContent(): TemplateResult | typeof nothing {
    return nothing;
  }

  #renderState(): TemplateResult | typeof nothing {
    const { store, localize } = this;
    if (!store || store.error?.code === "NOT_FOUND")
      return html`<p part="error" class="card notice">${localize.term("notConfigured")}</p>`;
    const { status } = store.session;
    if (status === "signed-in" && (store.config || this.org)) return this.renderContent();
    if (store.error) {
      return failure(localize, localize.term("portal"), store.error, () => void store.retry());
    }
    return status === "signed-out" && store.config ? this.renderSignedOut() : this.renderLoading();
  }

  protected override render(): unknown {
    return html`<div class="root">
      ${this.#renderState()}
      <p class="sr" role="status" aria-live="polite">${this.announcement}</p>
    </div>`;
  }
}
