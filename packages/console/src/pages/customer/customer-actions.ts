import type { CustomerRecord } from "@portico/client/dashboard";
import { etagOf } from "@portico/client/dashboard";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import { html, nothing } from "lit";
import type { ConsolePage } from "../../lib/console-page.ts";
import { FormController } from "../../lib/form.ts";
import type { Values } from "../../lib/form.ts";
import { router } from "../../lib/router.ts";
import { closeDialog, confirmed, formDialog } from "../../parts/dialog.ts";
import { textField } from "../../parts/fields.ts";
import { problemText } from "../../parts/problem.ts";
import { commonWords } from "../../words/common.ts";
import { customerFields } from "../customers/customer-fields.ts";
import { customerWords } from "./words.ts";

/** What can be done with a customer as a whole, from the head of the page and from the tab on the account. */
export class CustomerActions {
  #asked?: "edit" | "invite" | undefined;
  readonly #form: FormController;

  constructor(
    private readonly host: ConsolePage,
    private readonly current: () => CustomerRecord,
    /** Loads the customer anew. */
    private readonly reload: () => Promise<void>,
  ) {
    this.#form = new FormController(
      host,
      (values, form) => (this.#asked === "edit" ? this.#save(values, form) : this.#invite(values, form)),
      () => commonWords(host).required,
    );
  }

  #ask(asked: "edit" | "invite" | undefined): void {
    this.#form.reset();
    this.#asked = asked;
    this.host.requestUpdate();
  }

  /** Changes what is known of the customer. */
  readonly edit = (): void => this.#ask("edit");

  /** Invites the customer to have an account. */
  readonly invite = (): void => this.#ask("invite");

  async #save(values: Values, form: HTMLFormElement): Promise<void> {
    const customer = this.current();
    const { name } = await this.host.api.updateCustomer(customer.id, values as { name: string }, {
      ifMatch: etagOf(customer),
    });
    await this.reload();
    closeDialog(form);
    this.host.toast(customerWords(this.host).saved(name));
  }

  async #invite({ email }: Values, form: HTMLFormElement): Promise<void> {
    const { id, email: known } = this.current();
    const input = { email: email!, role: "CUSTOMER" as const, customerId: id };
    await this.host.api.createInvitation(input);
    // The address is the customer's from now on, if none was known.
    if (!known) await this.host.api.updateCustomer(id, { email: email! });
    await this.reload();
    closeDialog(form);
    this.host.toast(customerWords(this.host).invited(email!));
  }

  /** Does something, shows what came of it, and says so; what is refused is said too. */
  async #do(act: () => Promise<unknown>, text: string, undo?: () => unknown): Promise<void> {
    try {
      await act();
      this.host.toast(text, undo);
    } catch (error) {
      this.host.toast(problemText(this.host, toPortalError(error)));
    }
    await this.reload();
  }

  /** Sends the invitation again. */
  readonly resend = (): Promise<void> =>
    this.#do(
      () => this.host.api.resendInvitation(this.current().invitation!.id),
      customerWords(this.host).resent,
    );

  /** Takes the invitation back, after asking. */
  readonly revoke = async (): Promise<void> => {
    const words = customerWords(this.host);
    const { name, invitation } = this.current();
    const asked = { heading: words.revokeHeading, text: words.revokeText(name), action: words.revoke };
    if (!(await confirmed(this.host, { ...asked, isDanger: true }))) return;
    await this.#do(() => this.host.api.revokeInvitation(invitation!.id), words.revoked);
  };

  /** Shuts the account, after asking, or opens it again. */
  readonly setDisabled = async (disabled: boolean): Promise<void> => {
    const words = customerWords(this.host);
    const { id, name } = this.current();
    const set = (disabled: boolean) => this.host.api.updateCustomer(id, { account: { disabled } });
    if (!disabled) return this.#do(() => set(false), words.enabled(name));
    const asked = {
      heading: words.disableHeading(name),
      text: words.disableText(name),
      action: words.disable,
    };
    if (!(await confirmed(this.host, { ...asked, isDanger: true }))) return;
    await this.#do(
      () => set(true),
      words.disabled(name),
      () => this.setDisabled(false),
    );
  };

  /** Deletes the customer with all that is theirs, after saying what that is. */
  readonly delete = async (): Promise<void> => {
    const words = customerWords(this.host);
    const { id, name, account } = this.current();
    const goes = account?.role === "CUSTOMER";
    const heading = words.deleteHeading(name);
    const text = goes ? words.deleteTextAccount(name, account.email) : words.deleteText(name);
    if (!(await confirmed(this.host, { heading, text, action: words.delete, isDanger: true }))) return;
    try {
      await this.host.api.deleteCustomer(id);
    } catch (error) {
      return this.host.toast(problemText(this.host, toPortalError(error)));
    }
    this.host.toast(words.deleted(name));
    router.go(router.href("customers"));
  };

  /** The dialog that is open. */
  renderDialog(): unknown {
    if (!this.#asked) return nothing;
    const { host } = this;
    const words = customerWords(host);
    const customer = this.current();
    const close = () => this.#ask(undefined);
    return this.#asked === "edit"
      ? formDialog(
          host,
          this.#form,
          { heading: words.editHeading, action: words.save, close },
          customerFields(host, this.#form, customer),
        )
      : formDialog(
          host,
          this.#form,
          { heading: words.inviteHeading(customer.name), action: words.sendInvitation, close },
          html`${textField(host, this.#form, {
            name: "email",
            label: words.email,
            type: "email",
            value: customer.email,
            required: true,
            hint: words.inviteText(customer.name),
          })}`,
        );
  }
}
