import { css } from "lit";

/** Buttons, links, pills, avatars and the segmented control. */
export const controls = css`
  .btn,
  .link,
  .seg button {
    appearance: none;
    margin: 0;
    font: inherit;
    line-height: 1.2;
    text-align: center;
    text-decoration: none;
    cursor: pointer;
    color: inherit;
    background: none;
    border: 0;
    -webkit-tap-highlight-color: transparent;
  }
  .btn {
    display: inline-flex;
    align-items: center;
    justify-content: center;
    gap: 0.5rem;
    min-block-size: 2.75rem;
    padding: 0.5rem 1.125rem;
    font-weight: 600;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
    background: var(--_raised);
    transition:
      background-color var(--_motion),
      border-color var(--_motion);
  }
  .btn:hover {
    background: var(--_sunken);
    border-color: var(--_ink-3);
  }
  .btn.primary {
    color: var(--_on-accent);
    background: var(--_accent-fill);
    border-color: transparent;
  }
  .btn.primary:hover {
    background: color-mix(in oklab, var(--_accent-fill) 90%, var(--_on-accent));
  }
  .btn[aria-disabled="true"],
  .btn:disabled {
    cursor: default;
    opacity: 0.65;
  }
  .link {
    display: inline-flex;
    padding: 0;
    align-items: center;
    min-block-size: 2.75rem;
    margin-block: -0.5rem;
    font-weight: 600;
    color: var(--_accent-ink);
  }
  .link:hover {
    text-decoration: underline;
    text-underline-offset: 0.2em;
  }
  :focus-visible {
    outline: 2px solid var(--_accent-ink);
    outline-offset: 2px;
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
    padding: 0.1875rem;
    background: var(--_sunken);
    border-radius: calc(var(--_radius-control) + 0.1875rem);
  }
  .seg button {
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
  @media (forced-colors: active) {
    .seg button[aria-pressed="true"] {
      outline: 2px solid Highlight;
    }
  }
`;
