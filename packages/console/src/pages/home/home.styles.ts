import { css } from "lit";

/** The first page: two columns where there is room, one list after the other on a phone. */
export const homeStyles = css`
  .page > .head {
    margin-block-end: 0.125rem;
  }
  h2 .count {
    font-weight: 450;
  }
  .day {
    color: var(--_ink-2);
    margin-block-end: 1.5rem;
  }
  .columns {
    display: grid;
    gap: 1.75rem 2rem;
    align-items: start;
  }
  .columns > div {
    display: grid;
    gap: 1.75rem;
    min-inline-size: 0;
  }
  section > .head {
    min-block-size: 2rem;
    margin-block-end: 0.625rem;
  }
  section > .head a:not(.btn) {
    margin-inline-start: auto;
    font-weight: 600;
    font-size: 0.875rem;
    text-decoration: none;
    padding-block: 0.25rem;
  }
  section > .head a:not(.btn):hover {
    text-decoration: underline;
  }
  .rows {
    overflow: clip;
  }
  .item {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.25rem 1rem;
    align-items: center;
    padding: 0.75rem 1.125rem;
    color: inherit;
    text-decoration: none;
    min-block-size: 3.25rem;
  }
  .item.timed {
    grid-template-columns: minmax(7.5rem, auto) minmax(0, 1fr) auto;
  }
  a.item:hover {
    background: var(--_sunken);
  }
  a.item:focus-visible {
    outline-offset: -3px;
    border-radius: 6px;
  }
  .item .when {
    white-space: nowrap;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .item.past :is(.when, .strong) {
    color: var(--_ink-2);
  }
  .item .small,
  .item .strong {
    overflow-wrap: anywhere;
  }
  .item .pills {
    display: flex;
    flex-wrap: wrap;
    justify-content: end;
    gap: 0.25rem;
  }
  .act {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.75rem;
    align-items: start;
    padding: 0.625rem 1.125rem;
  }
  .act p a {
    color: var(--_ink);
    font-weight: 600;
    text-decoration: none;
  }
  .act p a:hover {
    text-decoration: underline;
  }
  .foot {
    padding: 0.625rem 1.125rem;
    font-size: 0.875rem;
    color: var(--_ink-2);
  }
  .empty .btn {
    margin-block-start: 0.875rem;
    color: var(--_ink);
  }
  .setup {
    padding: 0.875rem 1.125rem 1rem 1.25rem;
    margin-block-end: 1.75rem;
  }
  .setup .head {
    margin-block-end: 0.75rem;
  }
  .setup .ways {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 1.25rem;
    margin-inline-start: auto;
  }
  .setup .coming {
    display: none;
  }
  .setup ol {
    display: grid;
    grid-template-columns: repeat(5, minmax(0, 1fr));
    gap: 0.5rem;
  }
  .setup li a {
    display: block;
    color: var(--_ink-2);
    font-size: 0.8125rem;
    line-height: 1.35;
    text-decoration: none;
    padding-block: 0.25rem;
  }
  .setup li a::before {
    content: "";
    display: block;
    block-size: 0.25rem;
    margin-block-end: 0.5rem;
    border-radius: 99px;
    background: var(--_line);
  }
  .setup li a.done::before {
    background: var(--_accent-fill);
  }
  .setup li a.next {
    color: var(--_ink);
    font-weight: 600;
  }
  .setup li a:hover {
    text-decoration: underline;
  }
  @container (inline-size >= 56rem) {
    .columns {
      grid-template-columns: minmax(0, 1.6fr) minmax(0, 1fr);
    }
  }
  @container (inline-size < 36rem) {
    .setup .ways {
      flex-direction: row-reverse;
      inline-size: 100%;
      justify-content: space-between;
      margin-block-start: 0.25rem;
    }
    .setup {
      display: flex;
      flex-direction: column;
    }
    .setup .head {
      display: contents;
    }
    .setup .name {
      display: none;
    }
    .setup ol {
      order: 1;
      margin-block-start: 0.25rem;
    }
    .setup .coming {
      display: block;
      order: 2;
    }
    .setup .ways {
      order: 3;
    }
    .item:not(.timed) {
      grid-template-columns: minmax(0, 1fr);
    }
    .item .pills {
      justify-content: start;
    }
    .item.timed .pills {
      justify-content: end;
    }
    .item.timed {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .item.timed .when {
      grid-column: 1 / -1;
      font-size: 0.875rem;
    }
  }
  @media (forced-colors: active) {
    .setup li a::before {
      border: 1px solid CanvasText;
    }
    .setup li a.done::before {
      background: Highlight;
    }
  }
`;
