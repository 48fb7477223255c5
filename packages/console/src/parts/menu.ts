import { css, html } from "lit";
import type { TemplateResult } from "lit";
import { icons } from "./icons.ts";

/** What a menu offers. */
export interface MenuItem {
  text: string;
  act: () => unknown;
  isDanger?: boolean;
}

/** What is done more rarely: a button with dots, and behind it a list. */
export function menu(label: string, items: MenuItem[]): TemplateResult {
  const choose = (event: Event, { act }: MenuItem) => {
    const list = (event.currentTarget as Element).closest<HTMLElement>("[popover]")!;
    list.hidePopover();
    list.parentElement!.querySelector<HTMLElement>(".opener")!.focus();
    act();
  };
  return html`<div class="menu">
    <button type="button" class="btn icon opener" aria-label=${label} popovertarget="more">
      ${icons.more}
    </button>
    <div id="more" class="card items" popover>
      ${items.map(
        (item) =>
          html`<button
            type="button"
            class="item ${item.isDanger ? "danger-text" : ""}"
            @click=${(event: Event) => choose(event, item)}
          >
            ${item.text}
          </button>`,
      )}
    </div>
  </div>`;
}

/** The styles of a menu. */
export const menuStyles = css`
  .opener {
    anchor-name: --opener;
  }
  .items {
    position: absolute;
    position-anchor: --opener;
    inset: auto;
    inset-block-start: calc(anchor(end) + 0.25rem);
    inset-inline-end: anchor(end);
    min-inline-size: 13rem;
    margin: 0;
    padding: 0.375rem;
    color: inherit;
    box-shadow: 0 8px 24px rgb(12 16 15 / 0.14);
  }
  .item {
    appearance: none;
    display: flex;
    align-items: center;
    inline-size: 100%;
    min-block-size: 2.5rem;
    padding: 0 0.75rem;
    font: inherit;
    color: inherit;
    text-align: start;
    background: none;
    border: 0;
    border-radius: 8px;
    cursor: pointer;
  }
  .item.danger-text {
    color: var(--_danger);
  }
  .item:hover {
    background: var(--_sunken);
  }
  @media (pointer: coarse) {
    .item {
      min-block-size: 2.75rem;
    }
  }
`;
