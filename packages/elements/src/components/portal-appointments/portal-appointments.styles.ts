import { css } from "lit";

/** The day column beside its cards, above them where it is narrow. */
export const appointmentsStyles = css`
  .root {
    min-block-size: var(--portal-appointments-min-height, 24rem);
  }
  .day {
    display: grid;
    gap: 0.75rem;
    padding-block: 1.25rem;
    border-block-start: 1px solid var(--_line);
  }
  .visit {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 0.375rem 1rem;
    inline-size: 100%;
    min-block-size: 4.75rem;
    padding: 0.875rem 1.125rem;
    margin: 0;
    font: inherit;
    color: inherit;
    text-align: start;
    background: none;
    border: 0;
    cursor: pointer;
    -webkit-tap-highlight-color: transparent;
    transition: background-color var(--_motion);
  }
  li:first-child .visit {
    border-start-start-radius: var(--_radius-card);
    border-start-end-radius: var(--_radius-card);
  }
  li:last-child .visit {
    border-end-start-radius: var(--_radius-card);
    border-end-end-radius: var(--_radius-card);
  }
  .visit:hover {
    background: color-mix(in oklab, var(--_sunken) 60%, transparent);
  }
  .visit:focus-visible {
    outline-offset: -2px;
  }
  .visit > span > span {
    display: block;
  }
  .clock {
    grid-column: 1 / -1;
  }
  .what {
    min-inline-size: 0;
  }
  @container (inline-size < 16rem) {
    .visit {
      grid-template-columns: minmax(0, 1fr);
      justify-items: start;
    }
  }
  @container (inline-size >= 40rem) {
    .day {
      grid-template-columns: 8.5rem 1fr;
    }
    .visit {
      grid-template-columns: minmax(8rem, max-content) 1fr auto;
    }
    .clock {
      grid-column: auto;
    }
  }
`;
