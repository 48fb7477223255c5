import type { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { FormController } from "../lib/form.ts";
import { commonWords } from "../words/common.ts";

interface Field {
  name: string;
  label: string;
  value?: string | null | undefined;
  hint?: unknown;
  required?: boolean;
  /** Whether the hand is here when its dialog opens; else it is in the first field. */
  autofocus?: boolean;
  disabled?: boolean;
}

type Host = Pick<PortalElement, "localize">;

/** A label, a control, a hint, and what is wrong with it: named and described for those who do not see it. */
function field(
  host: Host,
  form: FormController,
  { name, label, hint, required }: Field,
  control: (described: string | typeof nothing) => TemplateResult,
): TemplateResult {
  const error = form.errors[name];
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return html`<div class="field">
    <label for=${name}>
      ${label} ${required ? nothing : html`<span class="optional">(${commonWords(host).optional})</span>`}
    </label>
    ${control(described || nothing)} ${hint ? html`<p class="small" id="${name}-hint">${hint}</p>` : nothing}
    ${error ? html`<p class="error" id="${name}-error">${error}</p>` : nothing}
  </div>`;
}

/** One line of text; `type` as in HTML. */
export const textField = (
  host: Host,
  form: FormController,
  options: Field & {
    type?: string;
    maxLength?: number;
    minLength?: number;
    min?: string;
    step?: number;
    autocomplete?: string;
    placeholder?: string;
    /** The language of what is typed, where it is not the page's. */
    lang?: string;
  },
): TemplateResult =>
  field(
    host,
    form,
    options,
    (described) =>
      html`<input
        id=${options.name}
        name=${options.name}
        type=${options.type ?? "text"}
        .value=${options.value ?? ""}
        ?required=${options.required}
        ?disabled=${options.disabled}
        ?autofocus=${options.autofocus}
        maxlength=${options.maxLength ?? nothing}
        minlength=${options.minLength ?? nothing}
        placeholder=${options.placeholder ?? nothing}
        lang=${options.lang ?? nothing}
        dir=${options.lang ? "auto" : nothing}
        min=${options.min ?? nothing}
        step=${options.step ?? nothing}
        autocomplete=${options.autocomplete ?? "off"}
        aria-describedby=${described}
        aria-invalid=${form.errors[options.name] ? "true" : nothing}
      />`,
  );

/** Several lines of text. */
export const textArea = (
  host: Host,
  form: FormController,
  options: Field & { rows?: number; maxLength?: number },
): TemplateResult =>
  field(
    host,
    form,
    options,
    (described) =>
      html`<textarea
        id=${options.name}
        name=${options.name}
        rows=${options.rows ?? 4}
        .value=${options.value ?? ""}
        ?required=${options.required}
        maxlength=${options.maxLength ?? nothing}
        aria-describedby=${described}
        aria-invalid=${form.errors[options.name] ? "true" : nothing}
      ></textarea>`,
  );

/** One of several; the value "" is none. */
export const selectField = (
  host: Host,
  form: FormController,
  options: Field & { choices: readonly (readonly [value: string, text: string])[] },
): TemplateResult =>
  field(
    host,
    form,
    options,
    (described) =>
      html`<select
        id=${options.name}
        name=${options.name}
        ?required=${options.required}
        ?disabled=${options.disabled}
        aria-describedby=${described}
        aria-invalid=${form.errors[options.name] ? "true" : nothing}
      >
        ${options.choices.map(
          ([value, text]) =>
            // Not live: what somebody has chosen stays when the form is rendered again.
            html`<option value=${value} .selected=${value === (options.value ?? "")}>${text}</option>`,
        )}
      </select>`,
  );

/** Yes or no; what follows from it belongs into the label. */
export const checkField = (
  form: FormController,
  { name, label, isChecked, hint }: { name: string; label: unknown; isChecked?: boolean; hint?: unknown },
): TemplateResult =>
  html`<div class="field">
    <label class="check">
      <input type="checkbox" name=${name} value="yes" .checked=${isChecked ?? false} />
      <span>${label}</span>
    </label>
    ${hint ? html`<p class="small">${hint}</p>` : nothing}
    ${form.errors[name] ? html`<p class="error">${form.errors[name]}</p>` : nothing}
  </div>`;
