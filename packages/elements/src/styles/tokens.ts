import { css } from "lit";

/**
 * The token sheet of every element. `--portal-*` is public; `--_*` is resolved here and is nobody else's.
 * In the dark the accent is lifted, and the more it is lifted, the more colour it gets back.
 * CIE lightness (`lch`) is a function of WCAG luminance alone, so clamping it keeps any accent at AA
 * without a line of JavaScript; it also holds for an accent that the page sets.
 */
export const tokens = css`
  :host {
    --_accent: var(--portal-accent, var(--_brand, #0f6b5c));
    --_accent-fill: light-dark(
      var(--_accent),
      lch(from var(--_accent) max(l, 74) min(c * clamp(1, 1 + (74 - l) / 40, 1.25), max(c, 60)) h)
    );
    --_accent-ink: light-dark(lch(from var(--_accent) min(l, 42) min(c, 70) h), var(--_accent-fill));
    --_on-accent: var(--portal-on-accent, lch(from var(--_accent-fill) calc((49 - l) * 1000) 0 0));
    --_accent-soft: var(
      --portal-accent-soft,
      light-dark(
        lch(from var(--_accent) 94.5 min(c * 0.2, 8) h),
        lch(from var(--_accent) 19 min(c * 0.4, 16) h)
      )
    );
    --_paper: var(--portal-paper, light-dark(#ffffff, #141716));
    --_raised: var(--portal-raised, light-dark(#ffffff, #1b1f1e));
    --_sunken: var(--portal-sunken, light-dark(#f6f6f3, #101312));
    --_ink: var(--portal-ink, light-dark(#1c1f1e, #eef1ef));
    --_ink-2: var(--portal-ink-second, light-dark(#5a625f, #a8b1ad));
    --_ink-3: var(--portal-ink-third, light-dark(#858d8a, #7b8581));
    --_line: var(--portal-line, light-dark(#e4e6e2, #2b312f));
    --_danger: var(--portal-danger, light-dark(#b3261e, #ff8a80));
    --_danger-soft: var(--portal-danger-soft, light-dark(#fcebea, #3a1d1b));
    --_radius-card: var(--portal-radius-card, 0.875rem);
    --_radius-control: var(--portal-radius-control, 0.6875rem);
    --_motion: var(--portal-motion, 180ms);

    display: block;
    float: none !important;
    box-sizing: border-box;
    inline-size: 100%;
    container-type: inline-size;
    color: var(--_ink);
    font-family: var(--portal-font, inherit);
    font-size: 0.9375rem;
    font-weight: 400;
    line-height: 1.5;
    text-align: start;
    -webkit-text-size-adjust: 100%;
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme="light"]) {
    color-scheme: light;
  }
  :host([theme="dark"]) {
    color-scheme: dark;
  }
  :host([theme="auto"]) {
    color-scheme: light dark;
  }
  :host([theme]) {
    background: var(--portal-background, var(--_paper));
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0.01ms;
    }
  }
`;
