import { css } from "lit";

/** What is set at one side, what comes of it at the other. */
export const embedPageStyles = css`
  .columns {
    display: grid;
    gap: 2rem 2.5rem;
    align-items: start;
  }
  .columns > * {
    min-inline-size: 0;
  }
  section + section {
    margin-block-start: 2.25rem;
  }
  h2 + p {
    margin-block: 0.25rem 1rem;
    text-wrap: pretty;
  }
  h2 + form,
  h2 + .rows {
    margin-block-start: 1rem;
  }
  .website {
    padding: 0.75rem 1.125rem;
  }
  .line {
    display: flex;
    align-items: end;
    gap: 0.625rem;
    margin-block: 1rem 1.5rem;
  }
  .line .field {
    flex: 1;
    margin: 0;
  }
  .line:has(.error, .small) {
    align-items: start;
  }
  .line:has(.error, .small) .btn {
    margin-block-start: 1.6875rem;
  }
  p:has(+ form) {
    margin-block: 0.25rem 1rem;
    text-wrap: pretty;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.625rem;
  }
  .choice {
    display: grid;
    grid-template-columns: auto minmax(0, 1fr);
    gap: 0.125rem 0.75rem;
    padding: 0.875rem 1.125rem;
    cursor: pointer;
  }
  .choice:hover {
    background: var(--_sunken);
  }
  .choice input {
    margin-block-start: 0.1875rem;
  }
  .choice .second {
    grid-column: 2;
    font-size: 0.875rem;
    text-wrap: pretty;
  }
  fieldset {
    margin: 0;
    padding: 0;
    border: 0;
    min-inline-size: 0;
  }
  .save {
    margin-block-start: 1.25rem;
  }
  @container (inline-size >= 62rem) {
    .columns {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .aside {
      position: sticky;
      inset-block-start: 1.5rem;
    }
  }
`;
