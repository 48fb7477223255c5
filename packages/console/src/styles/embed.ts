import { css } from "lit";

/** The snippet, where it goes, and what a check has found. */
export const embedStyles = css`
  .copy {
    position: relative;
  }
  .copy pre {
    padding-block-end: 3.25rem;
    line-height: 1.6;
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .copy .btn {
    position: absolute;
    inset-block-end: 0.625rem;
    inset-inline-end: 0.625rem;
  }
  .tabs:has(+ .copy) {
    margin-block: 0 1rem;
  }
  .how {
    display: grid;
    gap: 0.5rem;
    margin-block-start: 1rem;
    padding-inline-start: 1.25rem;
    list-style: decimal;
    color: var(--_ink-2);
    text-wrap: pretty;
  }
  .how li::marker {
    font-weight: 600;
  }
  .logo-preview img {
    display: block;
    block-size: 2.75rem;
    max-inline-size: 10rem;
    margin-block-start: 0.375rem;
    object-fit: contain;
    border-radius: 0.5rem;
  }
  .logo-preview:not(.failed) .error,
  .logo-preview.failed :is(img, .fine) {
    display: none;
  }
  console-accent-field {
    margin-block-end: 1.125rem;
  }
`;
