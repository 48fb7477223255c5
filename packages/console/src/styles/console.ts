import { css } from "lit";

/** What all pages of the console share: headings, bars above lists, figures; denser than the portal. */
export const consoleStyles = css`
  :host {
    --_row: 3.25rem;
  }
  h1 {
    margin: 0;
    font-size: 1.625rem;
    line-height: 1.2;
    font-weight: 680;
    letter-spacing: -0.018em;
    overflow-wrap: anywhere;
  }
  h1:focus {
    outline: none;
  }
  h1:focus-visible {
    outline: 2px solid var(--_accent-ink);
    outline-offset: 4px;
    border-radius: 4px;
  }
  h2 {
    font-size: 1.0625rem;
    font-weight: 620;
    letter-spacing: -0.006em;
    line-height: 1.3;
  }
  a:not(.btn, .rowlink, .quiet) {
    color: var(--_accent-ink);
    text-underline-offset: 0.2em;
  }
  .btn {
    min-block-size: 2.5rem;
    padding: 0.4375rem 1rem;
    white-space: nowrap;
  }
  .btn.small {
    min-block-size: 2rem;
    padding: 0.25rem 0.75rem;
    font-size: 0.8125rem;
  }
  .btn.icon {
    padding: 0;
    inline-size: 2.5rem;
    flex: none;
  }
  .btn.danger {
    color: var(--_danger);
  }
  .btn.danger:hover {
    background: var(--_danger-soft);
    border-color: var(--_danger);
  }
  input,
  select {
    min-block-size: 2.5rem;
  }
  input,
  textarea,
  select {
    font-size: 0.9375rem;
    padding-inline: 0.75rem;
  }
  input[type="checkbox"],
  input[type="radio"] {
    inline-size: 1.125rem;
    min-block-size: 1.125rem;
    block-size: 1.125rem;
    margin: 0;
    flex: none;
    accent-color: var(--_accent-ink);
  }
  .field .check {
    display: flex;
    align-items: start;
    gap: 0.625rem;
    padding: 0.25rem 0;
    font-weight: 450;
    cursor: pointer;
  }
  .field .check input {
    margin-block-start: 0.125rem;
  }
  .pair {
    display: grid;
    gap: 0 1rem;
  }
  /* What is said of the control above it. */
  .below {
    margin-block: -0.75rem 1.125rem;
  }
  .head {
    justify-content: start;
    align-items: center;
    gap: 0.5rem 0.75rem;
  }
  .head .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.625rem;
    margin-inline-start: auto;
  }
  .count {
    font-size: 1.0625rem;
    color: var(--_ink-2);
    font-variant-numeric: tabular-nums;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.625rem;
    margin-block-end: 1rem;
  }
  .bar .seg button {
    min-block-size: 2.125rem;
  }
  .bar select,
  .bar input:not([type="search"], [type="checkbox"]) {
    inline-size: auto;
  }
  .search {
    flex: 1 1 16rem;
  }
  .search input {
    inline-size: 100%;
  }
  .section {
    margin-block-start: 1.75rem;
  }
  .section > .head {
    margin-block-end: 0.75rem;
    min-block-size: 2.5rem;
  }
  .panel {
    padding: 1.25rem 1.125rem;
  }
  .person {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-inline-size: 0;
  }
  .facts {
    display: grid;
    grid-template-columns: minmax(7rem, auto) 1fr;
    gap: 0.5rem 1.25rem;
    margin: 0;
  }
  .facts dt {
    color: var(--_ink-2);
  }
  .facts dd {
    margin: 0;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .danger-text,
  .problem {
    color: var(--_danger);
  }
  .problem {
    margin-block: 0.25rem 1rem;
  }
  .conflict {
    display: grid;
    gap: 0.75rem;
    justify-items: start;
    margin-block-end: 1rem;
  }
  code,
  pre {
    font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace;
    font-size: 0.8125rem;
  }
  pre {
    margin: 0;
    padding: 0.875rem 1rem;
    overflow-x: auto;
    background: var(--_sunken);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
  }
  .tabs {
    display: flex;
    gap: 0.25rem;
    margin-block: 1.25rem 1.25rem;
    border-block-end: 1px solid var(--_line);
    overflow-x: auto;
    scrollbar-width: none;
  }
  .tabs a {
    padding: 0.625rem 0.875rem;
    font-weight: 600;
    color: var(--_ink-2) !important;
    text-decoration: none;
    white-space: nowrap;
    border-block-end: 2px solid transparent;
  }
  .tabs a:focus-visible {
    outline-offset: -2px;
  }
  .tabs a[aria-current="page"] {
    color: var(--_ink) !important;
    border-color: var(--_accent-ink);
  }
  @container (inline-size >= 30rem) {
    .pair {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
  @media (pointer: coarse) {
    .btn,
    .btn.small,
    input:not([type="checkbox"], [type="radio"]),
    select {
      min-block-size: 2.75rem;
    }
    .btn.icon {
      inline-size: 2.75rem;
    }
    input,
    textarea,
    select {
      font-size: 1rem;
    }
  }
`;
