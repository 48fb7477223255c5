import type { Me, Session } from "@portico/client";
import { html } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { PortalLoginEvent } from "../events/session.ts";
import { logo } from "../primitives/logo.ts";
import { authForm } from "./auth-form.ts";
import { property, state } from "./decorators.ts";
import { LightForm } from "./light-form.ts";
import { currentLink } from "./link.ts";
import type { AuthView, LinkView } from "./route.ts";

/**
 * A form for people who are not signed in, which leads to the others.
 *
 * @csspart base - The card.
 * @csspart logo - The organization's logo, or its initial.
 * @csspart heading - The heading.
 */
export abstract class Credentials extends LightForm {
  // The form that has taken this one's place, where the element stands alone.
  @state() private instead?: AuthView;

  /**
   * Who shows another form; by default this element, in its own place.
   *
   * @internal
   */
  @property({ attribute: false }) switchTo?: (view: AuthView) => void;

  protected override get isOpen(): boolean {
    return this.isWanted && !this.#other;
  }

  /** Whether the link of a mail takes this form's place: the page may have no more of the portal than this. */
  protected readonly givesWay: boolean = true;

  get #other(): AuthView | LinkView | undefined {
    return this.instead ?? (this.givesWay ? currentLink()?.view : undefined);
  }

  /** Whether there is anybody to show the form to: people who are not signed in. */
  protected get isWanted(): boolean {
    return this.store?.session.status === "signed-out";
  }

  protected override updated(changed: PropertyValues): void {
    if (this.store?.session.status === "signed-in") this.instead = undefined;
    super.updated(changed);
  }

  /** Which form this is. */
  protected abstract readonly view: AuthView | LinkView;

  readonly #replace = (view: AuthView): void => {
    this.instead = view === this.view ? undefined : view;
  };

  /** Shows another form instead. */
  protected leaveFor(view: AuthView): void {
    this.store!.typedEmail = this.input("email")?.value ?? "";
    (this.switchTo ?? this.#replace)(view);
  }

  /** A question and the way to another form. */
  protected renderSwitch(question: string, words: string, view: AuthView): TemplateResult {
    return html`<p class="foot">
      ${question} <button type="button" class="link" @click=${() => this.leaveFor(view)}>${words}</button>
    </p>`;
  }

  /** The form itself. */
  protected abstract renderOwn(): TemplateResult;

  protected override renderSignedOut(): TemplateResult {
    const other = this.#other;
    return other ? html`${authForm(this, other, this.#replace)}` : this.renderOwn();
  }

  protected override renderContent(): TemplateResult {
    if (this.#other) return this.renderSignedOut();
    const { localize, signedInCustomer: customer, store } = this;
    const session = store!.session as Partial<Me>;
    return html`<div part="base" class="card auth">
      <h2 part="heading" tabindex="-1">
        ${localize.term("signedInAs", (customer ?? session.user)?.name ?? "")}
      </h2>
      <p class="second">${this.org!.name}</p>
      <button type="button" part="button" class="btn" @click=${() => void this.signOut()}>
        ${localize.term("signOut")}
      </button>
    </div>`;
  }

  /** Says that somebody signed in; the elements around change by themselves. */
  protected signedIn({ user, customer, organization }: Session): void {
    this.tell(new PortalLoginEvent(user, customer, organization));
  }

  /** The card: whose it is, what it is for, the fields, and what else there is to do. */
  protected renderForm(title: unknown, hint: unknown, footer: unknown): TemplateResult {
    return html`
      <div part="base" class="card auth">
        ${logo(this.org!)}
        <h2 part="heading" tabindex="-1">${title}</h2>
        <p class="second hint">${hint}</p>
        ${this.renderFields()} ${footer}
      </div>
    `;
  }
}
