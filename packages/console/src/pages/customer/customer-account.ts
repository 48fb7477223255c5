import type { AccountSession } from "@portico/client";
import type { CustomerRecord } from "@portico/client/dashboard";
import { LoadController } from "@portico/elements/internal/controllers/load.ts";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import { property } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { longDay } from "@portico/elements/internal/lib/time.ts";
import { failure } from "@portico/elements/internal/primitives/failure.ts";
import { empty, skeleton } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { ConsolePart } from "../../lib/console-page.ts";
import { ago } from "../../lib/ago.ts";
import { confirmed } from "../../parts/dialog.ts";
import { problemText } from "../../parts/problem.ts";
import { table } from "../../parts/table.ts";
import { commonWords } from "../../words/common.ts";
import { accountPill, accountState } from "../customers/account-pill.ts";
import { customersWords } from "../customers/words.ts";
import type { CustomerActions } from "./customer-actions.ts";
import { accountStyles } from "./customer-account.styles.ts";
import { customerWords } from "./words.ts";

/** Who signs in as a customer, the invitation to, and where they are signed in. */
export class CustomerAccount extends ConsolePart {
  static override styles = [...ConsolePart.pageStyles, accountStyles];

  /** Whose. */
  @property({ attribute: false }) of!: CustomerRecord;
  /** What can be done. */
  @property({ attribute: false }) actions!: CustomerActions;

  readonly #sessions = new LoadController<AccountSession[]>(
    this,
    async (signal) => (await this.api.listCustomerSessions(this.of.id, { signal })).items,
  );

  get #isTheirs(): boolean {
    return this.of.account?.role === "CUSTOMER";
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store?.session.status !== "signed-in" || !this.#isTheirs) return;
    // A disabled account has none: the list is another one then.
    this.#sessions.ensure(`customer:${this.of.id}:sessions:${this.of.account!.disabledAt}`);
  }

  async #end(text: string, act: () => Promise<unknown>, left: AccountSession[]): Promise<void> {
    try {
      await act();
      this.#sessions.mutate(left);
      this.toast(text);
    } catch (error) {
      this.toast(problemText(this, toPortalError(error)));
    }
  }

  #endOne({ id, device }: AccountSession): Promise<void> {
    const left = this.#sessions.value!.filter((session) => session.id !== id);
    const end = () => this.api.endCustomerSession(this.of.id, id);
    return this.#end(customerWords(this).ended(device), end, left);
  }

  readonly #endAll = async (): Promise<void> => {
    const words = customerWords(this);
    const heading = words.endAllHeading(this.of.name);
    if (!(await confirmed(this, { heading, text: words.endAllText, action: words.endAll }))) return;
    await this.#end(words.endedAll, () => this.api.endCustomerSessions(this.of.id), []);
  };

  #renderAccount(): TemplateResult {
    const words = customerWords(this);
    const { account, name } = this.of;
    const { setDisabled, invite } = this.actions;
    if (!account) {
      const isInvited = ["INVITED", "EXPIRED"].includes(accountState(this.of));
      return html`<div class="card notice">
        <p class="strong">${words.noAccount}</p>
        <p>${isInvited ? words.invitedHint(name) : words.noAccountHint(name)}</p>
        ${
          isInvited
            ? nothing
            : html`<button type="button" class="btn primary" @click=${invite}>${words.invite}</button>`
        }
      </div>`;
    }
    const { email, lastSeenAt, disabledAt } = account;
    return html`<div class="card panel">
      <dl class="facts">
        <dt>${words.account}</dt>
        <dd>${accountPill(customersWords(this), this.of)}</dd>
        <dt>${words.signsIn}</dt>
        <dd>${email}</dd>
        <dt>${words.lastSeen}</dt>
        <dd>${lastSeenAt ? ago(this.time, lastSeenAt) : words.never}</dd>
        ${
          disabledAt
            ? html`<dt>${words.disabledSince}</dt>
                <dd>${longDay(this.time, disabledAt)}</dd>`
            : nothing
        }
      </dl>
      ${
        this.#isTheirs
          ? html`<div class="buttons">
              ${
                disabledAt
                  ? html`<button type="button" class="btn" @click=${() => setDisabled(false)}>
                      ${words.enable}
                    </button>`
                  : html`<button type="button" class="btn danger" @click=${() => setDisabled(true)}>
                      ${words.disable}
                    </button>`
              }
            </div>`
          : html`<p class="small note">${words.employeeAccount(name)}</p>`
      }
    </div>`;
  }

  /** The invitation, while nobody has accepted it. */
  #renderInvitation(): unknown {
    const { account, invitation } = this.of;
    if (account || !invitation) return nothing;
    const words = customerWords(this);
    const { resend, revoke } = this.actions;
    const until = longDay(this.time, invitation.expiresAt);
    const is = {
      PENDING: words.validUntil(until),
      EXPIRED: words.wasValidUntil(until),
      REVOKED: "",
      ACCEPTED: "",
    };
    const text = [words[invitation.status], is[invitation.status]].filter(Boolean).join(", ");
    const isPending = invitation.status === "PENDING";
    const buttons = html`<div class="buttons">
      <button type="button" class="btn" @click=${resend}>${words.resend}</button>
      ${
        isPending
          ? html`<button type="button" class="btn danger" @click=${revoke}>${words.revoke}</button>`
          : nothing
      }
    </div>`;
    return html`<section class="section">
      <div class="head"><h2>${words.invitation}</h2></div>
      <div class="card panel">
        <p>${text}.</p>
        ${isPending || invitation.status === "EXPIRED" ? buttons : nothing}
      </div>
    </section>`;
  }

  #renderSessions(): unknown {
    if (!this.#isTheirs) return nothing;
    const words = customerWords(this);
    const { nothing: none } = commonWords(this);
    const { value, error } = this.#sessions;
    const content = !value
      ? error
        ? failure(this.localize, words.sessions, error, () => void this.#sessions.reload())
        : skeleton(this.localize, 2)
      : value.length
        ? html`<div class="card tablewrap">
            ${table(this, value, {
              label: words.sessions,
              empty: nothing,
              columns: [
                { label: words.device, cell: ({ device }) => html`<span class="strong">${device}</span>` },
                { label: words.network, cell: ({ network }) => network ?? none, hidesOnPhone: true },
                { label: words.lastUsed, cell: ({ lastUsedAt }) => ago(this.time, lastUsedAt) },
                { label: words.signedIn, cell: ({ createdAt }) => longDay(this.time, createdAt) },
                {
                  label: commonWords(this).edit,
                  isNumber: true,
                  cell: (session) =>
                    html`<button
                      type="button"
                      class="btn small"
                      aria-label=${words.endOne(session.device)}
                      @click=${() => void this.#endOne(session)}
                    >
                      ${words.end}
                    </button>`,
                },
              ],
            })}
          </div>`
        : empty(words.noSessions, words.noSessionsHint);
    return html`<section class="section">
      <div class="head">
        <h2>${words.sessions}</h2>
        <div class="actions">
          ${
            value?.length
              ? html`<button type="button" class="btn small" @click=${this.#endAll}>${words.endAll}</button>`
              : nothing
          }
        </div>
      </div>
      ${content}
    </section>`;
  }

  protected override renderContent(): TemplateResult {
    return html`${this.#renderAccount()} ${this.#renderInvitation()} ${this.#renderSessions()}`;
  }
}

define("console-customer-account", CustomerAccount);

declare global {
  interface HTMLElementTagNameMap {
    "console-customer-account": CustomerAccount;
  }
}
