import { css } from "lit";

/** The sign-in in the middle, the console edge to edge. */
export const appStyles = css`
  :host,
  .root {
    min-block-size: 100dvb;
    container-type: normal;
  }
  .auth {
    display: grid;
    justify-items: center;
    padding: 1rem 1.25rem 3rem;
    container-type: inline-size;
  }
  @media (width >= 40rem) {
    .auth {
      padding-block-start: 12vb;
    }
  }
`;
