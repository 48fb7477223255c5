import { etagOf } from "@portico/client/dashboard";
import type { ApiKey } from "@portico/client/dashboard";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import { state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { format, relativeDay } from "@portico/elements/internal/lib/time.ts";
import { empty, pill } from "@portico/elements/internal/primitives/primitives.ts";
import type { Tone } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { ConsolePage } from "../../lib/console-page.ts";
import { FormController } from "../../lib/form.ts";
import type { Values } from "../../lib/form.ts";
import { ListController } from "../../lib/list.ts";
import { closeDialog, confirmed, formDialog } from "../../parts/dialog.ts";
import { selectField, textField } from "../../parts/fields.ts";
import { problemText, refusal } from "../../parts/problem.ts";
import { listTable } from "../../parts/table.ts";
import type { Column } from "../../parts/table.ts";
import { commonWords } from "../../words/common.ts";
import { keysStyles } from "./keys.styles.ts";
import { scopesField, scopesOf, scopesText } from "./scopes.ts";
import { secretDialog } from "./secret.ts";
import { keysWords } from "./words.ts";

const tones: Record<ApiKey["status"], Tone> = { ACTIVE: "accent", EXPIRED: "warning", REVOKED: "neutral" };
const DAY = 86_400_000;

/** The keys with which the organization's own systems come in: made, shown once, renamed, revoked. */
export class KeysPage extends ConsolePage {
  static override styles = [...ConsolePage.pageStyles, keysStyles];

  readonly #list = new ListController<ApiKey>(this, (query, options) => this.api.listApiKeys(query, options));
  readonly #required = () => commonWords(this).required;
  readonly #creation = new FormController(this, (values, form) => this.#create(values, form), this.#required);
  readonly #renaming = new FormController(this, (values, form) => this.#rename(values, form), this.#required);

  @state() private open?: "create" | ApiKey | undefined;
  @state() private secret?: string | undefined;

  override get heading(): string {
    return keysWords(this).heading;
  }

  get #mayRead(): boolean {
    return this.store?.session.status === "signed-in" && this.may("ADMIN");
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.#mayRead) this.#list.show({ limit: 50 });
  }

  async #create(values: Values, form: HTMLFormElement): Promise<void> {
    const scopes = scopesOf(values) as ApiKey["scopes"];
    if (!scopes.length) {
      this.#creation.errors = { scopes: keysWords(this).noScope };
      form.querySelector<HTMLElement>(".tick input")!.focus();
      return;
    }
    const days = Number(values.expires);
    const expiresAt = days ? new Date(Date.now() + days * DAY).toISOString() : null;
    const { secret } = await this.api.createApiKey({ name: values.name!, scopes, expiresAt });
    closeDialog(form);
    this.secret = secret ?? undefined;
    void this.#list.reload();
  }

  async #rename({ name }: Values, form: HTMLFormElement): Promise<void> {
    const key = this.open as ApiKey;
    this.#list.put(await this.api.updateApiKey(key.id, { name: name! }, { ifMatch: etagOf(key) }));
    closeDialog(form);
    this.toast(commonWords(this).saved);
  }

  async #revoke(key: ApiKey): Promise<void> {
    const words = keysWords(this);
    const question = {
      heading: words.revokeHeading(key.name),
      text: words.revokeText(key.name),
      action: words.revoke,
      isDanger: true,
    };
    if (!(await confirmed(this, question))) return;
    try {
      this.#list.put(await this.api.revokeApiKey(key.id));
      this.toast(words.revoked(key.name));
    } catch (error) {
      this.toast(problemText(this, toPortalError(error)));
    }
  }

  #show(what: "create" | ApiKey): void {
    this.#creation.reset();
    this.#renaming.reset();
    this.open = what;
  }
  readonly #close = (): void => void (this.open = undefined);

  #day(instant: string): string {
    return format(this.time, instant, { day: "numeric", month: "short", year: "numeric" });
  }

  get #columns(): Column<ApiKey>[] {
    const words = keysWords(this);
    const { nothing: none } = commonWords(this);
    return [
      {
        label: words.name,
        cell: ({ name, lastFour, createdBy, createdAt }) =>
          html`<span class="strong">${name}</span>
            <span class="end small">
              <code>sk_…${lastFour}</code> · ${words.madeBy(createdBy?.name ?? none, this.#day(createdAt))}
            </span>`,
      },
      {
        label: words.scopes,
        cell: (key) => html`<span class="may small">${scopesText(this, words, key)}</span>`,
      },
      {
        label: words.lastUsed,
        cell: ({ lastUsedAt }) =>
          html`<span class="second">${lastUsedAt ? relativeDay(this.time, lastUsedAt) : words.unused}</span>`,
      },
      {
        label: words.state,
        cell: ({ status, expiresAt }) =>
          html`<span
            >${pill(words[status], tones[status])}
            ${
              status === "ACTIVE"
                ? html`<span class="end small day"
                    >${expiresAt ? words.until(this.#day(expiresAt)) : words.forever}</span
                  >`
                : nothing
            }</span
          >`,
      },
      { label: words.actions, cell: (key) => this.#renderActions(key) },
    ];
  }

  #renderActions(key: ApiKey): unknown {
    const words = keysWords(this);
    if (key.status === "REVOKED") return html`<span class="second">${commonWords(this).nothing}</span>`;
    return html`<span class="do">
      <button
        type="button"
        class="btn small"
        aria-label=${words.renameOf(key.name)}
        @click=${() => this.#show(key)}
      >
        ${words.rename}
      </button>
      <button
        type="button"
        class="btn small danger"
        aria-label=${words.revokeOf(key.name)}
        @click=${() => this.#revoke(key)}
      >
        ${words.revoke}
      </button>
    </span>`;
  }

  #renderCreation(): TemplateResult {
    const words = keysWords(this);
    const form = this.#creation;
    return formDialog(
      this,
      form,
      { heading: words.newHeading, action: words.create, close: this.#close },
      html`${textField(this, form, { name: "name", label: words.name, hint: words.nameHint, required: true, maxLength: 100 })}
      ${scopesField(this, form)}
      ${selectField(this, form, {
        name: "expires",
        label: words.expires,
        hint: words.expiryHint,
        // The person decides; what is not touched ends within a year.
        value: "365",
        required: true,
        choices: Object.entries(words.expiries),
      })}`,
    );
  }

  #renderRenaming({ name }: ApiKey): TemplateResult {
    const words = keysWords(this);
    return formDialog(
      this,
      this.#renaming,
      { heading: words.renameHeading, action: commonWords(this).save, close: this.#close },
      textField(this, this.#renaming, {
        name: "name",
        label: words.name,
        value: name,
        required: true,
        maxLength: 100,
      }),
    );
  }

  #renderSecret(): unknown {
    return this.secret ? secretDialog(this, this.secret, () => (this.secret = undefined)) : nothing;
  }

  #renderDialog(): unknown {
    if (!this.open) return nothing;
    return this.open === "create" ? this.#renderCreation() : this.#renderRenaming(this.open);
  }

  protected override renderContent(): TemplateResult {
    const words = keysWords(this);
    if (!this.#mayRead) return this.renderPage({}, refusal(this));
    const actions = html`<a class="btn" href="/docs/api">${words.reference}</a>
      <button type="button" class="btn primary" @click=${() => this.#show("create")}>
        ${words.newKey}
      </button>`;
    return this.renderPage(
      { actions },
      html`
        <p class="intro">${words.intro}</p>
        ${listTable(this, this.#list, {
          label: words.heading,
          columns: this.#columns,
          empty: empty(words.none, words.noneHint),
        })}
        ${this.#renderDialog()} ${this.#renderSecret()}
      `,
    );
  }
}

define("console-keys", KeysPage);
