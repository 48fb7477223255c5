import { css } from "lit";

/**
 * The card around a form, and the light-DOM controls in it. The page's own rules would win over
 * `::slotted()`; `!important` turns that order around, so that `input { … }` in a host page does no harm.
 */
export const credentialStyles = css`
  .root {
    min-block-size: var(--portal-login-min-height, 29rem);
  }
  .auth {
    inline-size: 100%;
    max-inline-size: 25rem;
    margin-inline: auto;
    padding: calc(var(--_pad) + 0.25rem);
  }
  @container (inline-size >= 26rem) {
    .auth {
      padding: calc(var(--_pad) + 0.875rem);
    }
  }
  .logo {
    margin-block-end: 1.25rem;
  }
  .auth > .btn {
    margin-block-start: 1.25rem;
  }
  .hint {
    margin-block: 0.25rem 1.25rem;
    overflow-wrap: anywhere;
  }
  .field {
    margin-block-end: 1rem;
  }
  .labels {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 1rem;
  }
  .labels .link {
    font-size: 0.8125rem;
    margin-block: -0.75rem;
  }
  .problem {
    margin-block-end: 1rem;
    padding: 0.75rem 0.875rem;
    color: var(--_danger);
    background: var(--_danger-soft);
    border-radius: var(--_radius-control);
  }
  .problem a {
    color: inherit;
    font-weight: 600;
  }
  .foot {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: center;
    gap: 0 0.375rem;
    margin-block-start: 1rem;
    text-align: center;
    color: var(--_ink-2);
  }
  .foot + .foot {
    margin-block-start: 0;
  }
  .foot .link {
    margin: 0;
  }
  ::slotted(*) {
    all: unset !important;
    box-sizing: border-box !important;
    display: grid !important;
  }
  ::slotted(*)::before,
  ::slotted(*)::after {
    content: none !important;
  }
  ::slotted(input),
  ::slotted(button) {
    inline-size: 100% !important;
    min-block-size: var(--_control) !important;
    border: var(--_border) !important;
    border-radius: var(--_radius-control) !important;
    transition: var(--_ease) !important;
  }
  ::slotted(label) {
    padding-block-end: 0.375rem !important;
    font-size: 0.875rem !important;
    font-weight: 600 !important;
    cursor: pointer !important;
  }
  ::slotted(input) {
    padding: 0.5rem 0.9375rem !important;
    font-size: 1rem !important;
    line-height: 1.4 !important;
    background: var(--_raised) !important;
    border-color: var(--_ink-3) !important;
  }
  ::slotted(input[aria-invalid="true"]) {
    border-color: var(--_danger) !important;
  }
  ::slotted(p) {
    margin-block-start: 0.375rem !important;
    font-size: 0.8125rem !important;
    color: var(--_ink-2) !important;
  }
  ::slotted([data-error]) {
    color: var(--_danger) !important;
  }
  ::slotted(button) {
    margin-block-start: 0.25rem !important;
    padding: 0.625rem 1.125rem !important;
    font-weight: 600 !important;
    line-height: 1.6 !important;
    text-align: center !important;
    color: var(--_on-accent) !important;
    background: var(--_accent-fill) !important;
    border-color: var(--_accent-edge) !important;
    border-radius: var(--_radius-button) !important;
    cursor: pointer !important;
  }
  ::slotted(button:hover) {
    background: var(--_accent-hover) !important;
  }
  ::slotted(:focus-visible) {
    outline: 2px solid var(--_accent-ink) !important;
    outline-offset: 2px !important;
  }
  ::slotted(button[aria-disabled="true"]) {
    opacity: 0.65 !important;
    cursor: default !important;
  }
`;
