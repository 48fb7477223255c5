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
    border-block-start: var(--_border);
  }
  .visit {
    display: grid;
    grid-template-columns: 1fr auto;
    align-items: center;
    gap: 0.375rem 1rem;
    min-block-size: calc(2.5rem + 2 * var(--_pad));
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
