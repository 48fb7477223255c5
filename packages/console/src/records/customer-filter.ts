import type { CustomerRecord } from "@portico/client/dashboard";
import { LoadController } from "@portico/elements/internal/controllers/load.ts";
import { closeIcon } from "@portico/elements/internal/primitives/icons.ts";
import { html } from "lit";
import type { TemplateResult } from "lit";
import type { ConsolePart } from "../lib/console-page.ts";
import { router } from "../lib/router.ts";
import type { CustomerPicker, Picked } from "../parts/customer-picker.ts";
import "../parts/customer-picker.ts";
import { recordWords } from "./words.ts";

/** The customer in a row, who leads to their page. */
export const customerCell = ({ id, name }: Picked): TemplateResult =>
  html`<a class="word" href=${router.href(`customers/${id}`)}>${name}</a>`;

/** One customer among all, as the address says (`?customer=`): found by name, shown until taken away. */
export class CustomerFilter {
  readonly #load: LoadController<CustomerRecord>;

  constructor(private readonly host: ConsolePart) {
    this.#load = new LoadController(host, (signal) => host.api.getCustomer(this.id!, { signal }));
  }

  /** The customer's id; undefined for everybody. */
  get id(): string | undefined {
    return router.query.get("customer") ?? undefined;
  }

  #go(customer: string | null): void {
    router.go(router.hrefWith({ customer, cursor: null }));
  }

  /** The field, or who is chosen with the way back to all. */
  render(): TemplateResult {
    const words = recordWords(this.host);
    const { id } = this;
    if (!id)
      return html`<console-customer-picker
        class="filter"
        name="customer"
        compact
        .client=${this.host.client!}
        @change=${(event: Event) => this.#go((event.target as CustomerPicker).value!.id)}
      ></console-customer-picker>`;
    this.#load.ensure(`customer:${id}`);
    const name = this.#load.value?.name ?? (this.#load.error ? words.unknownCustomer : "…");
    return html`<button
      type="button"
      class="btn chip"
      aria-label=${words.everybody(name)}
      @click=${() => this.#go(null)}
    >
      <span class="second">${words.customer}:</span> ${name} ${closeIcon}
    </button>`;
  }
}
