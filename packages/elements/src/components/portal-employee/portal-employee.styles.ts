import { css } from "lit";

/** The organization above, the person, and their account. */
export const employeeStyles = css`
  :host {
    min-block-size: 40rem;
  }
  header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.75rem;
    padding-block-end: 1rem;
    margin-block-end: 2rem;
    border-block-end: 1px solid var(--_line);
  }
  h1 {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    margin: 0;
    font-size: 1rem;
    font-weight: 600;
    line-height: 1.5;
  }
  header .logo {
    min-inline-size: 2.25rem;
    block-size: 2.25rem;
    border-radius: 0.625rem;
  }
  .page {
    max-inline-size: 42rem;
  }
  .who {
    display: flex;
    align-items: center;
    gap: 1rem;
    margin-block-end: 1.75rem;
  }
  .who .avatar {
    inline-size: 3rem;
    block-size: 3rem;
    font-size: 1.0625rem;
  }
  .auth {
    display: grid;
    justify-items: center;
  }
  @container (inline-size >= 40rem) {
    .auth {
      padding-block-start: 10vb;
    }
  }
`;
