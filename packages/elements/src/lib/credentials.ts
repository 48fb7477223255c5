import { html, nothing, render } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { property, state } from "./decorators.ts";
import { PortalErrorEvent, PortalLoginEvent } from "../events/session.ts";
import { toPortalError } from "../controllers/portal-store.ts";
import type { Session } from "@portico/client";
import { errorText } from "../primitives/failure.ts";
import { logo } from "../primitives/logo.ts";
import { authForm, credentialNames } from "./auth-form.ts";
import { lightField } from "./light-field.ts";
import type { CredentialField, CredentialName } from "./light-field.ts";
import { PortalElement } from "./portal-element.ts";
import type { AuthView, LinkView } from "./route.ts";
import { credentialStyles } from "../styles/credentials.ts";

export type { CredentialField, CredentialName };

let forms = 0;
const owners = new WeakMap<HTMLElement, Credentials>();

function outermost(element: HTMLElement): HTMLElement {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && root.host instanceof PortalElement ? outermost(root.host) : element;
}

/** A form whose inputs live in the page's light DOM, where password managers look for them. */
export abstract class Credentials extends PortalElement {
  static override styles = [...PortalElement.styles, credentialStyles];

  readonly #form = `portal-form-${++forms}`;
  #lightHost?: HTMLElement;

  @state() protected errors: Partial<Record<CredentialName, string>> = {};
  @state() protected problem: unknown = "";
  @state() protected busy = false;
  @state() protected revealed = false;

  // The form that has taken this one's place, where the element stands alone.
  @state() private instead?: AuthView;

  /** Who shows another form; by default this element, in its own place. */
  @property({ attribute: false }) switchTo?: (view: AuthView) => void;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#clearLight();
  }

  /** Whether the form is shown: here, to people who are not signed in. */
  protected get isOpen(): boolean {
    return this.store?.session.status === "signed-out";
  }

  protected override updated(_changed: PropertyValues): void {
    if (!this.isConnected) return;
    if (this.store?.session.status === "signed-in") this.instead = undefined;
    if (!this.isOpen || !this.org || this.instead || !this.fields.length) return this.#clearLight();
    // The outermost element of ours has the page's own light DOM; the slots in between hand it on.
    const host = outermost(this);
    this.#lightHost = host;
    owners.set(host, this);
    render(this.#renderLight(), host);
  }

  /** Takes the inputs away, unless another form has put its own there meanwhile. */
  #clearLight(): void {
    const host = this.#lightHost;
    this.#lightHost = undefined;
    if (!host || owners.get(host) !== this) return;
    owners.delete(host);
    render(nothing, host);
  }

  /** Which form this is. */
  protected abstract readonly view: AuthView | LinkView;
  /** The fields that are shown now. */
  protected abstract get fields(): CredentialField[];
  /** What the button says. */
  protected abstract get action(): string;
  /** What a field has to say against its value. */
  protected abstract check(field: CredentialField, value: string): string | undefined;
  /** Sends the values. */
  protected abstract send(values: Record<CredentialName, string>): Promise<void>;

  #input(name: string): HTMLInputElement | null {
    return this.#lightHost?.querySelector(`#${this.#form}-${name}`) ?? null;
  }

  #renderLight(): TemplateResult {
    const form = this.#form;
    return html`
      <form
        slot="portal-form"
        id=${form}
        novalidate
        @submit=${(event: Event) => {
          event.preventDefault();
          void this.#submit();
        }}
      ></form>
      ${credentialNames.map((name) => this.#place(name))}
      <button slot="portal-submit" type="submit" form=${form} aria-disabled=${this.busy}>
        ${this.action}
      </button>
    `;
  }

  // Each name has a place of its own, so that no input is ever taken for another one.
  #place(name: CredentialName): TemplateResult | typeof nothing {
    const field = this.fields.find((item) => item.name === name);
    if (!field) return nothing;
    const { store } = this;
    const typed = name === "email" ? store!.typedEmail : "";
    return lightField(field, {
      form: this.#form,
      typed,
      error: this.errors[name],
      isRevealed: this.revealed,
      changed: (value) => {
        if (name === "email") store!.typedEmail = value;
        if (this.errors[name]) this.errors = { ...this.errors, [name]: undefined };
      },
    });
  }

  async #submit(): Promise<void> {
    if (this.busy) return;
    const values = {} as Record<CredentialName, string>;
    const errors: Partial<Record<CredentialName, string>> = {};
    for (const field of this.fields) {
      const { name } = field;
      values[name] = this.#input(name)?.value ?? "";
      const error = values[name].trim() ? this.check(field, values[name]) : this.localize.term("required");
      if (error) errors[name] = error;
    }
    this.problem = "";
    this.errors = errors;
    if (Object.keys(errors).length) return this.focusField();
    this.busy = true;
    try {
      await this.send(values);
    } catch (thrown) {
      this.refuse(thrown);
    } finally {
      this.busy = false;
    }
  }

  /** Says what the server refused, beside the field where it names one. */
  protected refuse(thrown: unknown): void {
    const error = toPortalError(thrown);
    const names = this.fields.map(({ name }) => name);
    const refused = error.errors
      .map(({ path }) => path as CredentialName)
      .filter((name) => names.includes(name));
    if (error.code === "INVALID_REQUEST" && refused.length) {
      this.errors = Object.fromEntries(refused.map((name) => [name, this.localize.term("invalidField")]));
      this.focusField();
    } else {
      this.problem = errorText(this.localize, error);
    }
    this.dispatchEvent(new PortalErrorEvent(error));
  }

  /** Focuses the first field that needs attention, or the first field. */
  protected focusField(): void {
    void this.updateComplete.then(() => {
      const open = this.fields.filter(({ isFixed, isHidden }) => !isFixed && !isHidden);
      const { name } = open.find((field) => this.errors[field.name]) ?? open[0]!;
      this.#input(name)?.focus();
    });
  }

  /** Puts a value into a field, such as one typed on the step before. */
  protected fill(name: CredentialName, value: string): void {
    void this.updateComplete.then(() => {
      const input = this.#input(name);
      if (input && !input.value) input.value = value;
    });
  }

  readonly #replace = (view: AuthView): void => {
    this.instead = view === this.view ? undefined : view;
  };

  /** Shows another form instead. */
  protected leaveFor(view: AuthView): void {
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
    return this.instead ? authForm(this.instead, this.store!.client!, this.#replace) : this.renderOwn();
  }

  /** Says that somebody signed in; the elements around change by themselves. */
  protected signedIn({ user, customer, organization }: Session): void {
    this.dispatchEvent(new PortalLoginEvent(user, customer, organization));
  }

  /** The fields, what went wrong, and the button. */
  protected renderFields(): TemplateResult {
    const { localize } = this;
    return html`
      ${this.fields
        .filter(({ isHidden }) => !isHidden)
        .map(
          ({ name, type }) => html`
            <div class="field">
              <div class="labels">
                <slot name="portal-${name}-label"></slot>
                ${
                  type === "password"
                    ? html`<button
                        type="button"
                        class="link"
                        aria-pressed=${this.revealed}
                        @click=${() => (this.revealed = !this.revealed)}
                      >
                        ${localize.term(this.revealed ? "hidePassword" : "showPassword")}
                      </button>`
                    : nothing
                }
              </div>
              <slot name="portal-${name}"></slot>
              <slot name="portal-${name}-note"></slot>
            </div>
          `,
        )}
      <div role="alert">
        ${this.problem ? html`<p part="error" class="problem">${this.problem}</p>` : nothing}
      </div>
      <slot name="portal-form"></slot>
      <slot name="portal-submit"></slot>
    `;
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
