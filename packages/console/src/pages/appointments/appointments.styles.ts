import { css } from "lit";

/** Above the calendar: where in time one is, and whose appointments these are. */
export const appointmentsStyles = css`
  .page > .head {
    margin-block-end: 0.875rem;
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    margin-block-end: 0.875rem;
  }
  .steps {
    display: flex;
    gap: 0.25rem;
  }
  .steps .btn.icon svg {
    inline-size: 1.125rem;
    block-size: 1.125rem;
  }
  .period {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.5rem;
    margin-inline-start: 0.25rem;
  }
  .filters {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-inline-start: auto;
  }
  .filters.first {
    margin-inline: 0 auto;
  }
  .toolbar select,
  .toolbar input {
    inline-size: auto;
    max-inline-size: 11.5rem;
  }
  .toolbar select {
    padding-inline-end: 2.25rem;
  }
  .toolbar .seg button {
    min-block-size: 2.125rem;
  }
  .steps .btn:dir(rtl) svg {
    scale: -1 1;
  }
  .dayTabs {
    display: grid;
    grid-template-columns: repeat(7, minmax(0, 1fr));
    gap: 0.125rem;
    margin-block-end: 0.5rem;
  }
  .dayTabs a {
    position: relative;
    display: grid;
    justify-items: center;
    padding: 0.25rem 0 0.5rem;
    font-size: 0.75rem;
    line-height: 1.3;
    color: var(--_ink-2);
    text-decoration: none;
    border-radius: var(--_radius-control);
  }
  .dayTabs b {
    display: grid;
    place-items: center;
    inline-size: 2.125rem;
    block-size: 2.125rem;
    font-size: 0.9375rem;
    font-weight: 600;
    color: var(--_ink);
    border-radius: 50%;
  }
  .dayTabs .today b {
    color: var(--_accent-ink);
    box-shadow: inset 0 0 0 1.5px var(--_accent-ink);
  }
  .dayTabs [aria-current] b {
    color: var(--_on-accent);
    background: var(--_accent-fill);
    box-shadow: none;
  }
  .dayTabs .some::after {
    content: "";
    position: absolute;
    inset-block-end: 0.125rem;
    inline-size: 0.25rem;
    block-size: 0.25rem;
    border-radius: 50%;
    background: var(--_accent-ink);
  }
  .warn {
    color: var(--_warning);
  }
  .acts {
    display: flex;
    gap: 0.375rem;
    flex-wrap: wrap;
  }
  .nowrap {
    white-space: nowrap;
  }
  .away {
    display: block;
  }
  kbd {
    font: inherit;
    font-weight: 600;
    white-space: nowrap;
  }
  .keys {
    display: grid;
    grid-template-columns: auto 1fr;
    gap: 0.5rem 1.25rem;
    margin-block-start: 1rem;
  }
  .keys dd {
    color: var(--_ink-2);
  }
  @container (inline-size >= 42rem) {
    td,
    th {
      padding-inline: 0.75rem;
      overflow-wrap: break-word;
    }
    :is(td, th):first-child {
      padding-inline-start: 1.125rem;
    }
  }
  @container (42rem <= inline-size < 62rem) {
    :is(td, th):nth-child(4) {
      display: none;
    }
  }
  @container (inline-size >= 62rem) {
    .acts {
      flex-wrap: nowrap;
    }
    td > .num {
      white-space: nowrap;
    }
  }
  @container (inline-size < 30rem) {
    .toolbar .period,
    .toolbar .filters {
      order: 1;
      flex: 1 1 100%;
    }
    .toolbar .help,
    .new span {
      display: none;
    }
    .toolbar .seg {
      margin-inline-start: auto;
    }
    .btn.new {
      inline-size: 2.75rem;
      padding: 0;
    }
  }
  @container (inline-size < 42rem) {
    .toolbar .filters {
      flex: 1 1 100%;
    }
    .toolbar .filters select,
    .toolbar .filters input {
      flex: 1 1 0;
      max-inline-size: none;
      min-inline-size: 0;
    }
    .acts {
      margin-block: 0.375rem 0.25rem;
    }
    td:has(.acts)::before,
    td:last-child:not(:has(.acts)) {
      display: none !important;
    }
    .toolbar .filters input {
      flex: 1 1 100%;
    }
  }
`;
