import { html } from "lit";
import type { TemplateResult } from "lit";
import type { Values } from "../../lib/form.ts";
import { commonWords } from "../../words/common.ts";
import type { SetupPage } from "./setup.ts";

/** A step: what it asks, the way on, and what becomes of the answers. */
export interface Step {
  render: (page: SetupPage) => unknown;
  action: (page: SetupPage) => unknown;
  send: (page: SetupPage, values: Values) => Promise<unknown>;
}

/** The button that sends a step's form. */
export const submit = (page: SetupPage, text: string): TemplateResult =>
  html`<button type="submit" class="btn primary" aria-disabled=${page.form.isBusy}>
    ${page.form.isBusy ? commonWords(page).saving : text}
  </button>`;
