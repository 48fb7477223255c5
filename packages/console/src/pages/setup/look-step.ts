import { html } from "lit";
import { brandingChanges, brandingFields, contactFields, draftOf } from "../../parts/branding-fields.ts";
import "../../parts/portal-preview.ts";
import type { Step } from "./step.ts";
import { submit } from "./step.ts";
import { setupWords } from "./words.ts";

/** Name, logo, colour, contact address. */
export const lookStep: Step = {
  render(page) {
    const record = page.organizationRecord.value!;
    const draft = page.draft ?? record;
    const onInput = (event: Event) => {
      page.draft = draftOf((event.target as Element).closest("form")!);
    };
    return html`<div class="look">
      <div @input=${onInput} @change=${onInput}>
        ${brandingFields(page, page.form, record, draft)} ${contactFields(page, page.form, record)}
      </div>
      <console-portal-preview
        .client=${page.client!}
        .draft=${draft}
        page=${record.portalUrl ?? ""}
      ></console-portal-preview>
    </div>`;
  },
  action: (page) => submit(page, setupWords(page).next),
  async send(page, values) {
    const { contactEmail, timeZone } = values;
    const contact = { contactEmail: contactEmail!, timeZone: timeZone! };
    await page.organizationRecord.save({ ...brandingChanges(values), ...contact });
    page.draft = undefined;
  },
};
