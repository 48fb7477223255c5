import type { Page } from "@portico/client";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { PortalElement } from "../lib/portal-element.ts";
import { failure } from "../primitives/failure.ts";
import { LoadController } from "./load.ts";

type Fetch<T> = (cursor: string | undefined, signal?: AbortSignal) => Promise<Page<T>>;

/** Loads a list: its first page, and the next ones when they are asked for. */
export class PagingController<T> extends LoadController<Page<T>> {
  #busy = false;

  constructor(
    host: PortalElement,
    private readonly fetch: Fetch<T>,
  ) {
    super(host, (signal) => fetch(undefined, signal));
  }

  // One page at a time; if it fails, what is there stays.
  readonly #more = async (): Promise<void> => {
    const { key, value } = this;
    if (this.#busy || !value?.nextCursor) return;
    this.#busy = true;
    this.error = undefined;
    this.host.requestUpdate();
    try {
      const next = await this.fetch(value.nextCursor);
      if (key === this.key) this.mutate({ ...next, items: [...value.items, ...next.items] });
    } catch (error) {
      if (key === this.key) this.fail(error);
    } finally {
      this.#busy = false;
    }
  };

  /** The way to what follows the last row. */
  renderMore(what: string): TemplateResult | typeof nothing {
    const { localize } = this.host;
    if (!this.value?.nextCursor) return nothing;
    return html`<div class="more">
      ${
        this.error
          ? failure(localize, what, this.error, this.#more)
          : html`<button
              type="button"
              part="button"
              class="btn"
              aria-disabled=${this.#busy}
              @click=${this.#more}
            >
              ${localize.term("loadMore")}
            </button>`
      }
    </div>`;
  }
}
