import { css } from "lit";

/** Lists of records: their bar, and what is done. */
export const listStyles = css`
  :host {
    container-type: inline-size;
  }
  .bar .end {
    margin-inline-start: auto;
  }
  .filter {
    flex: 1 1 14rem;
    inline-size: auto;
    max-inline-size: 22rem;
  }
  .chip svg {
    inline-size: 1rem;
    block-size: 1rem;
  }
  .excerpt {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 1;
    overflow: hidden;
    max-inline-size: 38rem;
    font-size: 0.8125rem;
    font-weight: 400;
    color: var(--_ink-2);
  }
  .word {
    white-space: nowrap;
  }
  .done {
    color: var(--_ink-2);
    text-decoration: line-through;
  }
  td a:not(.rowlink) {
    color: inherit;
    text-decoration-color: var(--_line);
  }
`;
