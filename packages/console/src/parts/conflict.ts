import { html } from "lit";
import type { TemplateResult } from "lit";
import type { ConsolePart } from "../lib/console-page.ts";
import type { FormController } from "../lib/form.ts";
import type { OrganizationController } from "../lib/organization.ts";
import { brandingWords } from "../words/branding.ts";
import { formProblem } from "./problem.ts";

/** Why the organization's record was not changed; where somebody else was first, with the way to see what they did. */
export function organizationProblem(
  host: ConsolePart,
  form: FormController,
  record: OrganizationController,
): TemplateResult {
  if (form.problem?.code !== "PRECONDITION_FAILED") return formProblem(host, form.problem);
  const words = brandingWords(host);
  const show = async () => {
    form.reset();
    await record.reload();
  };
  return html`<div role="alert" class="conflict">
    <p class="problem">${words.changed}</p>
    <button type="button" class="btn" @click=${show}>${words.reload}</button>
  </div>`;
}
