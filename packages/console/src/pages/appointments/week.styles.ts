import { css } from "lit";

/** The week: a column a day, an hour is `--_hour` high; blocks are placed by minutes in custom properties. */
export const weekStyles = css`
  :host {
    --_hour: 3.5rem;
    --_minute: calc(var(--_hour) / 60);
    --_head: 3.25rem;
  }
  .scroller {
    max-block-size: max(24rem, calc(100dvb - 13.75rem));
    overflow: auto;
    overscroll-behavior: contain;
    scrollbar-width: thin;
    background: var(--_raised);
  }
  .grid {
    display: grid;
    grid-template-columns: 3.25rem repeat(var(--days), minmax(0, 1fr));
    user-select: none;
  }
  .hours {
    position: relative;
    margin-block-start: var(--_head);
  }
  .hours span {
    position: absolute;
    inset-block-start: calc(var(--hour) * var(--_hour) - 0.55rem);
    inset-inline-end: 0.5rem;
    font-size: 0.75rem;
    line-height: 1.1rem;
    white-space: nowrap;
    font-variant-numeric: tabular-nums;
    color: var(--_ink-2);
  }
  .day {
    min-inline-size: 0;
    border-inline-start: 1px solid var(--_line);
  }
  .dayhead {
    position: sticky;
    inset-block-start: 0;
    z-index: 4;
    display: flex;
    align-items: center;
    justify-content: center;
    gap: 0.375rem;
    block-size: var(--_head);
    background: var(--_raised);
    border-block-end: 1px solid var(--_line);
  }
  .grid::before {
    content: "";
    grid-column: 1;
    grid-row: 1;
    position: sticky;
    inset-block-start: 0;
    z-index: 4;
    block-size: var(--_head);
    background: var(--_raised);
    border-block-end: 1px solid var(--_line);
  }
  .hours {
    grid-column: 1;
    grid-row: 1;
  }
  .weekday {
    font-size: 0.8125rem;
    color: var(--_ink-2);
  }
  .date {
    display: grid;
    place-items: center;
    min-inline-size: 1.75rem;
    block-size: 1.75rem;
    font-weight: 620;
    border-radius: 99px;
  }
  .today .weekday {
    font-weight: 600;
    color: var(--_accent-ink);
  }
  .today .date {
    color: var(--_on-accent);
    background: var(--_accent-fill);
  }
  .body {
    position: relative;
    block-size: calc(24 * var(--_hour));
    background-image: linear-gradient(var(--_line) 1px, transparent 1px);
    background-size: 100% var(--_hour);
    background-position-y: -1px;
    cursor: cell;
  }
  .busy .body {
    opacity: 0.55;
  }
  .cell {
    container-type: inline-size;
    position: absolute;
    inset-block-start: calc(var(--start) * var(--_minute) + 1px);
    block-size: calc((var(--end) - var(--start)) * var(--_minute) - 2px);
    inset-inline-start: calc(var(--column, 0) / var(--columns, 1) * (100% - 0.25rem) + 1px);
    inline-size: calc((100% - 0.25rem) / var(--columns, 1) - 2px);
  }
  .block,
  .slot {
    appearance: none;
    position: relative;
    display: flex;
    flex-direction: column;
    inline-size: 100%;
    block-size: 100%;
    margin: 0;
    padding: 0.1875rem 0.375rem 0.1875rem 0.5rem;
    overflow: hidden;
    font: inherit;
    font-size: 0.75rem;
    line-height: 1.3;
    text-align: start;
    color: var(--_ink);
    border: 1px solid transparent;
    border-radius: 0.4375rem;
    cursor: pointer;
    scroll-margin-block: calc(var(--_head) + 0.5rem) 0.5rem;
    touch-action: pan-x pan-y;
    -webkit-touch-callout: none;
  }
  .block {
    background: var(--_accent-soft);
    border-color: color-mix(in srgb, var(--_accent-ink) 18%, transparent);
    transition: border-color var(--_motion);
  }
  .block::before {
    content: "";
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    inline-size: 0.1875rem;
    background: var(--_accent-ink);
  }
  .block:hover {
    border-color: var(--_accent-ink);
  }
  .block:focus-visible,
  .slot:focus-visible {
    outline-offset: -2px;
    z-index: 2;
  }
  .block > :is(.title, .line2) {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
    flex: none;
  }
  .title {
    font-weight: 620;
  }
  .line2 {
    color: var(--_ink-2);
  }
  .mark {
    color: var(--_warning);
  }
  .state {
    font-weight: 600;
  }
  .block.line {
    flex-direction: row;
    align-items: center;
    gap: 0.375rem;
    padding-block: 0;
  }
  .block.line > .title {
    flex: 0 0 auto;
    max-inline-size: 100%;
  }
  .ghost .block {
    block-size: auto;
    min-block-size: 100%;
  }
  .block.line > .line2 {
    flex: 1 1 0;
    min-inline-size: 0;
  }
  @container (inline-size < 12rem) {
    .block.line .state {
      display: none;
    }
  }
  @container (inline-size < 16rem) {
    .block.line .clock {
      display: none;
    }
  }
  @container (inline-size < 3.5rem) {
    .block {
      padding-inline: 0.3125rem 0;
    }
    .block .title {
      white-space: normal;
      text-overflow: clip;
    }
  }
  @container (inline-size < 5.5rem) {
    .who {
      display: none;
    }
  }
  .block.requested {
    background: var(--_raised);
    border: 1px dashed var(--_warning);
  }
  .block.requested::before {
    background: none;
  }
  .block.requested .state {
    color: var(--_warning);
  }
  .block.completed {
    background: var(--_sunken);
    border-color: var(--_line);
  }
  .block.completed::before {
    background: var(--_ink-3);
  }
  .block.cancelled,
  .block.no_show {
    background: var(--_raised);
    border-color: var(--_line);
    color: var(--_ink-2);
  }
  .block.cancelled::before {
    background: none;
  }
  .block.no_show::before {
    background: var(--_danger);
  }
  .block.cancelled .name {
    text-decoration: line-through;
  }
  .handle {
    position: absolute;
    inset-inline: 0;
    inset-block-end: 0;
    block-size: 0.4375rem;
    cursor: ns-resize;
  }
  .block:hover .handle::after {
    content: "";
    position: absolute;
    inset-inline: calc(50% - 0.5rem);
    inset-block-end: 0.125rem;
    block-size: 2px;
    border-radius: 1px;
    background: var(--_ink-3);
  }
  .lifted {
    opacity: 0.4;
  }
  .ghost {
    z-index: 3;
  }
  .ghost .block {
    cursor: grabbing;
    border-color: var(--_accent-ink);
    box-shadow: 0 6px 20px rgb(12 18 16 / 0.2);
  }
  .slot {
    justify-content: center;
    color: var(--_accent-ink);
    background: none;
    pointer-events: none;
  }
  .slot:not(:focus) {
    opacity: 0;
  }
  .slot:focus {
    background: var(--_accent-soft);
    border: 1px dashed var(--_accent-ink);
  }
  .now {
    position: absolute;
    inset-block-start: calc(var(--start) * var(--_minute) - 1px);
    inset-inline: 0;
    z-index: 1;
    block-size: 2px;
    background: var(--_danger);
    pointer-events: none;
  }
  .now::before {
    content: "";
    position: absolute;
    inset-inline-start: -0.25rem;
    inset-block-start: -0.1875rem;
    inline-size: 0.5rem;
    block-size: 0.5rem;
    border-radius: 50%;
    background: inherit;
  }
  @container (inline-size < 30rem) {
    .dayhead,
    .grid::before {
      display: none;
    }
    .grid {
      --_head: 0.75rem;
    }
    .body {
      margin-block-start: var(--_head);
    }
    .hours {
      margin-block-start: var(--_head);
    }
    .scroller {
      max-block-size: max(24rem, calc(100dvb - 21rem));
    }
  }
  @media (pointer: coarse) {
    .handle {
      block-size: 0.75rem;
    }
  }
  @media (forced-colors: active) {
    .block.cancelled {
      border-style: dotted;
    }
    .now {
      background: Highlight;
    }
  }
`;
