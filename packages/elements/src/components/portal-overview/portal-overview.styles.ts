import { css } from "lit";

/** The answer first, as large as its importance; then two columns that become one. */
export const overviewStyles = css`
  .root {
    min-block-size: 38rem;
  }
  .greeting {
    margin-block-end: 1.5rem;
  }
  .hero {
    display: grid;
    grid-template-columns: auto 1fr;
    align-items: center;
    gap: 1rem;
    padding: var(--_pad);
  }
  .tile {
    display: flex;
    flex-direction: column;
    align-items: center;
    justify-content: center;
    min-inline-size: 4.75rem;
    min-block-size: 5.5rem;
    padding: 0.5rem;
    line-height: 1.15;
    border-radius: var(--_radius-control);
    color: var(--_accent-ink);
    background: var(--_accent-soft);
  }
  .tile span {
    font-size: 0.75rem;
    font-weight: var(--_heading);
    letter-spacing: 0.06em;
    text-transform: uppercase;
  }
  .tile b {
    font-size: 1.875rem;
    font-weight: var(--_heading);
    letter-spacing: -0.02em;
    color: var(--_ink);
  }
  .hero .about {
    min-inline-size: 0;
  }
  .hero .about p + p,
  .hero h3 + p {
    margin-block-start: 0.125rem;
  }
  .hero .zone {
    display: block;
  }
  .hero .pill {
    margin-inline-start: 0.375rem;
    vertical-align: 1px;
  }
  .actions {
    grid-column: 1 / -1;
    display: flex;
    flex-wrap: wrap;
    gap: 0.625rem;
  }
  .actions .btn {
    flex: 1;
    white-space: nowrap;
  }
  .columns {
    display: grid;
    gap: 1.75rem;
    margin-block-start: 1.75rem;
    align-items: start;
  }
  .columns > * {
    min-inline-size: 0;
  }
  section > .head {
    margin-block-end: 0.375rem;
  }
  .wait > .card {
    --_row: calc(9.25rem + 2 * var(--_pad));
  }
  section[aria-labelledby="notes"] {
    --_row: calc(5.25rem + 2 * var(--_pad));
  }
  @container (inline-size < 16rem) {
    .hero {
      grid-template-columns: minmax(0, 1fr);
    }
    .tile {
      justify-self: start;
    }
    .actions .btn {
      white-space: normal;
    }
  }
  @container (inline-size >= 40rem) {
    .hero {
      grid-template-columns: auto 1fr auto;
      gap: 1.375rem;
      padding: calc(var(--_pad) + 0.25rem);
    }
    .hero .actions {
      grid-column: auto;
      flex-wrap: nowrap;
    }
    .wait > .card {
      --_row: calc(6rem + 2 * var(--_pad));
    }
    .columns {
      grid-template-columns: minmax(0, 1.15fr) minmax(0, 1fr);
    }
  }
`;
