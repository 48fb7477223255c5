import { css } from "lit";

/** Heads, rows and figures of the signed-in pages. */
export const page = css`
  /* What people wrote is read its own way, and stands where the page's text begins. */
  p[dir],
  span[dir] {
    text-align: -webkit-match-parent;
    text-align: match-parent;
  }
  ul,
  ol,
  dl,
  dd {
    margin: 0;
    padding: 0;
    overflow-wrap: anywhere;
  }
  ul,
  ol {
    list-style: none;
  }
  h3,
  .signin h2 {
    font-size: 1.0625rem;
    line-height: 1.3;
    letter-spacing: -0.006em;
  }
  svg {
    display: block;
    inline-size: 1.25em;
    block-size: 1.25em;
    flex: none;
    fill: none;
    stroke: currentColor;
    stroke-width: 1.75;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .num {
    font-variant-numeric: tabular-nums;
  }
  .rows > * + * {
    border-block-start: var(--_border);
  }
  /* A row that is one button. */
  .note,
  .visit {
    inline-size: 100%;
    padding: calc(var(--_pad) - 0.25rem) var(--_pad);
    border-radius: var(--_radius-card);
    transition: var(--_ease);
  }
  .note:hover,
  .visit:hover {
    background: color-mix(in oklab, var(--_sunken) 60%, transparent);
  }
  .note:focus-visible,
  .visit:focus-visible {
    outline-offset: -2px;
  }
  .note {
    display: flex;
    flex-direction: column;
    gap: 0.125rem;
  }
  .note .caption {
    margin-block-start: 0.25rem;
  }
  .clamp {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
    min-block-size: 2.75rem;
  }
  .more {
    display: flex;
    justify-content: center;
    margin-block-start: 1rem;
  }
  .page > .head {
    margin-block-end: 1.25rem;
  }
  /* A phone at twice the text size: words may break where they would not otherwise. */
  @container (inline-size < 16rem) {
    h2,
    h3,
    .strong {
      hyphens: auto;
    }
  }
  @media (prefers-contrast: more) {
    :host {
      --_ink-2: var(--_ink);
      --_line: var(--_ink);
    }
  }
  @media print {
    :host {
      color-scheme: light !important;
      background: none !important;
      --_ink: #000;
      --_ink-2: #333;
      --_raised: none;
      --_motion: 0s;
    }
    nav,
    .btn,
    .link,
    .seg,
    .more {
      display: none !important;
    }
    li {
      break-inside: avoid;
    }
  }
  .signin {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 0.25rem;
  }
`;
