import type { Organization } from "@portico/client";
import { html } from "lit";
import type { TemplateResult } from "lit";
import { logo } from "./logo.ts";

/** The organization's card with something to say instead of a form, and what can be done now. */
export const message = (
  organization: Organization,
  title: string,
  hint: unknown,
  actions: unknown,
): TemplateResult => html`
  <div part="base" class="card auth">
    ${logo(organization)}
    <h2 part="heading" tabindex="-1">${title}</h2>
    <p class="second hint">${hint}</p>
    ${actions}
  </div>
`;

/** The one thing to do now. */
export const mainButton = (words: string, click: () => unknown, isBusy = false): TemplateResult => html`
  <button
    type="button"
    part="button primary"
    class="btn primary main"
    aria-disabled=${isBusy}
    @click=${click}
  >
    ${words}
  </button>
`;

/** What else can be done. */
export const footLink = (words: string, click: () => unknown): TemplateResult => html`
  <p class="foot"><button type="button" class="link" @click=${click}>${words}</button></p>
`;
