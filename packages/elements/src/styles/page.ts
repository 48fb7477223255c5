import { css } from "lit";

/** Heads, rows and figures of the signed-in pages. */
export const page = css`
  .num {
    font-variant-numeric: tabular-nums;
  }
  .rows > * + * {
    border-block-start: 1px solid var(--_line);
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem 1rem;
    min-block-size: 2.75rem;
  }
  .more {
    display: flex;
    justify-content: center;
    margin-block-start: 1rem;
  }
  .empty {
    padding: 1.25rem 1.125rem;
    color: var(--_ink-2);
    text-wrap: pretty;
  }
  .empty .strong {
    color: var(--_ink);
  }
  .page > .head {
    margin-block-end: 1.25rem;
  }
  .signin {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    gap: 0.25rem;
  }
`;
