import { css } from "lit";

/**
 * The token sheet of every element, in three layers: a palette of few colours, what they mean, and the shape of what is
 * made of them. `--portal-*` is public; `--_*` is resolved here and is nobody else's.
 * In the dark the accent is lifted, and the more it is lifted, the more colour it gets back.
 * CIE lightness (`lch`) is a function of WCAG luminance alone, so clamping it keeps any colour at AA
 * without a line of JavaScript; it also holds for a colour that the page sets.
 */
export const tokens = css`
  :host {
    --_accent: var(--portal-accent, var(--_brand, var(--portal-accent-default, #0f6b5c)));
    --_grey: lch(from var(--portal-neutral, #5b6260) l min(c, 8) h);
    --_red: var(--portal-danger, #b3261e);

    --_accent-fill: light-dark(
      var(--_accent),
      lch(from var(--_accent) max(l, 74) min(c * clamp(1, 1 + (74 - l) / 40, 1.25), max(c, 60)) h)
    );
    --_accent-hover: lch(from var(--_accent-fill) calc(l + clamp(-4, l - 49, 4)) c h);
    --_accent-edge: light-dark(lch(from var(--_accent) min(l, 57) c h), var(--_accent-fill));
    --_accent-ink: light-dark(lch(from var(--_accent) min(l, 42) min(c, 70) h), var(--_accent-fill));
    --_on-accent: var(--portal-on-accent, lch(from var(--_accent-fill) calc((49 - l) * 1000) 0 0));
    --_accent-soft: var(
      --portal-accent-soft,
      light-dark(
        lch(from var(--_accent) 94.5 min(c * 0.2, 11) h),
        lch(from var(--_accent) 19 min(c * 0.4, 16) h)
      )
    );
    --_danger: light-dark(
      lch(from var(--_red) min(l, 42) min(c, 70) h),
      lch(from var(--_red) max(l, 74) min(c, 70) h)
    );
    --_danger-soft: var(
      --portal-danger-soft,
      light-dark(lch(from var(--_red) 94.5 min(c * 0.2, 11) h), lch(from var(--_red) 19 min(c * 0.4, 16) h))
    );
    --_paper: var(--portal-paper, light-dark(#fff, lch(from var(--_grey) 7.5 c h)));
    --_ink: var(--portal-ink, light-dark(lch(from var(--_grey) 11 c h), lch(from var(--_grey) 95 c h)));
    --_ink-2: var(--portal-ink-second, color-mix(in lab, var(--_ink) 69%, var(--_paper)));
    --_ink-3: var(--portal-ink-third, color-mix(in lab, var(--_ink) 51%, var(--_paper)));
    --_line: var(--portal-line, color-mix(in lab, var(--_ink) 11%, var(--_paper)));
    --_raised: var(--portal-raised, light-dark(#fff, color-mix(in lab, var(--_ink) 5%, var(--_paper))));
    --_sunken: var(--portal-sunken, color-mix(in lab, light-dark(var(--_ink), #000) 4%, var(--_paper)));

    --_border: var(--portal-border-width, 1px) solid var(--_line);
    --_radius-card: var(--portal-radius-card, 0.875rem);
    --_radius-control: var(--portal-radius-control, 0.6875rem);
    --_radius-button: var(--portal-radius-button, var(--_radius-control));
    --_radius-pill: var(--portal-radius-pill, 99px);
    --_control: var(--portal-control-height, 2.75rem);
    --_pad: var(--portal-padding, 1.125rem);
    --_heading: var(--portal-weight-heading, 660);
    --_motion: var(--portal-motion, 180ms);
    --_ease: background-color var(--_motion), border-color var(--_motion);

    display: block;
    float: none !important;
    box-sizing: border-box;
    inline-size: 100%;
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
  :host([theme="system"]) {
    color-scheme: light dark;
  }
  /* What fits itself to a page stands on the page's own ground: lib/fit.ts. */
  :host([theme]:not([theme="auto"])) {
    background: var(--portal-background, var(--_paper));
  }
  @media (prefers-reduced-motion: reduce) {
    :host {
      --_motion: 0.01ms;
    }
  }
`;
