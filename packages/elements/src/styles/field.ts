import { css } from "lit";

/** Labels and native controls inside the shadow root. */
export const fieldStyles = css`
  .field {
    margin-block-end: 1.125rem;
  }
  .field label {
    display: block;
    padding-block-end: 0.375rem;
    font-size: 0.875rem;
    font-weight: 600;
  }
  .optional {
    font-weight: 400;
    color: var(--_ink-2);
  }
  input,
  textarea,
  select {
    display: block;
    inline-size: 100%;
    min-block-size: var(--_control);
    margin: 0;
    padding: 0.5rem 0.9375rem;
    font: inherit;
    font-size: 1rem;
    line-height: 1.45;
    color: inherit;
    background-color: var(--_raised);
    border: var(--_border);
    border-color: var(--_ink-3);
    border-radius: var(--_radius-control);
    transition: var(--_ease);
  }
  textarea {
    resize: vertical;
  }
  select {
    appearance: none;
    padding-inline-end: 2.5rem;
    text-overflow: ellipsis;
    cursor: pointer;
    --_caret: transparent 50%, var(--_ink-2) 50%;
    background-image: linear-gradient(45deg, var(--_caret)), linear-gradient(-45deg, var(--_caret));
    background-position:
      calc(100% - 1.375rem) 55%,
      calc(100% - 1rem) 55%;
    background-repeat: no-repeat;
    background-size: 0.375rem 0.375rem;
  }
  @media (forced-colors: active) {
    select {
      appearance: auto;
    }
  }
  select:dir(rtl) {
    background-position:
      1rem 55%,
      1.375rem 55%;
  }
  input[readonly] {
    color: var(--_ink-2);
    background: var(--_sunken);
    border-color: var(--_line);
  }
  [aria-invalid="true"] {
    border-color: var(--_danger);
  }
  .field .small,
  .field .error {
    margin-block-start: 0.375rem;
  }
  .field .error {
    font-size: 0.8125rem;
    color: var(--_danger);
  }
`;
