import type { CustomerRecord } from "@portico/client/dashboard";
import { html } from "lit";
import type { TemplateResult } from "lit";
import type { ConsolePage } from "../../lib/console-page.ts";
import type { FormController } from "../../lib/form.ts";
import { textArea, textField } from "../../parts/fields.ts";
import { customersWords } from "./words.ts";

/** What employees say of a customer, as the fields of a form. */
export function customerFields(
  host: ConsolePage,
  form: FormController,
  customer?: CustomerRecord,
): TemplateResult {
  const words = customersWords(host);
  return html`
    ${textField(host, form, {
      name: "name",
      label: words.name,
      value: customer?.name,
      required: true,
      maxLength: 200,
    })}
    <div class="pair">
      ${textField(host, form, { name: "email", label: words.email, value: customer?.email, type: "email" })}
      ${textField(host, form, { name: "phone", label: words.phone, value: customer?.phone, type: "tel" })}
    </div>
    ${textArea(host, form, {
      name: "address",
      label: words.address,
      value: customer?.address,
      rows: 3,
      maxLength: 500,
    })}
    ${textField(host, form, {
      name: "externalId",
      label: words.externalId,
      value: customer?.externalId,
      hint: words.externalIdHint,
      maxLength: 100,
    })}
  `;
}
