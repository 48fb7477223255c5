import type { OrganizationRecord } from "@portico/client/dashboard";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import type { ConsolePage } from "../lib/console-page.ts";
import type { FormController, Values } from "../lib/form.ts";
import { brandingWords } from "../words/branding.ts";
import "./accent-field.ts";
import { DEFAULT_ACCENT } from "./accent-field.ts";
import { selectField, textField } from "./fields.ts";

/** What of the look is not saved yet: the preview shows it. */
export type Draft = Pick<OrganizationRecord, "name" | "branding">;

/** How the portal looks, as fields of a form. `logo` is what stands in the field now. */
export function brandingFields(
  host: ConsolePage,
  form: FormController,
  record: OrganizationRecord,
  draft: Draft,
): TemplateResult {
  const words = brandingWords(host);
  const { logoUrl } = draft.branding;
  return html`
    ${textField(host, form, {
      name: "name",
      label: words.name,
      hint: words.nameHint,
      value: record.name,
      required: true,
      maxLength: 200,
    })}
    ${textField(host, form, {
      name: "logoUrl",
      label: words.logo,
      hint: words.logoHint,
      value: record.branding.logoUrl,
      type: "url",
      maxLength: 2000,
      placeholder: "https://",
    })}
    ${logoUrl ? logoPreview(host, logoUrl) : nothing}
    <console-accent-field
      name="accentColor"
      .client=${host.client!}
      .value=${draft.branding.accentColor ?? DEFAULT_ACCENT}
      .error=${form.errors.accentColor ?? ""}
    ></console-accent-field>
  `;
}

function logoPreview(host: ConsolePage, url: string): unknown {
  if (!/^https:\/\/./.test(url)) return nothing;
  const words = brandingWords(host);
  const show = (event: Event) => {
    const image = event.target as HTMLImageElement;
    image.closest(".logo-preview")!.classList.toggle("failed", event.type === "error");
  };
  return html`<div class="logo-preview field">
    <p class="small fine">${words.logoShown}</p>
    <img src=${url} alt=${words.logo} referrerpolicy="no-referrer" @load=${show} @error=${show} />
    <p class="error" role="status">${words.logoFailed}</p>
  </div>`;
}

/** Whom customers answer, and whose clocks count. */
export function contactFields(
  host: ConsolePage,
  form: FormController,
  record: OrganizationRecord,
): TemplateResult {
  const words = brandingWords(host);
  const zones = [...new Set([record.timeZone, "UTC", ...Intl.supportedValuesOf("timeZone")])];
  return html`<div class="pair">
    ${textField(host, form, {
      name: "contactEmail",
      label: words.contact,
      hint: words.contactHint,
      value: record.contactEmail ?? host.user.email,
      type: "email",
    })}
    ${selectField(host, form, {
      name: "timeZone",
      label: words.timeZone,
      hint: words.timeZoneHint,
      value: record.timeZone,
      required: true,
      choices: zones.map((zone) => [zone, zone.replaceAll("_", " ")] as const),
    })}
  </div>`;
}

/** What is typed into these fields at the moment, for the preview. */
export function draftOf(form: HTMLFormElement): Draft {
  const data = new FormData(form);
  const text = (name: string) => (data.get(name) as string | null)?.trim() || null;
  return {
    name: text("name") ?? "",
    branding: { logoUrl: text("logoUrl"), accentColor: text("accentColor") },
  };
}

/** The fields' values as a change of the organization. */
export const brandingChanges = ({ name, logoUrl, accentColor }: Values) => ({
  name: name!,
  branding: { logoUrl: logoUrl!, accentColor: accentColor! },
});
