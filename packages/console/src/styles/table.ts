import { css } from "lit";

/** Tables: lines where there is room, cards on a phone. */
export const tableStyles = css`
  .notice + .tablewrap {
    margin-block-start: 1rem;
  }
  .tablewrap {
    overflow: clip;
    transition: opacity var(--_motion);
  }
  .tablewrap.stale {
    opacity: 0.6;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
    text-align: start;
  }
  th {
    padding: 0.625rem 1.125rem;
    font-size: 0.8125rem;
    font-weight: 450;
    text-align: start;
    white-space: nowrap;
    color: var(--_ink-2);
  }
  td {
    padding: 0.625rem 1.125rem;
    vertical-align: middle;
    overflow-wrap: break-word;
  }
  td.main {
    min-inline-size: 11rem;
  }
  td .breaks {
    overflow-wrap: anywhere;
  }
  th.num,
  td.num {
    text-align: end;
  }
  tbody tr {
    position: relative;
    border-block-start: 1px solid var(--_line);
    content-visibility: auto;
    contain-intrinsic-block-size: auto 3.25rem;
  }
  tbody tr:has(.rowlink):hover,
  tbody tr.chosen {
    background: var(--_sunken);
  }
  .rowlink {
    appearance: none;
    padding: 0;
    margin: 0;
    border: 0;
    background: none;
    font: inherit;
    font-weight: 600;
    color: inherit;
    text-align: start;
    text-decoration: none;
    cursor: pointer;
  }
  .rowlink::after {
    content: "";
    position: absolute;
    inset: 0;
  }
  .rowlink:focus-visible {
    outline: none;
  }
  .rowlink:focus-visible::after {
    outline: 2px solid var(--_accent-ink);
    outline-offset: -3px;
    border-radius: 6px;
  }
  td :is(.btn, input, a:not(.rowlink)) {
    position: relative;
    z-index: 1;
  }
  .nowrap {
    white-space: nowrap;
  }
  .row-actions {
    display: flex;
    justify-content: end;
    gap: 0.375rem;
  }
  .choose {
    inline-size: 1px;
    padding-inline-end: 0;
  }
  .box {
    position: relative;
    z-index: 1;
    display: grid;
    place-items: center;
    inline-size: 2rem;
    block-size: 2rem;
    margin-inline-start: -0.4375rem;
    cursor: pointer;
  }
  .pager {
    display: flex;
    justify-content: end;
    gap: 0.625rem;
    margin-block-start: 1rem;
  }
  .selectionplace {
    position: sticky;
    inset-block-end: 1rem;
    z-index: 3;
  }
  .selectionbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.625rem;
    inline-size: fit-content;
    max-inline-size: 100%;
    margin: 1rem auto 0;
    padding: 0.625rem 0.75rem 0.625rem 1.125rem;
    background: var(--_raised);
    border: 1px solid var(--_line);
    border-radius: var(--_radius-card);
    box-shadow: 0 6px 24px rgb(12 18 16 / 0.14);
  }
  @container (inline-size < 42rem) {
    thead {
      position: absolute;
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
      clip-path: inset(50%);
    }
    table,
    tbody,
    tr,
    td {
      display: block;
    }
    td.main {
      min-inline-size: 0;
    }
    tbody tr {
      contain-intrinsic-block-size: auto 7rem;
      padding: 0.75rem 1.125rem;
    }
    tbody tr:first-child {
      border-block-start: 0;
    }
    td,
    td.num {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 0.5rem;
      padding: 0.125rem 0;
      text-align: start;
      font-size: 0.875rem;
    }
    td:not(.main, .choose)::before {
      content: attr(data-label);
      min-inline-size: 7.5rem;
      font-size: 0.8125rem;
      color: var(--_ink-2);
    }
    td.main {
      font-size: 0.9375rem;
      padding-block-end: 0.25rem;
    }
    td:has(.row-actions)::before {
      display: none;
    }
    .row-actions {
      flex-wrap: wrap;
      justify-content: start;
      padding-block: 0.375rem;
    }
    td.choose {
      position: absolute;
      inset-inline-end: 0.75rem;
      inset-block-start: 0.5rem;
      inline-size: auto;
    }
  }
  @container (inline-size < 56rem) {
    th.roomy,
    td.roomy {
      display: none;
    }
  }
`;
