import type { InvitationImport, InvitationImportRow } from "@portico/client/dashboard";
import { LoadController } from "@portico/elements/internal/controllers/load.ts";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import { property } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { failure } from "@portico/elements/internal/primitives/failure.ts";
import { empty, pill, segmented, skeleton } from "@portico/elements/internal/primitives/primitives.ts";
import type { Tone } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { ConsolePage } from "../../lib/console-page.ts";
import { ListController } from "../../lib/list.ts";
import { router } from "../../lib/router.ts";
import { confirmed } from "../../parts/dialog.ts";
import { problemText } from "../../parts/problem.ts";
import { listTable } from "../../parts/table.ts";
import type { Column } from "../../parts/table.ts";
import { commonWords } from "../../words/common.ts";
import { importState } from "./import-state.ts";
import { importStyles } from "./import.styles.ts";
import { importWords } from "./import-words.ts";

type RowState = InvitationImportRow["state"];
type Row = InvitationImportRow & { id: string };

const POLL = 1000;
const states: RowState[] = ["READY", "INVALID", "SKIPPED", "INVITED"];
const tones: Record<RowState, Tone> = {
  READY: "accent",
  INVALID: "danger",
  SKIPPED: "neutral",
  INVITED: "accent",
};

/** A list of people to invite: what becomes of each line, sending it, and how far that is. */
export class ImportList extends ConsolePage {
  static override styles = [...ConsolePage.pageStyles, importStyles];

  readonly #import = new LoadController<InvitationImport>(this, (signal) =>
    this.api.getInvitationImport(this.importId, { signal }),
  );
  readonly #rows = new ListController<Row>(
    this,
    async ({ list: _, ...query }: { list?: string }, options) => {
      const page = await this.api.listInvitationImportRows(this.importId, query, options);
      return { ...page, items: page.items.map((row) => ({ ...row, id: String(row.line) })) };
    },
  );
  #timer?: number | undefined;

  /** Which list. */
  @property({ attribute: false }) importId = "";

  override get heading(): string {
    return importWords(this).heading;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.#watch);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.#watch);
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  get #state(): RowState | "" {
    const asked = router.query.get("state") as RowState;
    return states.includes(asked) ? asked : "";
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store?.session.status !== "signed-in") return;
    this.#import.ensure(`import ${this.importId}`);
    this.#rows.show({ list: this.importId, ...(this.#state && { state: this.#state }), limit: 50 });
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    this.#watch();
  }

  /** Looks again while it runs and somebody looks at it. */
  readonly #watch = (): void => {
    if (!this.isConnected || this.#timer || document.hidden || this.#import.value?.status !== "RUNNING")
      return;
    this.#timer = setTimeout(async () => {
      await Promise.all([this.#import.reload(), this.#rows.reload()]);
      this.#timer = undefined;
      this.#watch();
    }, POLL);
  };

  async #do(work: () => Promise<InvitationImport>, told?: string): Promise<void> {
    try {
      this.#import.mutate(await work());
      if (told) this.toast(told);
    } catch (error) {
      this.toast(problemText(this, toPortalError(error)));
      await this.#import.reload();
    }
    await this.#rows.reload();
    this.renderRoot.querySelector<HTMLElement>("h2")?.focus();
  }

  /** Sends it, after a last question. */
  readonly send = async (): Promise<void> => {
    const words = importWords(this);
    const { ready } = this.#import.value!.counts;
    const text = this.number(ready);
    const agreed = await confirmed(this, {
      heading: words.confirmHeading(ready, text),
      text: words.confirmText,
      action: words.confirm(ready, text),
    });
    if (agreed) await this.#do(() => this.api.confirmInvitationImport(this.importId));
  };

  /** Stops what runs, after a question; throws away what was never sent. */
  readonly stop = async (): Promise<void> => {
    const words = importWords(this);
    const isRunning = this.#import.value!.status === "RUNNING";
    const question = { heading: words.stopHeading, text: words.stopText, action: words.stop };
    if (isRunning && !(await confirmed(this, { ...question, isDanger: true }))) return;
    const cancel = () => this.api.cancelInvitationImport(this.importId);
    await this.#do(cancel, isRunning ? words.stopped : words.discarded);
  };

  /** A number as it is written here. */
  number(count: number): string {
    return new Intl.NumberFormat(this.localize.lang).format(count);
  }

  get #columns(): Column<Row>[] {
    const words = importWords(this);
    const { nothing: none } = commonWords(this);
    return [
      { label: words.email, cell: ({ email }) => html`<span class="strong">${email ?? none}</span>` },
      { label: words.name, cell: ({ name }) => name ?? none },
      { label: words.line, cell: ({ line }) => html`<span class="num">${line}</span>` },
      {
        label: words.state,
        cell: ({ state, reason }) =>
          html`<span class="why"
            >${pill(words.states[state], tones[state])}
            ${reason ? html`<span class="small">${words.reasons[reason]}</span>` : nothing}</span
          >`,
      },
    ];
  }

  protected override renderContent(): TemplateResult {
    const words = importWords(this);
    const { value, error } = this.#import;
    if (!value)
      return error
        ? failure(this.localize, words.heading, error, () => void this.#import.reload())
        : skeleton(this.localize, 6);
    const choices = [["", words.all] as const, ...states.map((name) => [name, words.states[name]] as const)];
    const choose = (state: RowState | "") => router.go(router.hrefWith({ state, cursor: null }));
    return html`
      ${importState(this, value)}
      <div class="bar">${segmented(words.show, choices, this.#state, choose)}</div>
      ${listTable(this, this.#rows, {
        label: words.lines,
        columns: this.#columns,
        empty: empty(words.none, words.noneHint),
      })}
    `;
  }
}

define("console-import-list", ImportList);
