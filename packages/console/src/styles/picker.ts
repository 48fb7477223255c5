import { css } from "lit";

/** The combobox: its list hangs below the input. */
export const pickerStyles = css`
  :host,
  .root {
    container-type: normal;
  }
  :host([compact]) .field {
    margin: 0;
  }
  .picker {
    position: relative;
  }
  input {
    font-size: 0.9375rem;
    min-block-size: 2.5rem;
    padding-inline: 0.75rem;
  }
  .options {
    position: absolute;
    z-index: 5;
    inset-inline: 0;
    inset-block-start: calc(100% + 0.25rem);
    max-block-size: 20rem;
    overflow-y: auto;
    padding: 0.25rem;
    box-shadow: 0 8px 28px rgb(12 18 16 / 0.16);
  }
  .option {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-block-size: 2.75rem;
    padding: 0.25rem 0.625rem;
    border-radius: 0.5rem;
    cursor: pointer;
  }
  .option > span:last-child {
    display: flex;
    flex-direction: column;
    min-inline-size: 0;
  }
  .option[aria-selected="true"],
  .option:hover {
    background: var(--_sunken);
  }
  .none {
    padding: 0.625rem;
  }
  @media (pointer: coarse) {
    input {
      font-size: 1rem;
      min-block-size: 2.75rem;
    }
  }
  @media (forced-colors: active) {
    .option[aria-selected="true"] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
