import type { PortalError } from "@portico/client";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { PortalLocalize } from "../controllers/localize.ts";

/** What a pill means beside its words. */
export type Tone = "neutral" | "accent" | "warning" | "danger";

/** A word or two that say how something stands. */
export const pill = (text: string, tone: Tone = "neutral"): TemplateResult =>
  html`<span part="pill" class="pill ${tone}">${text}</span>`;

/** "AO" for "Ada Okafor". */
export function initials(name: string): string {
  const words = name.replace(/^(dr|prof|mr|mrs|ms)\.?\s+/i, "").split(/\s+/).filter(Boolean);
  const letters = words.length > 1 ? [words[0]!, words.at(-1)!] : words;
  return letters.map((word) => [...word][0]!.toLocaleUpperCase()).join("");
}

/** A person as initials; decorative, the name stands beside it. */
export const avatar = (name: string): TemplateResult =>
  html`<span part="avatar" class="avatar" aria-hidden="true">${initials(name)}</span>`;

/** Rows of the final height that appear after 400 ms. */
export const skeleton = (localize: PortalLocalize, rows: number): TemplateResult => html`
  <div class="skeleton card rows" aria-hidden="true">
    ${Array.from(
      { length: rows },
      () => html`<div class="row"><span class="bone"></span><span class="bone short"></span></div>`,
    )}
  </div>
  <p class="sr" role="status">${localize.term("loading")}</p>
`;

/** A sentence on what will appear here and what to do now. */
export const empty = (title: string, hint: string): TemplateResult => html`
  <div part="empty" class="card empty">
    <p class="strong">${title}</p>
    <p>${hint}</p>
  </div>
`;

/** An error in the portal's words; the server's prose is for developers. */
export const errorText = (localize: PortalLocalize, error: PortalError): string =>
  localize.find(`error${error.code}`) ?? localize.term("errorOther");

/** What failed, why, and the offer to try again. */
export const failure = (
  localize: PortalLocalize,
  what: string,
  error: PortalError,
  retry: () => void,
): TemplateResult => html`
  <div part="error" class="card notice" role="alert">
    <p class="strong">${localize.term("loadFailed", what)}</p>
    <p>${errorText(localize, error)}</p>
    ${error.requestId ? html`<p class="caption">${localize.term("reference", error.requestId)}</p>` : nothing}
    <button type="button" part="button" class="btn" @click=${retry}>${localize.term("tryAgain")}</button>
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
