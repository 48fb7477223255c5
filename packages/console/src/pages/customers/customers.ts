import type { CustomerRecord } from "@portico/client/dashboard";
import { state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { format } from "@portico/elements/internal/lib/time.ts";
import { avatar, empty, segmented } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { ConsolePage } from "../../lib/console-page.ts";
import { FormController } from "../../lib/form.ts";
import type { Values } from "../../lib/form.ts";
import { ListController } from "../../lib/list.ts";
import { router } from "../../lib/router.ts";
import { closeDialog, formDialog } from "../../parts/dialog.ts";
import { searchField } from "../../parts/search.ts";
import { listTable } from "../../parts/table.ts";
import type { Column } from "../../parts/table.ts";
import { commonWords } from "../../words/common.ts";
import { accountPill } from "./account-pill.ts";
import { customerFields } from "./customer-fields.ts";
import { customersWords } from "./words.ts";

const filters = ["ACTIVE", "INVITED", "EXPIRED", "NONE", "DISABLED"] as const;
type Filter = (typeof filters)[number];

/** The organization's customers: found as one types, and new ones made. */
export class CustomersPage extends ConsolePage {
  readonly #list = new ListController<CustomerRecord>(this, (query, options) =>
    this.api.listCustomers(query, options),
  );
  readonly #form = new FormController(
    this,
    (values, form) => this.#create(values, form),
    () => commonWords(this).required,
  );

  @state() private isCreating = false;

  override get heading(): string {
    return customersWords(this).heading;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store?.session.status !== "signed-in") return;
    const { query } = router;
    this.#list.show({
      q: query.get("q") ?? undefined,
      account: this.#filter || undefined,
      limit: 50,
    });
    if (query.has("new")) this.isCreating = true;
  }

  get #filter(): Filter | "" {
    const asked = router.query.get("account") as Filter;
    return filters.includes(asked) ? asked : "";
  }

  async #create(values: Values, form: HTMLFormElement): Promise<void> {
    const customer = await this.api.createCustomer(values as { name: string });
    closeDialog(form);
    this.toast(customersWords(this).created(customer.name));
    router.go(router.href(`customers/${customer.id}`));
  }

  readonly #open = (): void => {
    this.#form.reset();
    this.isCreating = true;
  };
  readonly #close = (): void => {
    this.isCreating = false;
    router.go(router.hrefWith({ new: null }), { replace: true });
  };

  get #columns(): Column<CustomerRecord>[] {
    const words = customersWords(this);
    const { nothing: none } = commonWords(this);
    return [
      { label: words.name, cell: ({ name }) => html`<span class="person">${avatar(name)} ${name}</span>` },
      {
        label: words.email,
        cell: ({ email }) => html`<span class="second breaks">${email ?? none}</span>`,
        hidesOnPhone: true,
      },
      {
        label: words.nextAppointment,
        cell: ({ nextAppointment }) =>
          nextAppointment ? html`<span class="num">${this.#when(nextAppointment.startsAt)}</span>` : none,
      },
      { label: words.openTasks, cell: ({ openTasks }) => openTasks || none },
      { label: words.account, cell: (customer) => accountPill(words, customer) },
    ];
  }

  #when(startsAt: string): string {
    const day = { weekday: "short", day: "numeric", month: "short" } as const;
    return format(this.time, startsAt, { ...day, hour: "numeric", minute: "2-digit" });
  }

  get #empty(): TemplateResult {
    const words = customersWords(this);
    const q = router.query.get("q");
    if (q) return empty(words.notFound(q), words.notFoundHint);
    return this.#filter ? empty(words.noneSuch, words.noneSuchHint) : empty(words.none, words.noneHint);
  }

  protected override renderContent(): TemplateResult {
    const words = customersWords(this);
    const choices = [["", words.all] as const, ...filters.map((filter) => [filter, words[filter]] as const)];
    const choose = (account: string) => router.go(router.hrefWith({ account, cursor: null }));
    const actions = html`<button type="button" class="btn primary" @click=${this.#open}>
      ${words.newCustomer}
    </button>`;
    return this.renderPage(
      { actions },
      html`
        <div class="bar">
          ${searchField(this, words.search)} ${segmented(words.filter, choices, this.#filter, choose)}
        </div>
        ${listTable(this, this.#list, {
          label: words.heading,
          columns: this.#columns,
          href: ({ id }) => router.href(`customers/${id}`),
          empty: this.#empty,
        })}
        ${
          this.isCreating
            ? formDialog(
                this,
                this.#form,
                { heading: words.newCustomerHeading, action: words.create, close: this.#close },
                customerFields(this, this.#form),
              )
            : nothing
        }
      `,
    );
  }
}

define("console-customers", CustomersPage);
