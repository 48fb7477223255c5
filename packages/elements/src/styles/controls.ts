import { css } from "lit";

/** Pills, avatars and the segmented control. */
export const controls = css`
  :host {
    --_yellow: var(--portal-warning, #8a5a00);
    --_warning: light-dark(
      lch(from var(--_yellow) min(l, 42) min(c, 70) h),
      lch(from var(--_yellow) max(l, 74) min(c, 70) h)
    );
    --_warning-soft: var(
      --portal-warning-soft,
      light-dark(
        lch(from var(--_yellow) 94.5 min(c * 0.2, 11) h),
        lch(from var(--_yellow) 19 min(c * 0.4, 16) h)
      )
    );
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
    /* Forced colours show it, where they take the ground away. */
    border: 1px solid transparent;
    border-radius: var(--_radius-pill);
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
    font-weight: var(--_heading);
    letter-spacing: 0.01em;
    border-radius: var(--_radius-pill);
    color: var(--_accent-ink);
    background: var(--_accent-soft);
  }
  .seg {
    display: inline-flex;
    flex-wrap: wrap;
    padding: 0.1875rem;
    background: var(--_sunken);
    border-radius: calc(var(--_radius-button) + 0.1875rem);
  }
  .seg button {
    line-height: 1.2;
    min-block-size: 2.375rem;
    padding: 0.375rem 0.9375rem;
    font-weight: 600;
    color: var(--_ink-2);
    border: var(--_border);
    border-color: transparent;
    border-radius: var(--_radius-button);
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
      forced-color-adjust: none;
      color: HighlightText;
      background: Highlight;
    }
    .link {
      text-decoration: underline;
    }
  }
`;
