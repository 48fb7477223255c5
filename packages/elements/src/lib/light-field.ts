import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { credentialNames } from "./auth-form.ts";

/** One of the fields that an account is made of. */
export type CredentialName = (typeof credentialNames)[number];

/** One light-DOM field. */
export interface CredentialField {
  name: CredentialName;
  type: string;
  autocomplete: string;
  label: string;
  hint?: string;
  inputmode?: string;
  maxlength?: number;
  /** What stands in it before anything is typed. */
  value?: string;
  /** Said, not asked: whose account it is. */
  isFixed?: boolean;
  /** For password managers alone, which file a new password under its address. */
  isHidden?: boolean;
}

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
