import type { AuditEntry, Employee } from "@portico/client/dashboard";
import { LoadController } from "@portico/elements/internal/controllers/load.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { empty } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { everyOf } from "../../lib/api.ts";
import { ConsolePage } from "../../lib/console-page.ts";
import { ExportController } from "../../lib/export.ts";
import { ListController } from "../../lib/list.ts";
import { router } from "../../lib/router.ts";
import { toDay, toLocal } from "../../lib/zoned.ts";
import { problemText, refusal } from "../../parts/problem.ts";
import { progress, progressStyles } from "../../parts/progress.ts";
import { commonWords } from "../../words/common.ts";
import { auditDays } from "../../audit/days.ts";
import { auditStyles } from "../../audit/styles.ts";
import { changesOf, sentence } from "../../audit/describe.ts";
import { deviceOf } from "../../audit/device.ts";
import { auditQuery, filterBar, isFiltered } from "./filters.ts";
import { auditWords } from "../../audit/words.ts";

/** Who changed what: newest first, a sentence each, found by filters, and taken along as a file. */
export class AuditPage extends ConsolePage {
  static override styles = [...ConsolePage.pageStyles, progressStyles, auditStyles];

  readonly #list = new ListController<AuditEntry>(this, (query, options) =>
    this.api.listAuditEntries(query, options),
  );
  readonly #employees = new LoadController<Employee[]>(this, (signal) =>
    everyOf(this.api.iterateEmployees({ limit: 100 }, { signal })),
  );
  readonly #export = new ExportController(this);

  override get heading(): string {
    return auditWords(this).heading;
  }

  get #mayRead(): boolean {
    return this.store?.session.status === "signed-in" && this.may("ADMIN");
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!this.#mayRead) return;
    this.#employees.ensure("every employee");
    this.#list.show({ ...auditQuery(this.org!.timeZone), limit: 50 });
  }

  readonly #save = async (): Promise<void> => {
    const words = auditWords(this);
    const { columns } = words;
    const { timeZone } = this.time;
    const isDone = await this.#export.run<AuditEntry>({
      name: `audit-log-${this.org!.slug}-${toDay(Date.now(), timeZone)}`,
      header: Object.values(columns),
      records: (signal) => this.api.iterateAuditEntries({ ...auditQuery(timeZone), limit: 100 }, { signal }),
      cells: (entry) => [
        entry.at,
        `${toLocal(entry.at, timeZone).replace("T", " ")} ${timeZone}`,
        entry.actor.kind,
        entry.actor.name,
        entry.actor.id,
        entry.action,
        entry.entity,
        entry.entityId,
        sentence(words, entry),
        changesOf(words, this.time, entry)
          .map(({ label, before, after }) => `${label}: ${before} → ${after}`)
          .join("\n"),
        entry.network,
        deviceOf(entry.userAgent) ?? null,
        entry.requestId,
      ],
    });
    if (isDone) this.toast(words.exported(this.#count));
  };

  get #count(): string {
    return this.#export.count.toLocaleString(this.localize.lang);
  }

  /** Those who did what is shown, so that one of them can be chosen though they are no employee. */
  get #others(): (readonly [string, string])[] {
    const others = this.#list.items.flatMap(({ actor: { id, name, kind } }) =>
      kind === "SYSTEM" ? [] : [[id, name] as const],
    );
    const chosen = router.query.get("actorId");
    return chosen ? [[chosen, commonWords(this).nothing], ...others] : others;
  }

  protected override renderContent(): TemplateResult {
    const words = auditWords(this);
    if (!this.#mayRead) return this.renderPage({}, refusal(this));
    const { isBusy, error, cancel } = this.#export;
    const actions = html`<button type="button" class="btn" ?disabled=${isBusy} @click=${this.#save}>
      ${words.export}
    </button>`;
    return this.renderPage(
      { actions },
      html`
        <p class="intro">${words.intro}</p>
        ${isBusy ? progress(this, { text: words.exporting(this.#count), cancel }) : nothing}
        ${error ? html`<p class="problem" role="alert">${problemText(this, error)}</p>` : nothing}
        ${filterBar(this, this.#employees.value ?? [], this.#others)}
        ${auditDays(
          this,
          this.#list,
          isFiltered() ? empty(words.noneSuch, words.noneSuchHint) : empty(words.none, words.noneHint),
        )}
      `,
    );
  }
}

define("console-audit", AuditPage);
