import { css } from "lit";

/** The steps at the side, above them on a phone; what is asked in the middle. */
export const setupStyles = css`
  .layout {
    display: grid;
    gap: 1.5rem 2.5rem;
    align-items: start;
  }
  .steps {
    display: flex;
    gap: 0.375rem;
  }
  .steps li {
    flex: 1;
  }
  .steps a {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    min-block-size: 2.75rem;
    color: var(--_ink-2);
    text-decoration: none;
    border-radius: var(--_radius-control);
  }
  .steps a {
    position: relative;
  }
  .steps .text {
    position: absolute;
    inline-size: 1px;
    block-size: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .dot {
    display: grid;
    place-items: center;
    flex: none;
    inline-size: 1.75rem;
    block-size: 1.75rem;
    font-size: 0.8125rem;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
    color: var(--_ink-2);
    border: 1px solid var(--_ink-3);
    border-radius: 50%;
  }
  .done .dot {
    color: var(--_on-accent);
    background: var(--_accent-fill);
    border-color: transparent;
  }
  [aria-current="step"] .dot {
    outline: 2px solid var(--_accent-ink);
    outline-offset: 2px;
  }
  .dot svg {
    inline-size: 1rem;
    block-size: 1rem;
    stroke-width: 2.5;
  }
  .content {
    max-inline-size: 44rem;
    min-inline-size: 0;
  }
  .content > header {
    margin-block-end: 1.5rem;
  }
  .content h2 {
    font-size: 1.375rem;
    letter-spacing: -0.012em;
  }
  .content h2:focus {
    outline: none;
  }
  .content h2 + p {
    margin-block-start: 0.375rem;
    text-wrap: pretty;
  }
  .number {
    margin-block-end: 0.25rem;
    font-size: 0.8125rem;
    color: var(--_ink-2);
  }
  .buttons {
    align-items: center;
    margin-block-start: 1.75rem;
  }
  .buttons .link {
    margin-block: 0;
  }
  .triple {
    display: grid;
    gap: 0 1rem;
  }
  .block {
    margin-block-end: 1.5rem;
  }
  .todo {
    display: grid;
    gap: 0.25rem;
    margin-block: 1rem;
    padding: 0.5rem 1.125rem;
  }
  .todo a {
    display: flex;
    align-items: center;
    min-block-size: 2.5rem;
    font-weight: 600;
  }
  @container (inline-size >= 34rem) {
    .triple {
      grid-template-columns: 1.4fr 1fr 1fr;
    }
  }
  @container (inline-size >= 54rem) {
    .layout {
      grid-template-columns: 13rem minmax(0, 1fr);
    }
    .steps {
      flex-direction: column;
      gap: 0.125rem;
      position: sticky;
      inset-block-start: 1.5rem;
    }
    .steps a {
      padding: 0.25rem 0.5rem;
    }
    .steps .text {
      position: static;
      inline-size: auto;
      block-size: auto;
      overflow: visible;
      clip-path: none;
      white-space: normal;
    }
    .steps a:hover {
      background: var(--_sunken);
    }
    .steps [aria-current="step"] {
      color: var(--_ink);
      font-weight: 600;
    }
  }
  @container (inline-size >= 64rem) {
    .look {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
      gap: 2.5rem;
      align-items: start;
    }
    .content:has(.look) {
      max-inline-size: none;
    }
  }
  .look console-portal-preview {
    margin-block-start: 1.75rem;
  }
  @container (inline-size >= 64rem) {
    .look console-portal-preview {
      margin-block-start: 0;
    }
  }
`;
