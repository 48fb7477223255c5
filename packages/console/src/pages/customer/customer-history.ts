import type { AuditEntry } from "@portico/client/dashboard";
import { property } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { format } from "@portico/elements/internal/lib/time.ts";
import { empty } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { ConsolePart } from "../../lib/console-page.ts";
import { ListController } from "../../lib/list.ts";
import type { Picked } from "../../parts/customer-picker.ts";
import { listTable } from "../../parts/table.ts";
import type { Column } from "../../parts/table.ts";
import { customerWords } from "./words.ts";

/** What was changed of a customer's record, by whom, for those who run the organization. */
export class CustomerHistory extends ConsolePart {
  readonly #list = new ListController<AuditEntry>(this, (query, options) =>
    this.api.listAuditEntries(query, options),
  );

  /** Whose. */
  @property({ attribute: false }) of!: Picked & { updatedAt: string };

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store?.session.status !== "signed-in") return;
    this.#list.show({ entity: "customer", entityId: this.of.id, limit: 50 });
    // A change that is made on this page is history at once.
    if ((changed.get("of") as typeof this.of | undefined)?.updatedAt) void this.#list.reload();
  }

  /** A change as "Phone: nothing → +49 30 1234567". */
  #renderChanges({ before, after }: AuditEntry): unknown {
    const words = customerWords(this);
    const value = (of: unknown) =>
      of === null || of === undefined || of === ""
        ? words.nothing
        : typeof of === "object"
          ? Object.entries(of)
              .map((pair) => pair.join(": "))
              .join(", ")
          : String(of);
    const names = Object.keys({ ...before, ...after }).filter((name) => words.fields[name]);
    return names.map(
      (name) =>
        html`<div class="change">
          <span class="second">${words.fields[name]}:</span>
          ${before ? html`<span class="was">${value(before[name])}</span> →` : nothing}
          ${after ? value(after[name]) : words.nothing}
        </div>`,
    );
  }

  get #columns(): Column<AuditEntry>[] {
    const words = customerWords(this);
    const when = {
      day: "numeric",
      month: "short",
      year: "numeric",
      hour: "numeric",
      minute: "2-digit",
    } as const;
    return [
      {
        label: words.did,
        cell: ({ action }) => html`<span class="strong">${words.actions[action] ?? action}</span>`,
      },
      { label: words.changes, cell: (entry) => this.#renderChanges(entry) },
      { label: words.by, cell: ({ actor }) => html`<span class="second">${actor.name}</span>` },
      {
        label: words.when,
        cell: ({ at }) => html`<span class="second num">${format(this.time, at, when)}</span>`,
      },
    ];
  }

  protected override renderContent(): TemplateResult {
    const words = customerWords(this);
    return listTable(this, this.#list, {
      label: words.history,
      columns: this.#columns,
      empty: empty(words.noHistory, words.noHistoryHint),
    });
  }
}

define("console-customer-history", CustomerHistory);

declare global {
  interface HTMLElementTagNameMap {
    "console-customer-history": CustomerHistory;
  }
}
