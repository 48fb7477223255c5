import { PortalError } from "@portico/client/core";
import type { CustomerRecord } from "@portico/client/dashboard";
import { LoadController } from "@portico/elements/internal/controllers/load.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { failure } from "@portico/elements/internal/primitives/failure.ts";
import { avatar, pill, skeleton } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { ConsolePage } from "../../lib/console-page.ts";
import { router } from "../../lib/router.ts";
import { icons } from "../../parts/icons.ts";
import { problemText } from "../../parts/problem.ts";
import { menu, menuStyles } from "../../parts/menu.ts";
import "../../records/note-list.ts";
import "../../records/task-list.ts";
import { commonWords } from "../../words/common.ts";
import { accountPill, accountState } from "../customers/account-pill.ts";
import { customersWords } from "../customers/words.ts";
import "./customer-account.ts";
import { CustomerActions } from "./customer-actions.ts";
import "./customer-appointments.ts";
import "./customer-history.ts";
import "./customer-overview.ts";
import { customerStyles } from "./customer.styles.ts";
import { customerWords } from "./words.ts";

const tabs = ["overview", "appointments", "tasks", "notes", "account", "history"] as const;
type Tab = (typeof tabs)[number];

/** One customer: who it is, what is theirs, what can be done. */
export class CustomerPage extends ConsolePage {
  static override styles = [...ConsolePage.pageStyles, menuStyles, customerStyles];

  readonly #load = new LoadController<CustomerRecord>(this, (signal) =>
    this.api.getCustomer(this.params[0]!, { signal }),
  );
  readonly #actions = new CustomerActions(
    this,
    () => this.#load.value!,
    () => this.#load.reload(),
  );

  override get heading(): string {
    if (this.#isGone) return commonWords(this).notThere;
    return this.#load.value?.name ?? customerWords(this).loading;
  }

  get #isGone(): boolean {
    return this.#load.error?.code === "NOT_FOUND";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.addEventListener("console-changed", () => void this.#load.reload());
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store?.session.status === "signed-in") this.#load.ensure(`customer:${this.params[0]}`);
  }

  override async focusHeading(): Promise<void> {
    await super.focusHeading();
    const preview = this.renderRoot.querySelector("console-portal-preview");
    if (!preview) return;
    await customElements.whenDefined(preview.localName);
    await preview.focusHeading();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // On a phone the tabs scroll.
    if (changed.has("params"))
      this.renderRoot.querySelector(".tabs [aria-current]")?.scrollIntoView({ block: "nearest" });
  }

  get #tab(): Tab {
    return tabs.find((tab) => tab === this.params[1]) ?? "overview";
  }

  #href(tab: Tab | "preview"): string {
    return router.href(`customers/${this.params[0]}${tab === "overview" ? "" : `/${tab}`}`);
  }

  #renderActions(customer: CustomerRecord): TemplateResult {
    const words = customerWords(this);
    const { account, invitation, name } = customer;
    const { edit, invite, resend, setDisabled } = this.#actions;
    const waits = ["INVITED", "EXPIRED"].includes(accountState(customer)) && invitation;
    const isTheirs = account?.role === "CUSTOMER";
    return html`<div class="actions">
      ${
        account
          ? nothing
          : waits
            ? html`<button type="button" class="btn" @click=${resend}>${words.resend}</button>`
            : html`<button type="button" class="btn" @click=${invite}>${words.invite}</button>`
      }
      <a class="btn" href=${this.#href("preview")}>${icons.shared} ${words.preview(name)}</a>
      <button type="button" class="btn" @click=${edit}>${commonWords(this).edit}</button>
      ${menu(words.more, [
        ...(isTheirs
          ? [
              account.disabledAt
                ? { text: words.enable, act: () => setDisabled(false) }
                : { text: words.disable, act: () => setDisabled(true) },
            ]
          : []),
        { text: words.delete, act: this.#actions.delete, isDanger: true },
      ])}
    </div>`;
  }

  #renderHead(customer: CustomerRecord): TemplateResult {
    const { name, email, phone } = customer;
    return html`<header class="head">
      ${avatar(name)}
      <div class="who">
        <div class="name">
          <h1 tabindex="-1">${name}</h1>
          ${
            accountState(customer) === "NONE"
              ? pill(customerWords(this).without)
              : accountPill(customersWords(this), customer)
          }
        </div>
        <p class="contact">
          ${email ? html`<a href="mailto:${email}">${email}</a>` : nothing}
          ${phone ? html`<a href="tel:${phone.replace(/[^\d+]/g, "")}">${phone}</a>` : nothing}
        </p>
      </div>
      ${this.#renderActions(customer)}
    </header>`;
  }

  #renderTabs(): TemplateResult {
    const words = customerWords(this);
    const shown = tabs.filter((tab) => tab !== "history" || this.may("ADMIN"));
    return html`<nav class="tabs" aria-label=${words.sections}>
      ${shown.map(
        (tab) =>
          html`<a href=${this.#href(tab)} aria-current=${tab === this.#tab ? "page" : nothing}
            >${words[tab]}</a
          >`,
      )}
    </nav>`;
  }

  // The portal itself is fetched when somebody looks at it.
  #loadPreview(): void {
    import("./portal-preview.ts").catch((cause: unknown) => {
      this.toast(problemText(this, new PortalError({ code: "NETWORK", cause })));
      router.go(this.#href("overview"), { replace: true });
    });
  }

  #renderTab(customer: CustomerRecord): TemplateResult {
    const { client, place } = this;
    switch (this.#tab) {
      case "appointments":
        return html`<console-customer-appointments
          .client=${client!}
          .of=${customer}
          .place=${place}
        ></console-customer-appointments>`;
      case "tasks":
        return html`<console-task-list
          .client=${client!}
          .of=${customer}
          .place=${place}
        ></console-task-list>`;
      case "notes":
        return html`<console-note-list
          .client=${client!}
          .of=${customer}
          .place=${place}
        ></console-note-list>`;
      case "account":
        return html`<console-customer-account
          .client=${client!}
          .of=${customer}
          .actions=${this.#actions}
        ></console-customer-account>`;
      case "history":
        return html`<console-customer-history .client=${client!} .of=${customer}></console-customer-history>`;
      default:
        return html`<console-customer-overview
          .client=${client!}
          .of=${customer}
        ></console-customer-overview>`;
    }
  }

  protected override renderContent(): TemplateResult {
    if (this.#isGone) {
      const all = html`<a href=${router.href("customers")}>${customersWords(this).heading}</a>`;
      return this.renderPage(
        {},
        html`<p>${commonWords(this).notThereHint}</p>
          <p>${all}</p>`,
      );
    }
    const { value: customer, error } = this.#load;
    if (!customer)
      return this.renderPage(
        {},
        error
          ? failure(this.localize, this.heading, error, () => void this.#load.reload())
          : skeleton(this.localize, 5),
      );
    if (this.params[1] === "preview") {
      this.#loadPreview();
      return html`<console-portal-preview .client=${this.client!} .of=${customer}></console-portal-preview>`;
    }
    return html`<div class="page">
      <a class="up" href=${router.href("customers")}>${icons.previous} ${customersWords(this).heading}</a>
      ${this.#renderHead(customer)} ${this.#renderTabs()} ${this.#renderTab(customer)}
      ${this.#actions.renderDialog()}
    </div>`;
  }
}

define("console-customer", CustomerPage);
