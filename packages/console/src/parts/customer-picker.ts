import type { CustomerRecord } from "@portico/client/dashboard";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import { property, state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import { avatar } from "@portico/elements/internal/primitives/primitives.ts";
import { controls } from "@portico/elements/internal/styles/controls.ts";
import { fieldStyles } from "@portico/elements/internal/styles/field.ts";
import { page } from "@portico/elements/internal/styles/page.ts";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { apiOf } from "../lib/api.ts";
import { pickerStyles } from "../styles/picker.ts";
import { commonWords } from "../words/common.ts";
import { problemText } from "./problem.ts";

/** Somebody as the picker has them; the address where they were found here. */
export type Picked = Pick<CustomerRecord, "id" | "name"> & Partial<Pick<CustomerRecord, "email">>;

/**
 * Finds a customer as one types: a combobox (WAI-ARIA 1.2) whose value in a form is the customer's id.
 * Say `required` and `name` as on any other control; `change` tells that somebody was chosen.
 */
export class CustomerPicker extends PortalElement {
  static readonly formAssociated = true;
  static override shadowRootOptions = { ...PortalElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [...PortalElement.styles, page, controls, fieldStyles, pickerStyles];

  readonly #internals = this.attachInternals();
  #timer?: number;
  #abort?: AbortController;

  /** Its name in the form. */
  @property() name = "customerId";
  /** Whether somebody must be chosen. */
  @property({ type: Boolean }) required = false;
  /** As a filter in a bar: its label is not shown, its place says what it is for. */
  @property({ type: Boolean }) compact = false;
  /** Who is chosen. */
  @property({ attribute: false }) value?: Picked | undefined;
  /** What is wrong with it, told by the form. */
  @property() error = "";

  @state() private found?: CustomerRecord[] | undefined;
  @state() private active = 0;
  @state() private told = "";

  /** What the browser can tell of the choice: only that there must be one. */
  get validity(): ValidityState {
    return this.#internals.validity;
  }

  /** What the browser says about it. */
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  // A dialog gives it the focus as soon as it is there, which is before its input is.
  override focus(options?: FocusOptions): void {
    if (this.hasUpdated) super.focus(options);
    else void this.updateComplete.then(() => super.focus(options));
  }

  protected override updated(): void {
    this.#internals.setFormValue(this.value?.id ?? null);
    const isMissing = this.required && !this.value;
    const input = this.renderRoot.querySelector("input") ?? undefined;
    this.#internals.setValidity(isMissing ? { valueMissing: true } : {}, isMissing ? " " : "", input);
  }

  readonly #onInput = (event: Event): void => {
    // The form hears of a choice, not of letters.
    event.stopPropagation();
    const q = (event.target as HTMLInputElement).value.trim();
    this.value = undefined;
    clearTimeout(this.#timer);
    this.#abort?.abort();
    if (!q) this.found = undefined;
    else this.#timer = setTimeout(() => void this.#search(q), 180);
  };

  async #search(q: string): Promise<void> {
    const { signal } = (this.#abort = new AbortController());
    try {
      const { items } = await apiOf(this).listCustomers({ q, limit: 8 }, { signal });
      this.found = items;
      this.active = 0;
      this.told = commonWords(this).customersFound(items.length);
    } catch (error) {
      if (signal.aborted) return;
      this.found = undefined;
      this.told = problemText(this, toPortalError(error));
    }
  }

  #choose(customer: Picked): void {
    const { id, name, email } = customer;
    this.value = { id, name, email };
    this.found = undefined;
    this.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
  }

  readonly #onKey = (event: KeyboardEvent): void => {
    const found = this.found;
    if (!found?.length) return;
    const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
    const step = steps[event.key];
    if (step) this.active = (this.active + step + found.length) % found.length;
    else if (event.key === "Enter") this.#choose(found[this.active]!);
    // The list closes, not the dialog around it.
    else if (event.key === "Escape") this.found = undefined;
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  protected override renderContent(): TemplateResult {
    const words = commonWords(this);
    const { found } = this;
    return html`<div class="field">
      <label for="input" class=${this.compact ? "sr" : ""}>
        ${words.customer}
        ${this.required || this.compact ? nothing : html`<span class="optional">(${words.optional})</span>`}
      </label>
      <div class="picker">
        <input
          id="input"
          role="combobox"
          autocomplete="off"
          placeholder=${this.compact ? words.customerFilter : words.customerSearch}
          aria-autocomplete="list"
          aria-expanded=${Boolean(found)}
          aria-controls="options"
          aria-activedescendant=${found?.length ? `option-${this.active}` : nothing}
          aria-invalid=${this.error ? "true" : nothing}
          aria-describedby=${this.error ? "error" : nothing}
          .value=${this.value?.name ?? this.renderRoot.querySelector("input")?.value ?? ""}
          @input=${this.#onInput}
          @keydown=${this.#onKey}
          @blur=${() => (this.found = undefined)}
        />
        <div id="options" role="listbox" aria-label=${words.customer} class="card options" ?hidden=${!found}>
          ${found?.map(
            (customer, n) =>
              html`<div
                role="option"
                id="option-${n}"
                class="option"
                aria-selected=${n === this.active}
                @pointerdown=${(event: Event) => {
                  event.preventDefault();
                  this.#choose(customer);
                }}
              >
                ${avatar(customer.name)}
                <span
                  ><span class="strong">${customer.name}</span>
                  <span class="small">${customer.email ?? customer.phone ?? customer.externalId}</span></span
                >
              </div>`,
          )}
          ${found?.length === 0 ? html`<p class="small none">${words.noCustomerFound}</p>` : nothing}
        </div>
      </div>
      <p class="sr" role="status">${this.told}</p>
      ${this.error ? html`<p class="error" id="error">${this.error}</p>` : nothing}
    </div>`;
  }
}

define("console-customer-picker", CustomerPicker);

declare global {
  interface HTMLElementTagNameMap {
    "console-customer-picker": CustomerPicker;
  }
}
