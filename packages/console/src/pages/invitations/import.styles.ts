import { css } from "lit";

/** Choosing a file, and how far inviting is. */
export const importStyles = css`
  .intro {
    max-inline-size: 44rem;
    margin-block-end: 1.25rem;
    color: var(--_ink-2);
    text-wrap: pretty;
  }
  .drop {
    display: grid;
    justify-items: center;
    gap: 0.5rem;
    padding: 2.5rem 1.5rem;
    text-align: center;
    border: 1.5px dashed var(--_ink-3);
    border-radius: var(--_radius-card);
    transition: background-color var(--_motion);
  }
  .drop.over {
    background: var(--_accent-soft);
    border-color: var(--_accent-ink);
  }
  .drop input {
    position: absolute;
    inline-size: 1px;
    min-block-size: 1px;
    block-size: 1px;
    padding: 0;
    opacity: 0;
  }
  .drop label {
    cursor: pointer;
  }
  .drop input:focus-visible + label {
    outline: 2px solid var(--_accent-ink);
    outline-offset: 2px;
  }
  .drop .columns {
    max-inline-size: 40rem;
    margin-block-start: 0.5rem;
    text-wrap: pretty;
  }
  .state {
    display: grid;
    gap: 0.75rem;
    padding: 1.25rem 1.25rem;
    margin-block-end: 1.25rem;
  }
  .state h2 {
    font-size: 1.25rem;
  }
  .state .buttons {
    margin: 0.25rem 0 0;
  }
  .numbers {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1.5rem;
    margin: 0;
  }
  .numbers div {
    display: flex;
    gap: 0.375rem;
    align-items: baseline;
  }
  .numbers dt {
    order: 1;
    color: var(--_ink-2);
  }
  .numbers dd {
    margin: 0;
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  progress {
    appearance: none;
    inline-size: 100%;
    block-size: 0.5rem;
    border: 0;
    border-radius: 99px;
    overflow: clip;
    background: var(--_line);
  }
  progress::-webkit-progress-bar {
    background: var(--_line);
  }
  progress::-webkit-progress-value {
    background: var(--_accent-fill);
    border-radius: 99px;
  }
  progress::-moz-progress-bar {
    background: var(--_accent-fill);
  }
  .why {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.625rem;
  }
  @media (forced-colors: active) {
    progress {
      appearance: auto;
    }
  }
`;
