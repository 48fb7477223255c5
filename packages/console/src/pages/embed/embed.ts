import { state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { failure } from "@portico/elements/internal/primitives/failure.ts";
import { skeleton } from "@portico/elements/internal/primitives/primitives.ts";
import type { OrganizationRecord } from "@portico/client/dashboard";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { ConsolePage } from "../../lib/console-page.ts";
import { FormController } from "../../lib/form.ts";
import type { Values } from "../../lib/form.ts";
import { OrganizationController } from "../../lib/organization.ts";
import { router } from "../../lib/router.ts";
import { brandingChanges, brandingFields, contactFields, draftOf } from "../../parts/branding-fields.ts";
import type { Draft } from "../../parts/branding-fields.ts";
import { organizationProblem } from "../../parts/conflict.ts";
import "../../parts/portal-preview.ts";
import { refusal } from "../../parts/problem.ts";
import { snippet } from "../../parts/snippet.ts";
import { embedStyles } from "../../styles/embed.ts";
import { commonWords } from "../../words/common.ts";
import { embedWords } from "../../words/embed.ts";
import { embedPageStyles } from "./embed.styles.ts";
import { registration } from "./registration.ts";
import { embedPageWords } from "./words.ts";
import type { TermsDraft } from "./terms.ts";
import "./terms.ts";
import "./websites.ts";

/** The portal on the organization's own website: the snippet, where it may be, who gets in, how it looks. */
export class EmbedPage extends ConsolePage {
  static override styles = [...ConsolePage.pageStyles, embedStyles, embedPageStyles];

  /** What is set here. */
  readonly record = new OrganizationController(this);
  readonly #branding = new FormController(
    this,
    (values) => this.#saveBranding(values),
    () => commonWords(this).required,
  );

  @state() private draft?: Draft | undefined;
  @state() private terms?: TermsDraft;

  override get heading(): string {
    return embedPageWords(this).heading;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store?.session.status === "signed-in") this.record.ensure("organization");
  }

  async #saveBranding(values: Values): Promise<void> {
    const { contactEmail, timeZone } = values;
    const contact = { contactEmail: contactEmail!, timeZone: timeZone! };
    await this.record.save({ ...brandingChanges(values), ...contact });
    this.draft = undefined;
    this.toast(commonWords(this).saved);
  }

  #renderBranding(record: OrganizationRecord): TemplateResult {
    const words = embedPageWords(this);
    const form = this.#branding;
    const onInput = (event: Event) => {
      form.onInput(event);
      this.draft = draftOf((event.target as Element).closest("form")!);
    };
    return html`<section aria-labelledby="branding">
      <h2 id="branding">${words.branding}</h2>
      <form novalidate @submit=${form.onSubmit} @input=${onInput} @change=${onInput}>
        ${brandingFields(this, form, record, this.draft ?? record)} ${contactFields(this, form, record)}
        ${organizationProblem(this, form, this.record)}
        <button type="submit" class="btn primary" aria-disabled=${form.isBusy}>
          ${form.isBusy ? commonWords(this).saving : commonWords(this).save}
        </button>
      </form>
    </section>`;
  }

  readonly #showTerms = (draft: TermsDraft): void => void (this.terms = draft);

  #renderRecord(record: OrganizationRecord): TemplateResult {
    const words = embedWords(this);
    return html`<div class="columns">
      <div>
        <section aria-labelledby="snippet">
          <h2 id="snippet">${words.snippet}</h2>
          <p class="second">${words.snippetHint}</p>
          ${snippet(this)}
        </section>
        <section>
          <console-embed-websites .client=${this.client!} .record=${this.record}></console-embed-websites>
        </section>
        ${registration(this, record)} ${this.#renderBranding(record)}
        <section aria-labelledby="terms">
          <h2 id="terms">${embedPageWords(this).terms}</h2>
          <console-embed-terms
            .client=${this.client!}
            .record=${this.record}
            .show=${this.#showTerms}
          ></console-embed-terms>
        </section>
      </div>
      <div class="aside">
        <console-portal-preview
          .client=${this.client!}
          .draft=${this.draft ?? record}
          .terms=${this.terms?.terms}
          language=${this.terms?.language ?? ""}
          page=${record.portalUrl ?? ""}
        ></console-portal-preview>
      </div>
    </div>`;
  }

  protected override renderContent(): TemplateResult {
    const words = embedPageWords(this);
    const { value, error } = this.record;
    const actions = html`<a class="btn" href=${router.href("setup")}>${words.firstRun}</a>`;
    const retry = () => void this.record.reload();
    if (!this.may("ADMIN")) return this.renderPage({}, refusal(this));
    return this.renderPage(
      { actions },
      html`${error && !value ? failure(this.localize, words.organization, error, retry) : nothing}
      ${value ? this.#renderRecord(value) : error ? nothing : skeleton(this.localize, 6)}`,
    );
  }
}

define("console-embed", EmbedPage);
