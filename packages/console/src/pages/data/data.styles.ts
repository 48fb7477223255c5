import { css } from "lit";

/** Import and export. */
export const dataStyles = css`
  .tabs {
    margin-block-start: -0.5rem;
  }
  .export {
    max-inline-size: 46rem;
    padding: 1.375rem 1.375rem 1.5rem;
  }
  .export h2,
  .export p {
    margin-block-end: 0.75rem;
  }
  .export .btn {
    margin-block-start: 0.5rem;
  }
  .drop {
    display: grid;
    justify-items: center;
    gap: 0.375rem;
    max-inline-size: 46rem;
    padding: 2.25rem 1.5rem;
    text-align: center;
    border: 1.5px dashed var(--_ink-3);
    border-radius: var(--_radius-card);
    cursor: pointer;
    transition: background-color var(--_motion);
  }
  .drop:hover,
  .drop.over {
    background: var(--_accent-soft);
    border-color: var(--_accent-ink);
  }
  .drop:focus-within {
    outline: 2px solid var(--_accent-ink);
    outline-offset: 3px;
  }
  .drop .small {
    max-inline-size: 34rem;
    margin-block-start: 0.375rem;
    text-wrap: pretty;
  }
  .file {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    padding: 0.875rem 1.125rem;
  }
  .file p {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .section h2 {
    margin-block-end: 0.625rem;
  }
  .columns select {
    max-inline-size: 18rem;
  }
  .columns td {
    padding-block: 0.4375rem;
  }
  .columns .sample {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    color: var(--_ink-2);
  }
  .columns + .field {
    margin-block-start: 0.875rem;
  }
  .hints {
    display: grid;
    gap: 0.5rem;
    margin-block: 0.875rem;
  }
  .hint {
    padding: 0.625rem 0.875rem;
    border-inline-start: 3px solid var(--_ink-3);
    border-radius: 3px;
    background: var(--_sunken);
  }
  .go {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.625rem 1rem;
    margin-block-start: 1rem;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(4, minmax(0, 1fr));
    margin: 0;
    overflow: clip;
  }
  .figures > div {
    padding: 0.875rem 1.125rem;
    border-inline-start: 1px solid var(--_line);
  }
  .figures > div:first-child {
    border: 0;
  }
  .figures dt {
    font-size: 0.8125rem;
    color: var(--_ink-2);
  }
  .figures dd {
    margin: 0;
    font-size: 1.5rem;
    line-height: 1.25;
    font-weight: 640;
    font-variant-numeric: tabular-nums;
  }
  .figures .bad dd {
    color: var(--_danger);
  }
  .errors td {
    padding-block: 0.5rem;
    vertical-align: top;
  }
  .line {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    margin-block: 1.25rem 0.625rem;
  }
  .section .line h3 {
    margin: 0;
  }
  @container (inline-size < 42rem) {
    .bar .seg button {
      padding-inline: 0.4375rem;
      font-size: 0.8125rem;
    }
    .figures {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    .figures > div:nth-child(odd) {
      border-inline-start: 0;
    }
    .figures > div:nth-child(n + 3) {
      border-block-start: 1px solid var(--_line);
    }
    .columns select {
      max-inline-size: none;
    }
    .columns td:has(select) {
      padding-block: 0.375rem;
    }
  }
`;
