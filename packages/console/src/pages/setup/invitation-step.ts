import { inviteFields, inviteInput } from "../../parts/invite-fields.ts";
import type { Step } from "./step.ts";
import { submit } from "./step.ts";
import { setupWords } from "./words.ts";

/** The first customer who gets into the portal. */
export const invitationStep: Step = {
  render: (page) => inviteFields(page, page.form, page.newCustomer),
  action: (page) => submit(page, setupWords(page).invite),
  async send(page, values) {
    const { email } = await page.api.createInvitation(inviteInput(values));
    page.toast(setupWords(page).invited(email));
  },
};
