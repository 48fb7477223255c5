import { html, nothing, render } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { toPortalError } from "../controllers/portal-store.ts";
import { PortalErrorEvent } from "../events/session.ts";
import { errorText } from "../primitives/failure.ts";
import { credentialStyles } from "../styles/credentials.ts";
import { credentialNames } from "./auth-form.ts";
import { state } from "./decorators.ts";
import type { CredentialField, CredentialName } from "./credential-fields.ts";
import { PortalElement } from "./portal-element.ts";

let forms = 0;
const owners = new WeakMap<HTMLElement, LightForm>();

function outermost(element: HTMLElement): HTMLElement {
  const root = element.getRootNode();
  return root instanceof ShadowRoot && root.host instanceof PortalElement ? outermost(root.host) : element;
}

/**
 * A form whose inputs live in the page's light DOM, where password managers look for them.
 *
 * @cssproperty [--portal-login-min-height=29rem] - Component: height that is reserved before the form is shown, a length.
 */
export abstract class LightForm extends PortalElement {
  static override styles = [...PortalElement.styles, credentialStyles];

  readonly #form = `portal-form-${++forms}`;
  #outer: HTMLElement = this;
  #lightHost?: HTMLElement;

  @state() protected errors: Partial<Record<CredentialName, string>> = {};
  @state() protected problem: unknown = "";
  @state() protected busy = false;
  @state() protected revealed = false;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#outer = outermost(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    // Moved, it is back by now, and so is what was typed.
    queueMicrotask(() => this.isConnected || this.#clearLight());
  }

  /** Tells the page, also when this form has given way to what it led to. */
  protected tell(event: Event): void {
    (this.isConnected ? this : this.#outer).dispatchEvent(event);
  }

  /** Whether the form is shown. */
  protected abstract get isOpen(): boolean;

  protected override updated(_changed: PropertyValues): void {
    if (!this.isConnected) return;
    if (!this.isOpen || !this.org || !this.fields.length) return this.#clearLight();
    // The outermost element of ours has the page's own light DOM; the slots in between hand it on.
    const host = (this.#lightHost = this.#outer);
    if (owners.get(host) !== this) {
      owners.set(host, this);
      render(nothing, host);
      // A copy of a page that was shown has copies of its inputs.
      for (const copy of host.querySelectorAll(":scope>:is([slot^=portal-],[form^=portal-])")) copy.remove();
    }
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

  /** The fields that are shown now. */
  protected abstract get fields(): CredentialField[];
  /** What the button says. */
  protected abstract get action(): string;
  /** What a field has to say against its value. */
  protected check({ name }: CredentialField, value: string): string | undefined {
    const isWrong = name === "email" && !/^\S+@\S+$/.test(value.trim());
    return isWrong ? this.localize.term("invalidEmail") : undefined;
  }

  /** Sends the values. */
  protected abstract send(values: Record<CredentialName, string>): Promise<void>;

  /** The input of a field that is shown. */
  protected input(name: CredentialName): HTMLInputElement | null {
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

  #renderField(field: CredentialField): TemplateResult {
    const { name, type, autocomplete, isFixed, isHidden } = field;
    const id = `${this.#form}-${name}`;
    const error = this.errors[name];
    const note = error ?? field.hint;
    return html`
      ${isHidden ? nothing : html`<label slot="portal-${name}-label" for=${id}>${field.label}</label>`}
      <input
        slot=${isHidden ? nothing : `portal-${name}`}
        id=${id}
        form=${this.#form}
        name=${autocomplete === "username" ? "username" : name}
        type=${type === "password" && this.revealed ? "text" : type}
        autocomplete=${autocomplete}
        inputmode=${field.inputmode ?? nothing}
        maxlength=${field.maxlength ?? nothing}
        required
        ?readonly=${isFixed}
        autocapitalize=${name === "name" ? "words" : "none"}
        spellcheck="false"
        aria-invalid=${error ? "true" : "false"}
        aria-describedby=${note ? `${id}-note` : nothing}
        .defaultValue=${field.value ?? (name === "email" ? this.store!.typedEmail : "")}
        @input=${() => error && (this.errors = { ...this.errors, [name]: undefined })}
      />
      ${note ? html`<p slot="portal-${name}-note" id="${id}-note" ?data-error=${error}>${note}</p>` : nothing}
    `;
  }

  async #submit(): Promise<void> {
    if (this.busy) return;
    const values = {} as Record<CredentialName, string>;
    const errors: Partial<Record<CredentialName, string>> = {};
    for (const field of this.fields) {
      const { name } = field;
      values[name] = this.input(name)?.value ?? "";
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
    this.tell(new PortalErrorEvent(error));
  }

  /** Focuses the first field that needs attention, or the first field. */
  protected focusField(): void {
    void this.updateComplete.then(() => {
      const open = this.fields.filter(({ isFixed }) => !isFixed);
      const { name } = open.find((field) => this.errors[field.name]) ?? open[0]!;
      this.input(name)?.focus();
    });
  }

  /** The fields, what went wrong, and the button; `beside` it what else there is. */
  protected renderFields(beside: unknown = nothing): TemplateResult {
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
      <div class="actions"><slot name="portal-submit"></slot>${beside}</div>
    `;
  }
}
