import type { Organization } from "@portico/client";
import { html } from "lit";
import type { TemplateResult } from "lit";

/**
 * The organization's logo, or its initial; decorative, the name stands beside it. A page's Content Security Policy may
 * refuse the picture: then it is the initial too.
 */
export function logo({ name, branding }: Organization): TemplateResult {
  const url = branding.logoUrl;
  const initial = [...name][0]!;
  const refuse = (event: Event) => (event.target as Element).replaceWith(initial);
  return html`<span part="logo" class="logo" aria-hidden="true"
    >${url && /^https?:/.test(url) ? html`<img src=${url} alt="" @error=${refuse} />` : initial}</span
  >`;
}
