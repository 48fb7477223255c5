import type { Invitation } from "@portico/client/dashboard";
import { state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { empty, segmented } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { ConsolePage } from "../../lib/console-page.ts";
import { FormController } from "../../lib/form.ts";
import type { Values } from "../../lib/form.ts";
import { ListController } from "../../lib/list.ts";
import { router } from "../../lib/router.ts";
import { closeDialog, formDialog } from "../../parts/dialog.ts";
import { inviteFields, inviteInput } from "../../parts/invite-fields.ts";
import { listTable } from "../../parts/table.ts";
import { commonWords } from "../../words/common.ts";
import { invitationColumns } from "./columns.ts";
import { invitationsWords } from "./words.ts";

const states = ["PENDING", "ACCEPTED", "EXPIRED", "REVOKED"] as const;
type State = (typeof states)[number];

/** Who was invited and how that stands; sending again, taking back, inviting. */
export class InvitationsPage extends ConsolePage {
  readonly #list = new ListController<Invitation>(this, (query, options) =>
    this.api.listInvitations(query, options),
  );
  readonly #form = new FormController(
    this,
    (values, form) => this.#invite(values, form),
    () => commonWords(this).required,
  );

  @state() private isInviting = false;

  override get heading(): string {
    return invitationsWords(this).heading;
  }

  get #state(): State {
    const asked = router.query.get("status") as State;
    return states.includes(asked) ? asked : "PENDING";
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store?.session.status !== "signed-in") return;
    this.#list.show({ status: this.#state, limit: 50 });
    if (router.query.has("new")) this.isInviting = true;
  }

  async #invite(values: Values, form: HTMLFormElement): Promise<void> {
    const { email } = await this.api.createInvitation(inviteInput(values));
    closeDialog(form);
    this.toast(invitationsWords(this).invited(email));
    await this.#list.reload();
  }

  readonly #open = (): void => {
    this.#form.reset();
    this.isInviting = true;
  };
  readonly #close = (): void => {
    this.isInviting = false;
    router.go(router.hrefWith({ new: null }), { replace: true });
  };

  protected override renderContent(): TemplateResult {
    const words = invitationsWords(this);
    const current = this.#state;
    const choices = states.map((name) => [name, words.states[name]] as const);
    const choose = (name: State) =>
      router.go(router.hrefWith({ status: name === "PENDING" ? null : name, cursor: null }));
    const actions = html`<a class="btn" href=${router.href("invitations/import")}>${words.import}</a>
      <button type="button" class="btn primary" @click=${this.#open}>${words.invite}</button>`;
    return this.renderPage(
      { actions },
      html`
        <div class="bar">${segmented(words.state, choices, current, choose)}</div>
        ${listTable(this, this.#list, {
          label: words.heading,
          columns: invitationColumns(this, () => this.#list.reload()),
          empty: empty(words.none[current], words.noneHint[current]),
        })}
        ${
          this.isInviting
            ? formDialog(
                this,
                this.#form,
                { heading: words.invite, action: words.send, close: this.#close },
                inviteFields(this, this.#form),
              )
            : nothing
        }
      `,
    );
  }
}

define("console-invitations", InvitationsPage);
