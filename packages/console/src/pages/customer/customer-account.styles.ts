import { css } from "lit";

/** The tab on the account. */
export const accountStyles = css`
  .panel,
  .notice,
  .empty {
    max-inline-size: 44rem;
  }
  .panel .buttons {
    margin-block-start: 1rem;
  }
  section > .head {
    min-block-size: 2.25rem;
  }
  .facts .pill {
    vertical-align: middle;
  }
  .note {
    margin-block-start: 1rem;
  }
`;
