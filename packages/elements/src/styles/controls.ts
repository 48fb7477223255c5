import { css } from "lit";

/** Pills, avatars and the segmented control. */
export const controls = css`
  :host {
    --_warning: var(--portal-warning, light-dark(#8a5a00, #f0c36d));
    --_warning-soft: var(--portal-warning-soft, light-dark(#fdf1d9, #33290f));
  }
  .pill {
    display: inline-flex;
    align-items: center;
    flex: none;
    padding: 0.125rem 0.625rem;
    min-block-size: 1.5rem;
    font-size: 0.75rem;
    font-weight: 600;
    line-height: 1.3;
    white-space: nowrap;
    border-radius: 99px;
    color: var(--_ink-2);
    background: var(--_sunken);
  }
  .pill.accent {
    color: var(--_accent-ink);
    background: var(--_accent-soft);
  }
  .pill.warning {
    color: var(--_warning);
    background: var(--_warning-soft);
  }
  .pill.danger {
    color: var(--_danger);
    background: var(--_danger-soft);
  }
  .avatar {
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: 2rem;
    block-size: 2rem;
    font-size: 0.8125rem;
    font-weight: 680;
    letter-spacing: 0.01em;
    border-radius: 50%;
    color: var(--_accent-ink);
    background: var(--_accent-soft);
  }
  .seg {
    display: inline-flex;
    flex-wrap: wrap;
    padding: 0.1875rem;
    background: var(--_sunken);
    border-radius: calc(var(--_radius-control) + 0.1875rem);
  }
  .seg button {
    appearance: none;
    margin: 0;
    font: inherit;
    line-height: 1.2;
    cursor: pointer;
    background: none;
    min-block-size: 2.375rem;
    padding: 0.375rem 0.9375rem;
    font-weight: 600;
    color: var(--_ink-2);
    border: 1px solid transparent;
    border-radius: var(--_radius-control);
    position: relative;
  }
  .seg button::after {
    content: "";
    position: absolute;
    inset: -0.25rem 0;
  }
  .seg button[aria-pressed="true"] {
    color: var(--_ink);
    background: var(--_raised);
    border-color: var(--_line);
  }
  @container (inline-size < 24rem) {
    .seg button {
      padding-inline: 0.75rem;
    }
  }
  @container (inline-size < 16rem) {
    .pill {
      flex-shrink: 1;
      white-space: normal;
    }
  }
  @media (forced-colors: active) {
    .seg button[aria-pressed="true"] {
      outline: 2px solid Highlight;
    }
  }
`;
