import type { AuditEntry } from "@portico/client/dashboard";
import { property } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { empty } from "@portico/elements/internal/primitives/primitives.ts";
import type { PropertyValues, TemplateResult } from "lit";
import { auditDays } from "../../audit/days.ts";
import { auditStyles } from "../../audit/styles.ts";
import { ConsolePart } from "../../lib/console-page.ts";
import { ListController } from "../../lib/list.ts";
import type { Picked } from "../../parts/customer-picker.ts";
import { customerWords } from "./words.ts";

/** What was changed of a customer's record, by whom, for those who run the organization. */
export class CustomerHistory extends ConsolePart {
  static override styles = [...ConsolePart.pageStyles, auditStyles];

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

  protected override renderContent(): TemplateResult {
    const words = customerWords(this);
    return auditDays(this, this.#list, empty(words.noHistory, words.noHistoryHint));
  }
}

define("console-customer-history", CustomerHistory);

declare global {
  interface HTMLElementTagNameMap {
    "console-customer-history": CustomerHistory;
  }
}
