import type { AppointmentRecord, DashboardCallOptions, Employee } from "@portico/client/dashboard";
import { LoadController } from "@portico/elements/internal/controllers/load.ts";
import { property, state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { shortDay } from "@portico/elements/internal/lib/time.ts";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import type { Values } from "../lib/form.ts";
import { ToastEvent } from "../lib/toast.ts";
import { commonWords } from "../words/common.ts";
import { isActive, nextSteps, sayChanged, statusPill, withOverlaps } from "./appointment-changes.ts";
import type { AppointmentChange, AppointmentStatus } from "./appointment-changes.ts";
import { appointmentDialogStyles } from "./appointment-dialog.styles.ts";
import { draftOf, nextHalfHour, timesOf } from "./appointment-draft.ts";
import type { AppointmentDraft } from "./appointment-draft.ts";
import { appointmentFields } from "./appointment-fields.ts";
import { appointmentWords } from "./appointment-words.ts";
import { RecordSavedEvent } from "./events.ts";
import { RecordDialog } from "./record-dialog.ts";

/**
 * A customer's appointment in a dialog. It says itself what was saved, with a way back; and, before and after, that the
 * employee has something else at that time. That it was deleted is the page's to say.
 */
export class AppointmentDialog extends RecordDialog<AppointmentRecord> {
  static override styles = [...RecordDialog.styles, appointmentDialogStyles];

  /** When a new one begins, by the organization's clocks: `2026-11-25T09:30`. */
  @property() start = "";

  @state() private draft?: AppointmentDraft;
  @state() private customerZone?: string | null | undefined;
  @state() private others: AppointmentRecord[] = [];

  readonly #employees = new LoadController<Employee[]>(this, async (signal) => {
    const able = [];
    for await (const employee of this.api.iterateEmployees({ limit: 100 }, { signal }))
      if (!employee.disabledAt) able.push(employee);
    return able;
  });
  #begin = "";
  #asked = "";
  #timer?: number;
  #status?: AppointmentStatus | undefined;
  // What happened here is said where the dialog stood.
  #place?: EventTarget | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#place = this.parentNode ?? undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.#timer);
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store?.session.status !== "signed-in") return;
    this.#employees.ensure("appointment-dialog employees");
    const { timeZone } = this.org!;
    this.#begin ||= this.start || nextHalfHour(timeZone);
    if (!this.draft || (changed.has("shown") && this.shown)) {
      this.draft = draftOf(this.shown, { start: this.#begin, timeZone });
      void this.#lookForOthers();
    }
    if (!this.hasUpdated || changed.has("picked")) void this.#findZone();
  }

  async #findZone(): Promise<void> {
    const id = this.record ? undefined : this.whose?.id;
    this.customerZone = this.record?.customer.timeZone;
    if (!id) return;
    // Without it the form is only less telling.
    const customer = await this.api.getCustomer(id).catch(() => undefined);
    if (id === this.whose?.id) this.customerZone = customer?.timeZone;
  }

  // What follows from the fields is said while they are filled in.
  readonly #onDraft = (event: Event): void => {
    const { form } = event.target as HTMLInputElement;
    if (!form) return;
    this.draft = { ...this.draft!, ...Object.fromEntries(new FormData(form)) };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#lookForOthers(), 250);
  };

  async #lookForOthers(): Promise<void> {
    const { employeeId, status, ...draft } = this.draft!;
    const times = timesOf(draft);
    const isAsked = employeeId && isActive(status) && times;
    const asked = (this.#asked = isAsked ? JSON.stringify([employeeId, times]) : "");
    if (!isAsked) {
      this.others = [];
      return;
    }
    const { startsAt: from, endsAt: to } = times;
    // Saving says it again; that this question failed is no reason to say anything.
    const found = await this.api
      .listAppointmentRecords({ employeeId, from, to, status: "REQUESTED,CONFIRMED", limit: 5 })
      .catch(() => undefined);
    if (asked === this.#asked) this.others = (found?.items ?? []).filter(({ id }) => id !== this.record?.id);
  }

  protected override texts() {
    const words = appointmentWords(this);
    const { shown } = this;
    const heading = shown
      ? shortDay({ locale: this.localize.lang, timeZone: shown.timeZone }, shown.startsAt)
      : words.newAppointment;
    const action = shown ? commonWords(this).save : words.create;
    return { heading, action, deleteHeading: words.deleteHeading, deleteText: words.deleteText };
  }

  protected override load(id: string): Promise<AppointmentRecord> {
    return this.api.getAppointmentRecord(id);
  }

  protected override async save(
    { day, startsAt, endsAt, customerId, ...values }: Values,
    id: string | undefined,
    options: DashboardCallOptions,
  ): Promise<AppointmentRecord> {
    const { title, timeZone } = values as { title: string; timeZone: string };
    const times = timesOf({ day: day!, startsAt: startsAt!, endsAt: endsAt!, timeZone })!;
    const input = { ...values, title, ...times };
    if (id) return this.#change(this.shown!, input, options);
    const whose = customerId ?? this.customer!.id;
    const record = await this.api.createAppointment({ ...input, customerId: whose }, options);
    const said = withOverlaps(this, appointmentWords(this).made(record.title), record);
    this.#place?.dispatchEvent(new ToastEvent(said));
    return record;
  }

  async #change(
    before: AppointmentRecord,
    input: AppointmentChange,
    options: DashboardCallOptions,
  ): Promise<AppointmentRecord> {
    const was: Record<string, unknown> = { ...before, employeeId: before.employee?.id ?? null };
    const wanted = { ...input, ...(this.#status && { status: this.#status }) };
    this.#status = undefined;
    // What is as it was is left out: the log names what was changed.
    const change: AppointmentChange = Object.fromEntries(
      Object.entries(wanted).filter(([name, value]) => was[name] !== value),
    );
    if (Object.keys(change).length === 0) return before;
    const after = await this.api.updateAppointment(before.id, change, options);
    const words = appointmentWords(this);
    const said = change.status ? words.said[change.status](after.title) : commonWords(this).saved;
    const put = (record: AppointmentRecord) => this.dispatchEvent(new RecordSavedEvent(record, false));
    sayChanged(this, { before, after, change, said, put, place: this.#place });
    return after;
  }

  protected override erase(id: string, options: DashboardCallOptions): Promise<void> {
    return this.api.deleteAppointment(id, options);
  }

  // What was typed goes with it: nothing is lost by this button.
  readonly #setStatus = (status: AppointmentStatus) => (event: Event) => {
    this.#status = status;
    (event.currentTarget as Element).closest("form")!.requestSubmit();
    // Something is missing yet; what is sent then is not this button's.
    if (!this.form.isBusy) this.#status = undefined;
  };
  #renderStatus({ status, startsAt }: AppointmentRecord): TemplateResult {
    const words = appointmentWords(this);
    return html`<div class="status" role="group" aria-label=${words.changed}>
      ${statusPill(this, status)}
      ${nextSteps({ status, startsAt }).map(
        ([next, word]) =>
          html`<button type="button" class="btn small" @click=${this.#setStatus(next)}>
            ${words[word]}
          </button>`,
      )}
    </div>`;
  }

  protected override renderFields(): unknown {
    const { shown, draft, form } = this;
    if (!draft) return nothing;
    const begin = draftOf(shown, { start: this.#begin, timeZone: this.org!.timeZone });
    const { customerZone, others } = this;
    const state = { form, shown, draft, begin, customerZone, others, employees: this.#employees.value };
    return html`${shown ? this.#renderStatus(shown) : nothing}
      <div @input=${this.#onDraft} @change=${this.#onDraft}>${appointmentFields(this, state)}</div>`;
  }
}

define("console-appointment-dialog", AppointmentDialog);

declare global {
  interface HTMLElementTagNameMap {
    "console-appointment-dialog": AppointmentDialog;
  }
}
