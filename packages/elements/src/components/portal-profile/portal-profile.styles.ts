import { css } from "lit";

/** One column of fields, the two choices side by side where there is room. */
export const profileStyles = css`
  .root {
    min-block-size: var(--portal-profile-min-height, 40rem);
  }
  .page {
    max-inline-size: 42rem;
  }
  .wide {
    flex-basis: 100%;
  }
  form {
    padding: calc(var(--_pad) + 0.25rem) var(--_pad);
  }
  .pair {
    display: grid;
    gap: 0 1rem;
  }
  .problem {
    margin-block-end: 1rem;
    color: var(--_danger);
  }
  portal-account {
    display: block;
    min-block-size: var(--portal-account-min-height, 24rem);
    margin-block-start: 1.75rem;
  }
  .save {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem 1rem;
  }
  .save .btn {
    min-inline-size: min(8rem, 100%);
  }
  .saved {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
    font-weight: 600;
    color: var(--_accent-ink);
  }
  @container (inline-size >= 40rem) {
    form {
      padding: calc(var(--_pad) + 0.625rem);
    }
    .pair {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
`;
