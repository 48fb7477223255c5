import { css } from "lit";

/** The dialog of an appointment: its state with what comes next, when, and what to know about that. */
export const appointmentDialogStyles = css`
  .status {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
    margin-block-end: 1.125rem;
  }
  .status .pill {
    margin-inline-end: auto;
  }
  .when {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    gap: 0 0.75rem;
  }
  .when > :first-child {
    grid-column: 1 / -1;
  }
  .note {
    margin-block: -0.5rem 1.125rem;
    min-block-size: 1.2rem;
    font-size: 0.8125rem;
    line-height: 1.45;
    color: var(--_ink-2);
    font-variant-numeric: tabular-nums;
  }
  .warning {
    margin-block-end: 1.125rem;
    padding: 0.625rem 0.875rem;
    font-size: 0.875rem;
    color: var(--_warning);
    background: var(--_warning-soft);
    border-radius: var(--_radius-control);
  }
  @container (inline-size >= 26rem) {
    .when {
      grid-template-columns: minmax(0, 1.3fr) minmax(0, 1fr) minmax(0, 1.2fr);
    }
    .when > :first-child {
      grid-column: auto;
    }
  }
`;
