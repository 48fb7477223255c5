import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { CredentialField } from "./credential-fields.ts";

/** How a field stands. */
export interface FieldState {
  /** Id of its form. */
  form: string;
  /** What was typed for it in another form. */
  typed: string;
  error: string | undefined;
  isRevealed: boolean;
  /** Hears what is typed. */
  changed: () => void;
}

/** A field in the page's own tree, with what its slots are called. */
export function lightField(field: CredentialField, state: FieldState): TemplateResult {
  const { name, type, autocomplete, isFixed, isHidden } = field;
  const { form, error } = state;
  const id = `${form}-${name}`;
  const note = error ?? field.hint;
  return html`
    ${isHidden ? nothing : html`<label slot="portal-${name}-label" for=${id}>${field.label}</label>`}
    <input
      slot=${isHidden ? nothing : `portal-${name}`}
      id=${id}
      form=${form}
      name=${autocomplete === "username" ? "username" : name}
      type=${type === "password" && state.isRevealed ? "text" : type}
      autocomplete=${autocomplete}
      inputmode=${field.inputmode ?? nothing}
      maxlength=${field.maxlength ?? nothing}
      required
      ?readonly=${isFixed || isHidden}
      autocapitalize=${name === "name" ? "words" : "none"}
      spellcheck="false"
      aria-invalid=${error ? "true" : "false"}
      aria-describedby=${note ? `${id}-note` : nothing}
      .defaultValue=${field.value ?? state.typed}
      @input=${state.changed}
    />
    ${note ? html`<p slot="portal-${name}-note" id="${id}-note" ?data-error=${error}>${note}</p>` : nothing}
  `;
}
