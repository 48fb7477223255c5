import { define } from "@portico/elements/internal/lib/define.ts";
import { segmented } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { everyOf } from "../../lib/api.ts";
import { ConsolePage } from "../../lib/console-page.ts";
import { ExportController } from "../../lib/export.ts";
import { router } from "../../lib/router.ts";
import { toDay } from "../../lib/zoned.ts";
import { problemText } from "../../parts/problem.ts";
import { progress, progressStyles } from "../../parts/progress.ts";
import { kinds } from "./columns.ts";
import type { Kind } from "./columns.ts";
import { dataStyles } from "./data.styles.ts";
import { exportOf } from "./export.ts";
import { importView } from "./import-view.ts";
import { ImportController } from "./import.ts";
import { dataWords } from "./words.ts";

/** Records out as a file, and in from one. */
export class DataPage extends ConsolePage {
  static override styles = [...ConsolePage.pageStyles, progressStyles, dataStyles];

  readonly #export = new ExportController(this);
  readonly #import = new ImportController(this, async () => ({
    timeZone: this.time.timeZone,
    employees: await everyOf(this.api.iterateEmployees({ limit: 100 })),
  }));

  override get heading(): string {
    return dataWords(this).heading;
  }

  get #kind(): Kind {
    const asked = router.query.get("kind") as Kind;
    return kinds.includes(asked) ? asked : "customers";
  }

  get #isImport(): boolean {
    return router.query.get("tab") === "import";
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    this.#import.show(this.#kind);
  }

  /** "1,284 customers" */
  #counted(count: number): string {
    return dataWords(this).counted[this.#kind](count, count.toLocaleString(this.localize.lang));
  }

  readonly #save = async (): Promise<void> => {
    const kind = this.#kind;
    const name = `${kind}-${this.org!.slug}-${toDay(Date.now(), this.time.timeZone)}`;
    const isDone = await this.#export.run(exportOf(this.api, kind, name));
    if (isDone) this.toast(dataWords(this).exported(this.#counted(this.#export.count)));
  };

  #renderExport(): TemplateResult {
    const words = dataWords(this);
    const { isBusy, error, count, cancel } = this.#export;
    return html`
      ${isBusy ? progress(this, { text: words.exporting(this.#counted(count)), cancel }) : nothing}
      ${error ? html`<p class="problem" role="alert">${problemText(this, error)}</p>` : nothing}
      <section class="card export">
        <h2>${words.exportHeading[this.#kind]}</h2>
        <p class="second">${words.exportText}</p>
        <p class="second">${words.exportTimes}</p>
        <p class="second">${words.exportFormulas}</p>
        <button type="button" class="btn primary" ?disabled=${isBusy} @click=${this.#save}>
          ${words.exportAction[this.#kind]}
        </button>
      </section>
    `;
  }

  protected override renderContent(): TemplateResult {
    const words = dataWords(this);
    const isBusy = this.#export.isBusy || this.#import.isBusy;
    const tab = (name: string, text: string, isCurrent: boolean) =>
      html`<a href=${router.hrefWith({ tab: name })} aria-current=${isCurrent ? "page" : nothing}
        >${text}</a
      >`;
    const choose = (kind: Kind) => isBusy || router.go(router.hrefWith({ kind }));
    return this.renderPage(
      {},
      html`
        <nav class="tabs" aria-label=${words.tabs}>
          ${tab("", words.export, !this.#isImport)} ${tab("import", words.import, this.#isImport)}
        </nav>
        <div class="bar">
          ${segmented(
            words.kind,
            kinds.map((kind) => [kind, words[kind]] as const),
            this.#kind,
            choose,
          )}
        </div>
        ${this.#isImport ? importView(this, this.#kind, this.#import) : this.#renderExport()}
      `,
    );
  }
}

define("console-data", DataPage);
