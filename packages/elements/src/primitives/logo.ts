import type { Organization } from "@portico/client";
import { html } from "lit";
import type { TemplateResult } from "lit";

/** The organization's logo, or its initial; decorative, the name stands beside it. */
export function logo({ name, branding }: Organization): TemplateResult {
  const url = branding.logoUrl;
  return html`<span part="logo" class="logo" aria-hidden="true"
    >${url && /^https?:/.test(url) ? html`<img src=${url} alt="" />` : [...name][0]}</span
  >`;
}
