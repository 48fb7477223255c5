import { css } from "lit";

/** The audit log: days, and under each what was done, a line each that opens. */
export const auditStyles = css`
  .filters {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(10.5rem, 1fr));
    align-items: end;
    gap: 0.75rem;
    margin-block-end: 1rem;
  }
  .filters label {
    display: block;
    font-size: 0.8125rem;
    color: var(--_ink-2);
  }
  .filters :is(input, select) {
    margin-block-start: 0.25rem;
    font-size: 0.9375rem;
  }
  .intro {
    max-inline-size: 44rem;
    margin-block: -0.75rem 1.25rem;
    color: var(--_ink-2);
  }
  .only {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 1rem;
    margin-block-end: 0.75rem;
  }
  .day {
    margin-block: 1.5rem 0.625rem;
  }
  .day:first-of-type {
    margin-block-start: 1rem;
  }
  .days.stale {
    opacity: 0.6;
  }
  .card.entries {
    overflow: clip;
  }
  summary {
    display: grid;
    grid-template-columns: 3.5rem 1fr auto;
    align-items: baseline;
    gap: 0.75rem;
    padding: 0.6875rem 1.125rem;
    cursor: pointer;
    list-style: none;
  }
  summary::-webkit-details-marker {
    display: none;
  }
  summary:hover,
  details[open] > summary {
    background: var(--_sunken);
  }
  summary:focus-visible {
    outline-offset: -3px;
    border-radius: 6px;
  }
  summary svg {
    align-self: center;
    color: var(--_ink-2);
    transition: rotate var(--_motion);
  }
  details[open] > summary svg {
    rotate: 90deg;
  }
  .at,
  .brief {
    color: var(--_ink-2);
  }
  .at {
    font-variant-numeric: tabular-nums;
  }
  .what {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .body {
    padding: 0.25rem 1.125rem 1.125rem calc(1.125rem + 4.25rem);
    background: var(--_sunken);
  }
  .body table {
    background: var(--_raised);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
    border-collapse: separate;
    border-spacing: 0;
  }
  .body :is(th, td) {
    padding: 0.4375rem 0.875rem;
    vertical-align: top;
    font-size: 0.875rem;
    white-space: pre-line;
  }
  .body tbody tr {
    border: 0;
    content-visibility: visible;
  }
  .body tbody :is(th, td) {
    border-block-start: 1px solid var(--_line);
  }
  .body tbody th {
    inline-size: 11rem;
  }
  .was {
    color: var(--_ink-2);
  }
  .links {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.25rem;
    margin-block-start: 0.75rem;
  }
  .links a {
    display: inline-flex;
    align-items: center;
    min-block-size: 1.75rem;
  }
  .origin {
    margin-block-start: 0.75rem;
    overflow-wrap: anywhere;
  }
  @container (inline-size < 42rem) {
    .filters {
      grid-template-columns: repeat(2, minmax(0, 1fr));
    }
    summary {
      grid-template-columns: 1fr auto;
      gap: 0 0.5rem;
    }
    .at {
      grid-row: 1;
      font-size: 0.8125rem;
    }
    .what {
      grid-column: 1;
    }
    summary svg {
      grid-row: 1 / span 2;
      grid-column: 2;
    }
    .body {
      padding-inline: 1.125rem;
    }
    .body tbody tr {
      padding: 0.5rem 0.875rem;
    }
    .body tbody :is(th, td) {
      display: flex;
      gap: 0 0.5rem;
      padding: 0.0625rem 0;
      border: 0;
    }
    .body tbody th {
      inline-size: auto;
      color: var(--_ink);
      font-weight: 600;
    }
    .body tbody td:not(.main, .choose)::before {
      min-inline-size: 4rem;
    }
  }
`;
