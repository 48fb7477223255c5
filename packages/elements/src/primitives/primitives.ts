import { html } from "lit";
import type { TemplateResult } from "lit";
import type { PortalLocalize } from "../controllers/localize.ts";

/** What a pill means beside its words. */
export type Tone = "neutral" | "accent" | "warning" | "danger";

/** A word or two that say how something stands. */
export const pill = (text: string, tone: Tone = "neutral"): TemplateResult =>
  html`<span part="pill" class="pill ${tone}">${text}</span>`;

/** "AO" for "Ada Okafor". */
export function initials(name: string): string {
  const words = name
    .replace(/^(dr|prof|mr|mrs|ms)\.?\s+/i, "")
    .split(/\s+/)
    .filter(Boolean);
  const letters = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return letters.map((word) => [...word][0]!.toLocaleUpperCase()).join("");
}

/** "Dr. Lena Brandt · 20 November": facts in a line, each kept together whichever way it is written. */
export const facts = (...all: (string | null | undefined)[]): TemplateResult[] =>
  all.filter(Boolean).map((fact, at) => html`${at ? " · " : ""}<bdi>${fact}</bdi>`);

/** A person as initials; decorative, the name stands beside it. */
export const avatar = (name: string): TemplateResult =>
  html`<span part="avatar" class="avatar" aria-hidden="true">${initials(name)}</span>`;

/** Rows of the final height that appear after 400 ms. */
export const bones = (rows: number): TemplateResult => html`
  <div class="skeleton card rows" aria-hidden="true">
    ${Array.from(
      { length: rows },
      () => html`<div class="row"><span class="bone"></span><span class="bone short"></span></div>`,
    )}
  </div>
`;

/** The same, with words for people who do not see them; controllers/load.ts says aloud what takes long. */
export const skeleton = (localize: PortalLocalize, rows: number): TemplateResult =>
  html`${bones(rows)}
    <p class="sr">${localize.term("loading")}</p>`;

/** A sentence on what will appear here and what to do now. */
export const empty = (title: string, hint: string): TemplateResult => html`
  <div part="empty" class="card notice">
    <p class="strong">${title}</p>
    <p>${hint}</p>
  </div>
`;

/** Two or three exclusive choices. */
export const segmented = <T extends string>(
  label: string,
  choices: readonly (readonly [T, string])[],
  current: T,
  choose: (value: T) => void,
): TemplateResult => html`
  <div part="segmented" class="seg" role="group" aria-label=${label}>
    ${choices.map(
      ([value, text]) =>
        html`<button type="button" aria-pressed=${value === current} @click=${() => choose(value)}>
          ${text}
        </button>`,
    )}
  </div>
`;
