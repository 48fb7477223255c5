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
  p {
    margin: 0;
  }
  h2 {
    font-size: 1.625rem;
    line-height: 1.2;
    font-weight: 680;
    letter-spacing: -0.018em;
    text-wrap: balance;
  }
  h2:focus {
    outline: none;
  }
  h2:focus-visible {
    outline: 2px solid var(--_accent-ink);
    outline-offset: 4px;
    border-radius: 4px;
  }
  h2,
  p {
    overflow-wrap: anywhere;
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
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
  }
  .logo {
    display: grid;
    place-items: center;
    min-inline-size: 2.75rem;
    block-size: 2.75rem;
    inline-size: fit-content;
    font-weight: 680;
    border-radius: 0.75rem;
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
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
    border: 0;
  }
  .notice {
    padding: 1.25rem 1.125rem;
    color: var(--_ink-2);
    text-wrap: pretty;
  }
  .notice .strong {
    color: var(--_ink);
  }
  .notice .btn:not(.primary) {
    color: var(--_ink);
  }
  .notice .btn {
    margin-block-start: 0.875rem;
  }
`;
