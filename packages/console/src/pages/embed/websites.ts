import { PortalError } from "@portico/client";
import type { OrganizationRecord } from "@portico/client/dashboard";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import { property } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { empty, pill } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { ConsolePage } from "../../lib/console-page.ts";
import { FormController } from "../../lib/form.ts";
import type { Values } from "../../lib/form.ts";
import type { OrganizationController } from "../../lib/organization.ts";
import { toPageUrl } from "../../lib/web-address.ts";
import { organizationProblem } from "../../parts/conflict.ts";
import { confirmed } from "../../parts/dialog.ts";
import "../../parts/embed-check.ts";
import { textField } from "../../parts/fields.ts";
import { problemText } from "../../parts/problem.ts";
import { commonWords } from "../../words/common.ts";
import { embedPageStyles } from "./embed.styles.ts";
import { embedPageWords } from "./words.ts";

const refusal = (path: string, message: string) =>
  new PortalError({ code: "INVALID_REQUEST", status: 400, errors: [{ path, message }] });

/** The websites that may show the portal, and the page that mails lead to. */
export class EmbedWebsites extends ConsolePage {
  static override styles = [...ConsolePage.pageStyles, embedPageStyles];

  readonly #website = new FormController(
    this,
    (values, form) => this.#add(values, form),
    () => commonWords(this).required,
  );
  readonly #page = new FormController(
    this,
    (values) => this.#lead(values),
    () => commonWords(this).required,
  );

  /** What the page has loaded. */
  @property({ attribute: false }) record!: OrganizationController;

  override get heading(): string {
    return embedPageWords(this).websites;
  }

  protected override updated(): void {
    // The tab's title is the page's.
  }

  async #add({ website }: Values, form: HTMLFormElement): Promise<void> {
    const words = embedPageWords(this);
    const url = toPageUrl(website!);
    if (!url) throw refusal("website", words.noWebsite);
    const { allowedOrigins, portalUrl } = this.record.value!;
    const { origin } = url;
    if (allowedOrigins.includes(origin)) throw refusal("website", words.known(origin));
    // Whoever names a page and not only a website says where the portal is.
    const isPage = url.pathname !== "/" && !portalUrl;
    await this.record.save({
      allowedOrigins: [...allowedOrigins, origin],
      ...(isPage && { portalUrl: url.href }),
    });
    form.reset();
    this.toast(words.added(origin));
  }

  async #lead({ portalUrl }: Values): Promise<void> {
    const words = embedPageWords(this);
    const url = portalUrl ? toPageUrl(portalUrl) : null;
    if (portalUrl && !url) throw refusal("portalUrl", words.noWebsite);
    if (url && !this.record.value!.allowedOrigins.includes(url.origin))
      throw refusal("portalUrl", words.notListed);
    await this.record.save({ portalUrl: url?.href ?? null });
    this.toast(commonWords(this).saved);
  }

  async #remove(origin: string): Promise<void> {
    const words = embedPageWords(this);
    const question = { heading: words.removeHeading(origin), text: words.removeText, action: words.remove };
    if (!(await confirmed(this, { ...question, isDanger: true }))) return;
    const { allowedOrigins, portalUrl } = this.record.value!;
    try {
      await this.record.save({
        allowedOrigins: allowedOrigins.filter((other) => other !== origin),
        ...(portalUrl && new URL(portalUrl).origin === origin && { portalUrl: null }),
      });
      this.toast(words.removed(origin));
    } catch (error) {
      this.toast(problemText(this, toPortalError(error)));
      await this.record.reload();
    }
    this.renderRoot.querySelector<HTMLElement>("#website")?.focus();
  }

  #renderWebsite(origin: string, { portalUrl }: OrganizationRecord): TemplateResult {
    const words = embedPageWords(this);
    const isMails = Boolean(portalUrl) && new URL(portalUrl!).origin === origin;
    return html`<li class="website">
      <console-embed-check compact .client=${this.client!} url=${isMails ? portalUrl! : `${origin}/`}>
        <span class="strong">${origin}</span>
        ${isMails ? pill(words.mailsLead, "accent") : nothing}
        <button
          slot="after"
          type="button"
          class="btn small"
          aria-label=${words.removeOf(origin)}
          @click=${() => void this.#remove(origin)}
        >
          ${words.remove}
        </button>
      </console-embed-check>
    </li>`;
  }

  #renderForm(form: FormController, field: TemplateResult, action: string): TemplateResult {
    return html`<form novalidate @submit=${form.onSubmit} @input=${form.onInput}>
      <div class="line">
        ${field}
        <button type="submit" class="btn" aria-disabled=${form.isBusy}>${action}</button>
      </div>
      ${organizationProblem(this, form, this.record)}
    </form>`;
  }

  protected override renderContent(): TemplateResult {
    const words = embedPageWords(this);
    const record = this.record.value!;
    const { allowedOrigins, portalUrl } = record;
    const website = textField(this, this.#website, {
      name: "website",
      label: words.website,
      required: true,
      maxLength: 300,
      placeholder: "https://www.example.com",
    });
    const page = textField(this, this.#page, {
      name: "portalUrl",
      label: words.portalUrl,
      hint: words.portalUrlHint,
      value: portalUrl,
      maxLength: 2000,
    });
    return html`
      <h2 id="websites">${words.websites}</h2>
      <p class="second">${words.websitesHint}</p>
      ${
        allowedOrigins.length
          ? html`<ul class="card rows" aria-labelledby="websites">
              ${allowedOrigins.map((origin) => this.#renderWebsite(origin, record))}
            </ul>`
          : empty(words.noWebsites, words.noWebsitesHint)
      }
      ${this.#renderForm(this.#website, website, words.add)}
      ${this.#renderForm(this.#page, page, commonWords(this).save)}
    `;
  }
}

define("console-embed-websites", EmbedWebsites);
