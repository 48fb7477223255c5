import { html, nothing, render } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { property, state } from "./decorators.ts";
import { PortalErrorEvent, PortalLoginEvent } from "../events/session.ts";
import { toPortalError } from "../controllers/portal-store.ts";
import type { Session } from "@portico/client";
import { errorText } from "../primitives/failure.ts";
import { logo } from "../primitives/logo.ts";
import { authForm, credentialNames } from "./auth-form.ts";
import type { CredentialField, CredentialName } from "./credential-fields.ts";
import { PortalElement } from "./portal-element.ts";
import type { AuthView } from "./route.ts";
import { credentialStyles } from "../styles/credentials.ts";

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
  @state() protected problem = "";
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

  protected override updated(_changed: PropertyValues): void {
    if (!this.isConnected) return;
    const { status } = this.store?.session ?? {};
    if (status === "signed-in") this.instead = undefined;
    if (status !== "signed-out" || !this.org || this.instead || !this.fields.length)
      return this.#clearLight();
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
  protected abstract readonly view: AuthView;
  /** The fields that are shown now. */
  protected abstract get fields(): CredentialField[];
  /** What the button says. */
  protected abstract get action(): string;

  /** What a field has to say against its value. */
  protected check(name: CredentialName, value: string): string | undefined {
    const isWrong = name === "email" && !/^\S+@\S+$/.test(value.trim());
    return isWrong ? this.localize.term("invalidEmail") : undefined;
  }

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
    return field ? this.#renderField(field) : nothing;
  }

  #renderField({
    name,
    type,
    autocomplete,
    label,
    hint,
    inputmode,
    maxlength,
  }: CredentialField): TemplateResult {
    const id = `${this.#form}-${name}`;
    const error = this.errors[name];
    const note = error ?? hint;
    return html`
      <label slot="portal-${name}-label" for=${id}>${label}</label>
      <input
        slot="portal-${name}"
        id=${id}
        form=${this.#form}
        name=${autocomplete === "username" ? "username" : name}
        type=${type === "password" && this.revealed ? "text" : type}
        autocomplete=${autocomplete}
        inputmode=${inputmode ?? nothing}
        maxlength=${maxlength ?? nothing}
        required
        autocapitalize=${name === "name" ? "words" : "none"}
        spellcheck="false"
        aria-invalid=${error ? "true" : "false"}
        aria-describedby=${note ? `${id}-note` : nothing}
        @input=${() => error && (this.errors = { ...this.errors, [name]: undefined })}
      />
      ${note ? html`<p slot="portal-${name}-note" id="${id}-note" ?data-error=${error}>${note}</p>` : nothing}
    `;
  }

  async #submit(): Promise<void> {
    if (this.busy) return;
    const values = {} as Record<CredentialName, string>;
    const errors: Partial<Record<CredentialName, string>> = {};
    for (const { name } of this.fields) {
      values[name] = this.#input(name)?.value ?? "";
      const error = values[name].trim() ? this.check(name, values[name]) : this.localize.term("required");
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
      const { name } = this.fields.find((field) => this.errors[field.name]) ?? this.fields[0]!;
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

  /** A question and the way to another form. */
  protected renderSwitch(question: string, words: string, view: AuthView): TemplateResult {
    const go = () => (this.switchTo ?? this.#replace)(view);
    return html`<p class="foot">
      ${question} <button type="button" class="link" @click=${go}>${words}</button>
    </p>`;
  }

  /** The form itself. */
  protected abstract renderOwn(): TemplateResult;

  protected override renderSignedOut(): TemplateResult {
    return this.instead ? authForm(this.instead, this.store!.client!, this.#replace) : this.renderOwn();
  }

  protected override renderContent(): TemplateResult {
    const { localize, customer } = this;
    return html`<div part="base" class="card auth">
      <h2 part="heading" tabindex="-1">${localize.term("signedInAs", customer!.name)}</h2>
      <p class="second">${this.org!.name}</p>
      <button type="button" part="button" class="btn" @click=${() => void this.signOut()}>
        ${localize.term("signOut")}
      </button>
    </div>`;
  }

  /** Says that somebody signed in; the elements around change by themselves. */
  protected signedIn({ user, customer, organization }: Session): void {
    this.dispatchEvent(new PortalLoginEvent(user, customer, organization));
  }

  protected renderForm(title: string, hint: unknown, footer: unknown): TemplateResult {
    const { localize } = this;
    return html`
      <div part="base" class="card auth">
        ${logo(this.org!)}
        <h2 part="heading" tabindex="-1">${title}</h2>
        <p class="second hint">${hint}</p>
        ${this.fields.map(
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
        ${footer}
      </div>
    `;
  }
}
