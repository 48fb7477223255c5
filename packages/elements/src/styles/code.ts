import { css } from "lit";

/** What forms have beside their fields: a code of a mail, two ways on, one thing to do. */
export const codeStyles = css`
  .foot.apart {
    justify-content: space-between;
  }
  .main {
    inline-size: 100%;
  }
  ::slotted(input[autocomplete="one-time-code"]) {
    font-size: 1.375rem !important;
    font-variant-numeric: tabular-nums !important;
    letter-spacing: 0.3em !important;
  }
  ::slotted(input[readonly]) {
    color: var(--_ink-2) !important;
    background: var(--_sunken) !important;
    border-color: var(--_line) !important;
  }
`;
