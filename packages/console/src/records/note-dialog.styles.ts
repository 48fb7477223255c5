import { css } from "lit";

/** The note's dialog: text and preview side by side where there is room, and who reads it in two large choices. */
export const noteDialogStyles = css`
  .choices {
    display: grid;
    gap: 0.625rem;
    margin: 0 0 1.125rem;
    padding: 0;
    border: 0;
  }
  .choices legend {
    padding: 0 0 0.375rem;
    font-size: 0.875rem;
    font-weight: 600;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-block-size: 3.25rem;
    padding: 0.625rem 0.875rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
    cursor: pointer;
    transition: background-color var(--_motion);
  }
  .choice:hover {
    border-color: var(--_ink-3);
  }
  .choice svg {
    color: var(--_ink-2);
  }
  .choice:has(:checked) {
    --_tone: var(--_warning);
    background: var(--_warning-soft);
    border-color: var(--_tone);
    box-shadow: inset 0 0 0 1px var(--_tone);
  }
  .choice.shared:has(:checked) {
    --_tone: var(--_accent-ink);
    background: var(--_accent-soft);
  }
  .choice:has(:checked) svg {
    color: var(--_tone);
  }
  .choice:has(:focus-visible) {
    outline: 2px solid var(--_accent-ink);
    outline-offset: 2px;
  }
  .choice input:focus {
    outline: none;
  }
  .preview {
    display: flex;
    flex-direction: column;
    margin-block-end: 1.125rem;
    min-inline-size: 0;
  }
  .preview > .label {
    padding-block-end: 0.375rem;
    font-size: 0.875rem;
    font-weight: 600;
  }
  .sheet {
    flex: 1;
    min-block-size: 7rem;
    padding: 0.75rem 1rem 1rem;
    border: 1px solid var(--_line);
    border-radius: var(--_radius-control);
    background: var(--_sunken);
  }
  .sheet > .pill {
    margin-block-end: 0.625rem;
  }
  .sheet .body {
    margin: 0;
    font-size: 0.9375rem;
    line-height: 1.6;
    overflow-wrap: anywhere;
  }
  textarea {
    font-size: 0.9375rem;
    line-height: 1.55;
  }
  @container (inline-size >= 40rem) {
    .choices {
      grid-template-columns: 1fr 1fr;
    }
    .choices legend {
      grid-column: 1 / -1;
    }
    .writing {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 0 1rem;
    }
    .writing .field {
      display: flex;
      flex-direction: column;
    }
    .writing textarea {
      flex: 1;
      min-block-size: 14rem;
    }
  }
  @media (forced-colors: active) {
    .choice:has(:checked) {
      outline: 2px solid Highlight;
    }
  }
`;
