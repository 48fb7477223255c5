import { css } from "lit";

/** The list of notes and the opened note. */
export const notesStyles = css`
  .root {
    min-block-size: var(--portal-notes-min-height, 20rem);
    --_row: calc(4rem + 2 * var(--_pad));
  }
  .opened {
    max-inline-size: 42rem;
  }
  .opened .link {
    gap: 0.375rem;
    margin-block-end: 0.5rem;
  }
  .opened .link svg:dir(rtl) {
    transform: scaleX(-1);
  }
  .body {
    margin-block-start: 1.25rem;
    font-size: 1rem;
    line-height: 1.65;
  }
  .body > * + * {
    margin-block-start: 0.875rem;
  }
  .body h3 {
    margin-block-start: 1.5rem;
  }
  .body ul,
  .body ol {
    padding-inline-start: 1.375rem;
  }
  .body ul {
    list-style: disc;
  }
  .body ol {
    list-style: decimal;
  }
  .body li + li {
    margin-block-start: 0.25rem;
  }
  .body a {
    color: var(--_accent-ink);
    text-underline-offset: 0.2em;
  }
  .body > :first-child {
    margin-block-start: 0;
  }
  .body blockquote {
    margin-inline: 0;
    margin-block-end: 0;
    padding-inline-start: 1rem;
    color: var(--_ink-2);
    border-inline-start: 3px solid var(--_line);
  }
  .body hr {
    border: 0;
    border-block-start: var(--_border);
  }
  .body pre,
  .body code {
    font-size: 0.875em;
    background: var(--_sunken);
    border-radius: min(var(--_radius-control), 6px);
  }
  .body code {
    padding: 0.125em 0.3em;
  }
  .body pre {
    padding: 0.875rem 1rem;
    overflow: auto;
  }
  .body pre code {
    padding: 0;
    font-size: 1em;
  }
  .raw {
    white-space: pre-line;
  }
`;
