import { PortalError } from "@portico/client";
import type { Terms } from "@portico/client";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import { property, state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import english from "@portico/elements/internal/localization/en-portal.ts";
import { languages } from "@portico/elements/internal/localization/languages.ts";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { ConsolePart } from "../../lib/console-page.ts";
import { FormController } from "../../lib/form.ts";
import type { OrganizationController } from "../../lib/organization.ts";
import { organizationProblem } from "../../parts/conflict.ts";
import { selectField, textField } from "../../parts/fields.ts";
import { problemText } from "../../parts/problem.ts";
import { commonWords } from "../../words/common.ts";
import { embedPageStyles } from "./embed.styles.ts";
import { embedPageWords } from "./words.ts";

type Language = keyof Terms;
type Noun = keyof NonNullable<Terms[Language]>;

/** What is typed and not saved yet, and the language that is worked on. */
export interface TermsDraft {
  language: Language;
  terms: Terms | undefined;
}

const nouns: readonly Noun[] = ["appointments", "tasks", "notes"];
const codes = ["en", ...Object.keys(languages)] as Language[];
// As the server takes it.
const isWord = (text: string) => /^(?=.*\p{L})[^<>\p{C}\p{Zl}\p{Zp}]*$/u.test(text);

/** The words that are there, without those that were emptied. */
const filled = (terms: Terms): Terms =>
  Object.fromEntries(
    Object.entries(terms).map(([language, words]) => [
      language,
      Object.fromEntries(
        Object.entries(words).flatMap(([noun, word]) => (word.trim() ? [[noun, word.trim()]] : [])),
      ),
    ]),
  );

/** What the organization's portal calls appointments, tasks and notes: a language at a time, saved together. */
export class EmbedTerms extends ConsolePart {
  static override styles = [...ConsolePart.pageStyles, embedPageStyles];

  readonly #form = new FormController(
    this,
    () => this.#save(),
    () => commonWords(this).required,
  );

  /** What the page has loaded. */
  @property({ attribute: false }) record!: OrganizationController;
  /** Is told what is typed. */
  @property({ attribute: false }) show?: (draft: TermsDraft) => void;

  @state() private language: Language = "en";
  @state() private draft?: Terms | undefined;
  /** Portico's own words in that language, once they are here. */
  @state() private standard?: Record<Noun, string> | undefined;

  get #terms(): Terms {
    return this.draft ?? this.record.value!.terms;
  }

  protected override firstUpdated(): void {
    const own = this.record.value!.locale.split("-")[0] as Language;
    this.#pick(codes.includes(own) ? own : "en");
  }

  protected override updated(changed: PropertyValues): void {
    if (!changed.has("draft") && !changed.has("language")) return;
    this.show?.({ language: this.language, terms: this.draft && filled(this.draft) });
  }

  #pick(language: Language): void {
    this.language = language;
    this.standard = undefined;
    this.#form.reset();
    void this.#loadStandard(language);
  }

  // Without them the fields have no placeholders, no more.
  async #loadStandard(language: Language): Promise<void> {
    const strings = language === "en" ? english : (await languages[language]!().catch(() => {}))?.default;
    if (language === this.language) this.standard = strings;
  }

  #type(event: Event): void {
    this.#form.onInput(event);
    const { name, value } = event.target as HTMLInputElement;
    if (name === "language") return this.#pick(value as Language);
    const terms = this.#terms;
    this.draft = { ...terms, [this.language]: { ...terms[this.language], [name]: value } };
  }

  async #save(): Promise<void> {
    const terms = filled(this.#terms);
    for (const language of codes)
      for (const noun of nouns) {
        const word = terms[language]?.[noun];
        if (!word || isWord(word)) continue;
        if (language !== this.language) this.#pick(language);
        const message = embedPageWords(this).noTerm;
        throw new PortalError({
          code: "INVALID_REQUEST",
          status: 400,
          errors: [{ path: `terms.${language}.${noun}`, message }],
        });
      }
    // All of each language: what was emptied is Portico's own again.
    const all = (language: Language) => nouns.map((noun) => [noun, terms[language]?.[noun] ?? null]);
    await this.record.save({
      terms: Object.fromEntries(codes.map((code) => [code, Object.fromEntries(all(code))])),
    });
    this.draft = undefined;
    this.toast(commonWords(this).saved);
  }

  async #put(language: Language, words: Terms[Language] | null): Promise<boolean> {
    try {
      await this.record.save({ terms: { [language]: words } });
      if (this.draft) this.draft = { ...this.draft, [language]: words ?? {} };
      return true;
    } catch (error) {
      this.toast(problemText(this, toPortalError(error)));
      await this.record.reload();
      return false;
    }
  }

  async #reset(): Promise<void> {
    const { language } = this;
    const before = this.record.value!.terms[language];
    this.#form.reset();
    if (!(await this.#put(language, null))) return;
    const undo = before && (() => this.#put(language, before));
    this.toast(embedPageWords(this).termsReset(this.#name(language)), undo);
    this.renderRoot.querySelector<HTMLElement>("#appointments")?.focus();
  }

  #name(language: Language): string {
    return new Intl.DisplayNames(this.localize.lang, { type: "language" }).of(language)!;
  }

  #renderButtons(hasOwn: boolean): TemplateResult {
    const { isBusy } = this.#form;
    return html`<div class="buttons">
      <button type="submit" class="btn primary" aria-disabled=${isBusy}>
        ${isBusy ? commonWords(this).saving : commonWords(this).save}
      </button>
      ${
        hasOwn
          ? html`<button type="button" class="btn" @click=${this.#reset}>
              ${embedPageWords(this).standardTerms}
            </button>`
          : nothing
      }
    </div>`;
  }

  protected override renderContent(): TemplateResult {
    const words = embedPageWords(this);
    const form = this.#form;
    const terms = filled(this.#terms);
    const has = (code: Language) => Object.keys(terms[code] ?? {}).length > 0;
    const choices = codes
      .map((code) => [code, has(code) ? words.termsOf(this.#name(code)) : this.#name(code)] as const)
      .toSorted(([, a], [, b]) => a.localeCompare(b, this.localize.lang));
    const onInput = (event: Event) => this.#type(event);
    return html`<p class="second">${words.termsHint}</p>
      <form novalidate @submit=${form.onSubmit} @input=${onInput}>
        ${selectField(this, form, {
          name: "language",
          label: words.termsLanguage,
          value: this.language,
          required: true,
          choices,
        })}
        ${nouns.map((noun) =>
          textField(this, form, {
            name: noun,
            label: words.nouns[noun],
            value: this.#terms[this.language]?.[noun] ?? "",
            maxLength: 40,
            lang: this.language,
            ...(this.standard && { placeholder: this.standard[noun] }),
          }),
        )}
        ${organizationProblem(this, form, this.record)} ${this.#renderButtons(has(this.language))}
      </form>`;
  }
}

define("console-embed-terms", EmbedTerms);
