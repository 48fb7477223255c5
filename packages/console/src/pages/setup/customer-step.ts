import { PortalError } from "@portico/client";
import { html, nothing } from "lit";
import { toDay, toInstant, addDays } from "../../lib/zoned.ts";
import { checkField, selectField, textField } from "../../parts/fields.ts";
import type { SetupPage } from "./setup.ts";
import type { Step } from "./step.ts";
import { submit } from "./step.ts";
import { setupWords } from "./words.ts";

const lengths = [15, 30, 45, 60, 90];

function appointmentFields(page: SetupPage): unknown {
  const words = setupWords(page);
  const { form } = page;
  const tomorrow = addDays(toDay(Date.now(), page.org!.timeZone), 1);
  return html`
    ${textField(page, form, { name: "title", label: words.title, required: true, maxLength: 200 })}
    <div class="triple">
      ${textField(page, form, {
        name: "day",
        label: words.day,
        type: "date",
        value: tomorrow,
        required: true,
      })}
      ${textField(page, form, { name: "at", label: words.at, type: "time", value: "09:00", required: true })}
      ${selectField(page, form, {
        name: "minutes",
        label: words.minutes,
        value: "30",
        required: true,
        choices: lengths.map((length) => [String(length), words.length(length)] as const),
      })}
    </div>
  `;
}

/** The first customer, with an appointment if there is one to enter. */
export const customerStep: Step = {
  render(page) {
    const words = setupWords(page);
    const { form, home } = page;
    const isDone = home.value!.setup.steps.find(({ id }) => id === "CUSTOMER")!.done;
    const count = new Intl.NumberFormat(page.localize.lang).format(home.value!.counts.customers);
    const onToggle = (event: Event) => {
      const { name, checked } = event.target as HTMLInputElement;
      if (name === "withAppointment") page.withAppointment = checked;
    };
    return html`<div @change=${onToggle}>
      ${isDone && !page.form.isDirty ? html`<p class="second block">${words.haveCustomers(count)}</p>` : nothing}
      ${textField(page, form, { name: "name", label: words.name, required: true, maxLength: 200 })}
      <div class="pair">
        ${textField(page, form, { name: "email", label: words.email, type: "email" })}
        ${textField(page, form, { name: "phone", label: words.phone, type: "tel" })}
      </div>
      ${checkField(form, {
        name: "withAppointment",
        label: words.withAppointment,
        isChecked: page.withAppointment,
      })}
      ${page.withAppointment ? appointmentFields(page) : nothing}
    </div>`;
  },
  action: (page) => submit(page, setupWords(page).next),
  async send(page, { name, email, phone, withAppointment, title, day, at, minutes }) {
    const zone = page.org!.timeZone;
    const startsAt = withAppointment ? toInstant(`${day}T${at}`, zone) : "";
    if (withAppointment && Date.parse(startsAt) < Date.now())
      throw new PortalError({
        code: "INVALID_REQUEST",
        status: 400,
        errors: [{ path: "day", message: setupWords(page).appointmentPast }],
      });
    // If only the appointment is refused, trying again makes no second customer.
    page.unfinished ??= await page.api.createCustomer({ name: name!, ...(email && { email }), phone });
    const { id } = page.unfinished;
    if (withAppointment) {
      const endsAt = new Date(Date.parse(startsAt) + Number(minutes) * 60_000).toISOString();
      await page.api.createAppointment({ customerId: id, title: title!, startsAt, endsAt });
    }
    page.newCustomer = page.unfinished;
    page.unfinished = undefined;
    page.withAppointment = false;
    page.toast(setupWords(page).customerMade(name!));
  },
};
