import { css } from "lit";

/** The step that asks for the code. */
export const registerStyles = css`
  .foot.apart {
    justify-content: space-between;
  }
  ::slotted(input[autocomplete="one-time-code"]) {
    font-size: 1.375rem !important;
    font-variant-numeric: tabular-nums !important;
    letter-spacing: 0.3em !important;
  }
`;
