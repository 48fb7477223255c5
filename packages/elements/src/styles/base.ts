import { css } from "lit";

/**
 * Resets and the few text classes that every element uses. What the page's styles do to the element itself ends at
 * `.root`, but for the font, the colour scheme and what hides it. Sizes are in rem, so that the reader's own text size
 * counts; where a page has made the rem smaller than a browser does, the whole is enlarged until it is that again.
 */
export const base = css`
  .root {
    all: initial;
    display: block;
    position: relative;
    container-type: inline-size;
    zoom: var(--_zoom, max(1, tan(atan2(16px, 1rem))));
    visibility: inherit;
    pointer-events: inherit;
    color-scheme: inherit;
    color: var(--_ink);
    font-family: var(--portal-font, inherit);
    font-size: 0.9375rem;
    line-height: 1.5;
    -webkit-text-size-adjust: 100%;
  }
  /* Once is enough: the elements inside this one leave it at that. */
  .root > * {
    --_zoom: 1;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  h2,
  h3,
  p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  h2,
  h3 {
    font-family: var(--portal-font-heading, inherit);
    font-size: 1.625rem;
    font-weight: var(--_heading);
    line-height: 1.2;
    letter-spacing: -0.018em;
    text-wrap: balance;
  }
  button {
    margin: 0;
    padding: 0;
    font: inherit;
    color: inherit;
    text-align: inherit;
    background: none;
    border: 0;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
  }
  .second {
    color: var(--_ink-2);
  }
  .small {
    font-size: 0.8125rem;
    line-height: 1.45;
    color: var(--_ink-2);
  }
  .caption {
    font-size: 0.75rem;
    color: var(--_ink-2);
  }
  .strong {
    font-weight: 600;
    line-height: 1.4;
  }
  .card {
    background: var(--_raised);
    border: var(--_border);
    border-radius: var(--_radius-card);
    box-shadow: var(--portal-shadow, none);
  }
  .logo {
    display: grid;
    place-items: center;
    min-inline-size: 2.75rem;
    block-size: 2.75rem;
    inline-size: fit-content;
    font-weight: var(--_heading);
    border-radius: var(--_radius-control);
    overflow: hidden;
    color: var(--_accent-ink);
    background: var(--_accent-soft);
  }
  .logo img {
    display: block;
    block-size: 100%;
    max-inline-size: 10rem;
    object-fit: contain;
  }
  .sr {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .notice {
    padding: var(--_pad);
    color: var(--_ink-2);
    text-wrap: pretty;
  }
  .notice .strong {
    color: var(--_ink);
  }
  .notice .btn {
    margin-block-start: 0.875rem;
  }
`;
