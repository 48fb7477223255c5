import { css } from "lit";

/** The head of a customer's page. */
export const customerStyles = css`
  .up {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    min-block-size: 1.75rem;
    margin-block-end: 0.75rem;
    font-size: 0.875rem;
    text-decoration: none;
  }
  .up:hover {
    text-decoration: underline;
  }
  .up svg {
    inline-size: 1rem;
    block-size: 1rem;
  }
  .up svg:dir(rtl) {
    transform: scaleX(-1);
  }
  .head > .avatar {
    inline-size: 3rem;
    block-size: 3rem;
    font-size: 1.0625rem;
  }
  .page > .head {
    align-items: start;
    gap: 0.75rem 1rem;
    margin-block-end: 0;
  }
  .who {
    flex: 1 1 16rem;
    min-inline-size: 0;
  }
  .name {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.75rem;
  }
  .contact {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1.25rem;
    margin-block-start: 0.125rem;
  }
  .contact a:not(.btn) {
    display: inline-flex;
    align-items: center;
    min-block-size: 1.5rem;
    color: var(--_ink-2);
    text-decoration-color: var(--_line);
  }
  .menu {
    display: contents;
  }
  @container (inline-size < 44rem) {
    .page > .head .actions {
      inline-size: 100%;
      margin: 0;
    }
    .page > .head .actions > .btn {
      flex: 1 1 auto;
    }
  }
`;
