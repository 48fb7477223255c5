import { css } from "lit";

/** The overview: what there is to do, and beside it who it is. */
export const overviewStyles = css`
  .columns {
    display: grid;
    gap: 1.5rem 2rem;
  }
  .work {
    display: grid;
    gap: 1.5rem;
    align-content: start;
    min-inline-size: 0;
  }
  section > .head {
    flex-wrap: nowrap;
    justify-content: space-between;
    margin-block-end: 0.625rem;
  }
  .btn.small svg {
    inline-size: 1rem;
    block-size: 1rem;
  }
  .row {
    appearance: none;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.625rem;
    inline-size: 100%;
    min-block-size: 3.25rem;
    padding: 0.75rem 1.125rem;
    margin: 0;
    font: inherit;
    color: inherit;
    text-align: start;
    background: none;
    border: 0;
    border-radius: var(--_radius-card);
    cursor: pointer;
    transition: background-color var(--_motion);
  }
  .row:hover {
    background: color-mix(in oklab, var(--_sunken) 60%, transparent);
  }
  .row:focus-visible {
    outline-offset: -3px;
  }
  .main {
    display: flex;
    flex: 1 1 12rem;
    flex-direction: column;
    gap: 0.125rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .small:empty {
    display: none;
  }
  .clamp {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
    font-size: 0.875rem;
  }
  .all {
    margin-block-start: 0.625rem;
    font-size: 0.875rem;
  }
  .all a {
    display: inline-flex;
    align-items: center;
    min-block-size: 1.5rem;
  }
  .facts {
    grid-template-columns: 1fr;
    gap: 0;
  }
  .facts dt {
    font-size: 0.8125rem;
  }
  .facts dd + dt {
    margin-block-start: 0.75rem;
  }
  @container (inline-size >= 56rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr) 19rem;
      align-items: start;
    }
  }
`;
