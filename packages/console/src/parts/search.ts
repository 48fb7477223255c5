import type { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import { html } from "lit";
import type { TemplateResult } from "lit";
import { router } from "../lib/router.ts";

const timers = new WeakMap<PortalElement, number>();

/** Searches as one types: the words are in the address as `q`. `/` leads here from anywhere on the page. */
export function searchField(host: PortalElement, label: string): TemplateResult {
  const onInput = (event: Event) => {
    const { value } = event.target as HTMLInputElement;
    clearTimeout(timers.get(host));
    const search = () => router.go(router.hrefWith({ q: value.trim(), cursor: null }), { replace: true });
    timers.set(host, setTimeout(search, 180));
  };
  return html`<search class="search">
    <input
      type="search"
      data-search
      aria-label=${label}
      placeholder=${label}
      autocomplete="off"
      aria-keyshortcuts="/"
      .value=${router.query.get("q") ?? ""}
      @input=${onInput}
    />
  </search>`;
}
