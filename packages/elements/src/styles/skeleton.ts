import { css } from "lit";

/** Skeletons take their space at once and become visible after 400 ms: no script, no layout shift. */
export const skeletonStyles = css`
  :host {
    --_row: calc(2rem + 2 * var(--_pad));
  }
  @keyframes appear {
    to {
      opacity: 1;
    }
  }
  @keyframes breathe {
    50% {
      opacity: 0.55;
    }
  }
  .skeleton {
    opacity: 0;
    animation: appear var(--_motion) 400ms forwards;
  }
  .skeleton .row {
    display: flex;
    flex-direction: column;
    justify-content: center;
    gap: 0.625rem;
    min-block-size: var(--_row);
    padding-inline: var(--_pad);
  }
  .bone {
    block-size: 0.75rem;
    inline-size: 60%;
    border-radius: 99px;
    background: var(--_line);
    animation: breathe 1.6s infinite;
  }
  .bone.short {
    inline-size: 32%;
  }
  @media (prefers-reduced-motion: reduce) {
    .bone {
      animation: none;
    }
  }
`;
