import { html } from "lit";
import type { TemplateResult } from "lit";
import type { ConsolePage } from "../lib/console-page.ts";
import type { FormController, Values } from "../lib/form.ts";
import { inviteWords } from "../words/invite.ts";
import "./customer-picker.ts";
import type { CustomerPicker, Picked } from "./customer-picker.ts";
import { textField } from "./fields.ts";

/** Whom to invite: a customer who is there, or a new address. Choosing somebody brings the address along. */
export function inviteFields(host: ConsolePage, form: FormController, customer?: Picked): TemplateResult {
  const words = inviteWords(host);
  const onChange = (event: Event) => {
    const picker = event.currentTarget as CustomerPicker;
    const { email, name } = picker.closest("form")!.elements as unknown as Record<string, HTMLInputElement>;
    if (picker.value?.email) email!.value = picker.value.email;
    if (picker.value) name!.value = picker.value.name;
  };
  return html`
    <console-customer-picker
      name="customerId"
      .client=${host.client!}
      .value=${customer}
      .error=${form.errors.customerId ?? ""}
      @change=${onChange}
    ></console-customer-picker>
    <p class="small below">${words.customerHint}</p>
    <div class="pair">
      ${textField(host, form, {
        name: "email",
        label: words.email,
        hint: words.emailHint,
        value: customer?.email,
        type: "email",
        required: true,
      })}
      ${textField(host, form, {
        name: "name",
        label: words.name,
        hint: words.nameHint,
        value: customer?.name,
        maxLength: 200,
      })}
    </div>
  `;
}

/** The fields' values as an invitation. */
export const inviteInput = ({ email, name, customerId }: Values) => ({
  email: email!,
  ...(name && { name }),
  ...(customerId && { customerId }),
});
