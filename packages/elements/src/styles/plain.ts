import { css } from "lit";

/** For an element of ours in a page of ours that renders without `.root` (base.ts): its text. */
export const plain = css`
  :host {
    container-type: inline-size;
    color: var(--_ink);
    font-family: var(--portal-font, inherit);
    font-size: 0.9375rem;
    font-weight: 400;
    line-height: 1.5;
    text-align: start;
    -webkit-text-size-adjust: 100%;
  }
`;
