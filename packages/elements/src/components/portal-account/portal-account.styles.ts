import { css } from "lit";

/** Two lists of rows; a row that is being changed opens in its place. */
export const accountStyles = css`
  .root {
    min-block-size: var(--portal-account-min-height, 24rem);
  }
  section + section {
    margin-block-start: 1.75rem;
  }
  h3 {
    margin-block-end: 0.75rem;
  }
  .rows > li + li {
    border-block-start: var(--_border);
  }
  .row {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    min-block-size: var(--_row);
    padding: calc(var(--_pad) - 0.375rem) var(--_pad);
  }
  .skeleton .row {
    flex-wrap: nowrap;
    align-items: stretch;
  }
  .row .link {
    justify-content: center;
    min-inline-size: 2.75rem;
    margin: 0;
    text-align: start;
  }
  .what {
    flex: 1 1 9rem;
    min-inline-size: 0;
  }
  .what .strong {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
  }
  .done {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    margin-block-start: 0.375rem;
    font-weight: 600;
    color: var(--_accent-ink);
  }
  .row.open {
    display: block;
    padding-block: var(--_pad);
  }
  .open .field {
    max-inline-size: 25rem;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-block-start: 0.75rem;
  }
  .btn.danger {
    color: var(--_danger);
    border-color: color-mix(in srgb, var(--_danger) 45%, var(--_line));
  }
  .actions {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .actions .link {
    margin-inline-start: 0.5rem;
  }
  ::slotted(button) {
    display: inline-block !important;
    inline-size: auto !important;
    margin-block-start: 0 !important;
    padding-block: 0.5rem !important;
  }
  @container (inline-size >= 40rem) {
    .row {
      padding-inline: calc(var(--_pad) + 0.625rem);
    }
  }
`;
