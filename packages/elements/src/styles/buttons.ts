import { css } from "lit";

/** Buttons and what looks like a link. */
export const buttons = css`
  .btn,
  .link {
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
    border-radius: 4px;
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
`;
