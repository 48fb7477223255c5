import { css } from "lit";

/** Buttons and what looks like a link. */
export const buttons = css`
  .btn,
  .link {
    display: inline-flex;
    align-items: center;
    min-block-size: var(--_control);
    font-weight: 600;
    line-height: 1.2;
    color: var(--_ink);
    text-decoration: none;
  }
  .btn {
    justify-content: center;
    gap: 0.5rem;
    padding: 0.5rem 1.125rem;
    text-align: center;
    border: var(--_border);
    border-radius: var(--_radius-button);
    background: var(--_raised);
    transition: var(--_ease);
  }
  .btn:hover {
    background: var(--_sunken);
    border-color: var(--_ink-3);
  }
  .btn.primary {
    color: var(--_on-accent);
    background: var(--_accent-fill);
    border-color: var(--_accent-edge);
  }
  .btn.primary:hover {
    background: var(--_accent-hover);
  }
  .btn[aria-disabled="true"],
  .btn:disabled {
    cursor: default;
    opacity: 0.65;
  }
  .link {
    margin-block: -0.5rem;
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
