import { css } from "lit";

/** The list of API keys and its dialogs. */
export const keysStyles = css`
  .intro {
    max-inline-size: 44rem;
    margin-block: -0.75rem 1.25rem;
    color: var(--_ink-2);
  }
  .end {
    display: block;
    font-weight: 400;
  }
  td.main {
    min-inline-size: 11rem;
  }
  .day {
    white-space: nowrap;
  }
  .do {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  legend {
    padding: 0 0 0.375rem;
    font-size: 0.875rem;
    font-weight: 600;
  }
  .matrix {
    display: table;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
    border-collapse: separate;
    border-spacing: 0;
  }
  .matrix :is(thead, tbody, tr, th, td) {
    all: revert-layer;
  }
  .matrix thead {
    display: table-header-group;
    position: static;
    inline-size: auto;
    block-size: auto;
    clip-path: none;
  }
  .matrix tbody {
    display: table-row-group;
  }
  .matrix tbody tr,
  .matrix thead tr {
    display: table-row;
    content-visibility: visible;
  }
  .matrix :is(th, td) {
    display: table-cell;
    padding: 0.125rem 0.875rem;
    text-align: center;
    vertical-align: middle;
    color: var(--_ink-2);
    white-space: normal;
  }
  .matrix tbody th::first-letter {
    text-transform: uppercase;
  }
  .matrix thead th {
    font-weight: 450;
    padding-block: 0.4375rem;
  }
  .matrix :is(th, td):first-child {
    text-align: start;
  }
  .matrix tbody th {
    font-size: 0.9375rem;
    font-weight: 450;
    color: var(--_ink);
  }
  .matrix tbody :is(th, td) {
    border-block-start: 1px solid var(--_line);
  }
  .matrix tbody td:not(.main, .choose)::before {
    content: none;
  }
  .matrix .tick {
    display: inline-grid;
    place-items: center;
    inline-size: 2.25rem;
    block-size: 2.25rem;
    padding: 0;
    cursor: pointer;
  }
  .secret {
    display: flex;
    gap: 0.625rem;
    margin-block: 1rem;
  }
  .secret input {
    font-family: ui-monospace, "SF Mono", Menlo, Consolas, monospace;
    font-size: 0.8125rem;
  }
  .warning {
    padding: 0.75rem 1rem;
    border-radius: var(--_radius-control);
    color: var(--_ink);
    background: var(--_danger-soft);
  }
  @container (inline-size >= 56rem) {
    .do {
      flex-wrap: nowrap;
    }
  }
  @container (inline-size < 42rem) {
    .may {
      flex: 1 1 10rem;
    }
  }
  @media (pointer: coarse) {
    .matrix .tick {
      inline-size: 2.75rem;
      block-size: 2.75rem;
    }
  }
`;
