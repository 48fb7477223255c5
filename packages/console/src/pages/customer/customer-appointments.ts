import type { AppointmentRecord } from "@portico/client/dashboard";
import { property, state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { shortDay, timeRange } from "@portico/elements/internal/lib/time.ts";
import { empty, segmented } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { ConsolePart } from "../../lib/console-page.ts";
import { ListController } from "../../lib/list.ts";
import { router } from "../../lib/router.ts";
import type { Picked } from "../../parts/customer-picker.ts";
import { listTable } from "../../parts/table.ts";
import type { Column } from "../../parts/table.ts";
import { statusPill } from "../../records/appointment-changes.ts";
import "../../records/appointment-dialog.ts";
import { RecordsChangedEvent } from "../../records/events.ts";
import type { RecordDeletedEvent } from "../../records/events.ts";
import { recordWords } from "../../records/words.ts";
import { listStyles } from "../../records/list.styles.ts";
import { commonWords } from "../../words/common.ts";
import { customerWords } from "./words.ts";

/** A customer's appointments: those to come, or those that have been. */
export class CustomerAppointments extends ConsolePart {
  static override styles = [...ConsolePart.pageStyles, listStyles];

  readonly #list = new ListController<AppointmentRecord>(this, (query, options) =>
    this.api.listAppointmentRecords(query, options),
  );
  // One moment for both lists, so that asking again asks the same.
  readonly #now = new Date().toISOString();

  /** Whose. */
  @property({ attribute: false }) of!: Picked;
  /** Changes with the address. */
  @property({ attribute: false }) place = "";

  @state() private opened?: AppointmentRecord | "new" | undefined;

  get #isPast(): boolean {
    return router.query.get("when") === "past";
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store?.session.status !== "signed-in") return;
    const which = this.#isPast ? { to: this.#now, order: "desc" } : { from: this.#now };
    this.#list.show({ customerId: this.of.id, ...which, limit: 50 });
  }

  get #columns(): Column<AppointmentRecord>[] {
    const words = customerWords(this);
    const { nothing: none } = commonWords(this);
    return [
      { label: words.what, cell: ({ title }) => title },
      {
        label: words.when,
        cell: ({ startsAt, endsAt }) =>
          html`<span class="num"
            >${shortDay(this.time, startsAt)}, ${timeRange(this.time, startsAt, endsAt)}</span
          >`,
      },
      {
        label: words.who,
        cell: ({ employee }) => html`<span class="second">${employee?.name ?? none}</span>`,
        hidesOnPhone: true,
      },
      { label: words.status, cell: ({ status }) => statusPill(this, status) },
    ];
  }

  readonly #onDeleted = (event: Event): void => {
    this.toast(recordWords(this).deleted((event as RecordDeletedEvent<AppointmentRecord>).record.title));
    this.#onChanged();
  };
  readonly #onChanged = (): void => {
    void this.#list.reload();
    this.dispatchEvent(new RecordsChangedEvent());
  };

  protected override renderContent(): TemplateResult {
    const words = customerWords(this);
    const choices = [
      ["", words.upcoming],
      ["past", words.past],
    ] as const;
    const { opened } = this;
    return html`
      <div class="bar">
        ${segmented(words.when, choices, this.#isPast ? "past" : "", (when) =>
          router.go(router.hrefWith({ when, cursor: null })),
        )}
        <button type="button" class="btn end" @click=${() => (this.opened = "new")}>
          ${words.newAppointment}
        </button>
      </div>
      ${listTable(this, this.#list, {
        label: words.appointments,
        columns: this.#columns,
        open: (appointment) => (this.opened = appointment),
        empty: this.#isPast
          ? empty(words.noPast, words.noPastHint)
          : empty(words.noUpcoming, words.noUpcomingHint(this.of.name)),
      })}
      ${
        opened
          ? html`<console-appointment-dialog
              .client=${this.client!}
              .record=${opened === "new" ? undefined : opened}
              .customer=${this.of}
              @console-saved=${this.#onChanged}
              @console-deleted=${this.#onDeleted}
              @console-closed=${() => (this.opened = undefined)}
            ></console-appointment-dialog>`
          : nothing
      }
    `;
  }
}

define("console-customer-appointments", CustomerAppointments);

declare global {
  interface HTMLElementTagNameMap {
    "console-customer-appointments": CustomerAppointments;
  }
}
