import { etagOf } from "@portico/client/dashboard";
import type { AppointmentRecord, CustomerRecord, Employee } from "@portico/client/dashboard";
import { LoadController } from "@portico/elements/internal/controllers/load.ts";
import { property, state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import { shortDay } from "@portico/elements/internal/lib/time.ts";
import { css, html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { apiOf } from "../lib/api.ts";
import { ConsolePage } from "../lib/console-page.ts";
import { FormController } from "../lib/form.ts";
import type { Values } from "../lib/form.ts";
import { ToastEvent } from "../lib/toast.ts";
import "../parts/customer-picker.ts";
import type { CustomerPicker, Picked } from "../parts/customer-picker.ts";
import { closeDialog, confirmed, formDialog } from "../parts/dialog.ts";
import { commonWords } from "../words/common.ts";
import { isActive, nextSteps, sayChanged, statusPill, withOverlaps } from "./appointment-changes.ts";
import type { AppointmentChange, AppointmentStatus } from "./appointment-changes.ts";
import { draftOf, nextHalfHour, timesOf } from "./appointment-draft.ts";
import type { AppointmentDraft } from "./appointment-draft.ts";
import { appointmentFields } from "./appointment-fields.ts";
import { appointmentWords } from "./appointment-words.ts";
import { RecordDeletedEvent, RecordSavedEvent } from "./events.ts";

/**
 * Makes an appointment or changes one, in a dialog that is there as long as the element is. Tells `console-saved`,
 * `console-deleted` and `console-closed`; says itself what has happened, with a way back.
 */
export class AppointmentDialog extends PortalElement {
  static override styles = [
    ...ConsolePage.pageStyles,
    css`
      .status {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem;
        margin-block-end: 1.125rem;
      }
      .status .pill {
        margin-inline-end: auto;
      }
      .when {
        display: grid;
        gap: 0 0.75rem;
      }
      .note {
        margin-block: -0.5rem 1.125rem;
        font-size: 0.8125rem;
        line-height: 1.45;
        color: var(--_ink-2);
      }
      .warning {
        margin-block-end: 1.125rem;
        padding: 0.625rem 0.875rem;
        font-size: 0.875rem;
        color: var(--_warning);
        background: var(--_warning-soft);
        border-radius: var(--_radius-control);
      }
      @container (inline-size >= 26rem) {
        .when {
          grid-template-columns: minmax(0, 1.3fr) minmax(0, 1fr) minmax(0, 1.2fr);
        }
      }
    `,
  ];

  /** The appointment that is changed; a new one is made without it. */
  @property({ attribute: false }) record?: AppointmentRecord;
  /** Whose a new one is, where that is known. */
  @property({ attribute: false }) customer?: Picked;
  /** When a new one begins, by the organization's clocks: `2026-11-25T09:30`. */
  @property() start = "";

  /** Where a new one begins before anything is chosen. */
  begin = "";
  /** What the fields hold that others follow from. */
  @state() draft?: AppointmentDraft;
  /** The zone in which the customer lives, where it is known. */
  @state() customerZone?: string | null | undefined;
  /** What the employee has at the same time, asked for before it is saved. */
  @state() others: AppointmentRecord[] = [];

  /** The organization's employees who can be chosen. */
  readonly employees = new LoadController<Employee[]>(this, async (signal) => {
    const all = await Array.fromAsync(apiOf(this).iterateEmployees({ limit: 100 }, { signal }));
    return all.filter(({ disabledAt }) => !disabledAt);
  });
  /** The form around the fields. */
  readonly form = new FormController(
    this,
    (values, form) => this.#save(values, form),
    () => commonWords(this).required,
  );

  #fresh?: Promise<AppointmentRecord>;
  #asked = "";
  #timer?: number;
  #status?: AppointmentStatus;
  // What was said in the dialog is said where it stood.
  #place?: EventTarget;

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
    if (this.store?.session.status !== "signed-in" || this.draft) return;
    const { timeZone } = this.org!;
    this.begin = this.start || nextHalfHour(timeZone);
    this.draft = draftOf(this.record, { start: this.begin, timeZone });
    this.employees.ensure("appointment-dialog employees");
    if (this.record) void this.#load(this.record);
    else if (this.customer) void this.#findZone(this.customer.id);
  }

  // The list's state may be old; what is saved says which state it was made from.
  async #load({ id, customer }: AppointmentRecord): Promise<void> {
    this.customerZone = customer.timeZone;
    this.#fresh = apiOf(this).getAppointmentRecord(id);
    try {
      this.record = await this.#fresh;
      if (!this.form.isDirty) this.draft = draftOf(this.record, { start: "", timeZone: "" });
      void this.#look();
    } catch {
      // It is told when it is saved, beside what was typed.
    }
  }

  async #findZone(id: string): Promise<void> {
    this.customerZone = undefined;
    const customer: CustomerRecord | undefined = await apiOf(this)
      .getCustomer(id)
      .catch(() => undefined);
    this.customerZone = customer?.timeZone;
  }

  /** Somebody was chosen whose appointment it shall be. */
  readonly onCustomer = (event: Event): void => {
    const { value } = event.target as CustomerPicker;
    if (value) void this.#findZone(value.id);
  };

  /** What follows from the fields is said while they are filled in. */
  readonly onDraft = (event: Event): void => {
    const { form } = event.target as HTMLInputElement;
    if (!form) return;
    this.draft = { ...this.draft!, ...Object.fromEntries(new FormData(form)) };
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.#look(), 250);
  };

  async #look(): Promise<void> {
    const { draft, record } = this;
    const times = draft && timesOf(draft);
    const asked = times && draft.employeeId && isActive(draft.status) ? { ...times, ...draft } : undefined;
    this.#asked = JSON.stringify(asked);
    const mine = this.#asked;
    if (!asked) {
      this.others = [];
      return;
    }
    const { employeeId, startsAt: from, endsAt: to } = { ...draft, ...times };
    const query = { employeeId, from, to, status: ["REQUESTED" as const, "CONFIRMED" as const], limit: 5 };
    const found = await apiOf(this)
      .listAppointmentRecords(query as never)
      .catch(() => undefined);
    if (mine === this.#asked) this.others = (found?.items ?? []).filter(({ id }) => id !== record?.id);
  }

  async #save(values: Values, form: HTMLFormElement): Promise<void> {
    const { day, startsAt, endsAt, customerId, ...rest } = values as Record<string, string>;
    const draft = { ...this.draft!, day: day!, startsAt: startsAt!, endsAt: endsAt! };
    const times = timesOf({ ...draft, timeZone: rest.timeZone ?? draft.timeZone })!;
    const status = this.#status && { status: this.#status };
    const input = { ...rest, ...times, ...status } as AppointmentChange & { title: string };
    if (this.record) await this.#change(input);
    else await this.#create({ ...input, ...times, customerId: customerId ?? this.customer!.id });
    closeDialog(form);
  }

  async #change(input: AppointmentChange): Promise<void> {
    const before = await this.#fresh!;
    const was = { ...before, employeeId: before.employee?.id ?? null } as Record<string, unknown>;
    // What is as it was is left out: the log names what was changed.
    const change = Object.fromEntries(
      Object.entries(input).filter(([name, value]) => !isSame(was[name], value)),
    ) as AppointmentChange;
    if (Object.keys(change).length === 0) return;
    const options = { ifMatch: etagOf(before) };
    const after = await apiOf(this).updateAppointment(before.id, change, options);
    const put = (record: AppointmentRecord) => this.dispatchEvent(new RecordSavedEvent(record, false));
    const said = change.status
      ? appointmentWords(this).said[change.status](after.title)
      : commonWords(this).saved;
    put(after);
    sayChanged(this, { before, after, change, said, put, place: this.#place ?? this });
  }

  async #create(input: Parameters<ReturnType<typeof apiOf>["createAppointment"]>[0]): Promise<void> {
    const record = await apiOf(this).createAppointment(input);
    this.dispatchEvent(new RecordSavedEvent(record, true));
    const said = withOverlaps(this, appointmentWords(this).made(record.title), record);
    this.dispatchEvent(new ToastEvent(said));
  }

  readonly #setStatus = (status: AppointmentStatus) => (event: Event) => {
    this.#status = status;
    // What was typed goes with it: nothing is lost by this button.
    (event.currentTarget as HTMLElement).closest("form")!.requestSubmit();
    this.#status = undefined;
  };

  readonly #delete = async (event: Event): Promise<void> => {
    const form = (event.currentTarget as HTMLElement).closest("form")!;
    const words = appointmentWords(this);
    const record = this.record!;
    const options = { heading: words.deleteHeading, text: words.deleteText, isDanger: true };
    if (!(await confirmed(this, { ...options, action: commonWords(this).delete }))) return;
    try {
      await apiOf(this).deleteAppointment(record.id);
      this.dispatchEvent(new RecordDeletedEvent(record));
      this.dispatchEvent(new ToastEvent(commonWords(this).deleted(record.title)));
      closeDialog(form);
    } catch (error) {
      this.form.fail(form, error);
    }
  };

  #renderStatus(record: AppointmentRecord): TemplateResult {
    const words = appointmentWords(this);
    return html`<div class="status" role="group" aria-label=${words.changed}>
      ${statusPill(this, record.status)}
      ${nextSteps(record).map(
        ([status, word]) =>
          html`<button type="button" class="btn small" @click=${this.#setStatus(status)}>
            ${words[word]}
          </button>`,
      )}
    </div>`;
  }

  protected override renderContent(): TemplateResult | typeof nothing {
    const { record, draft } = this;
    if (!draft) return nothing;
    const words = appointmentWords(this);
    const heading = record
      ? `${record.customer.name} · ${shortDay({ locale: this.localize.lang, timeZone: record.timeZone }, record.startsAt)}`
      : words.newAppointment;
    const extra = record
      ? html`<button type="button" class="btn danger" @click=${this.#delete}>
          ${commonWords(this).delete}
        </button>`
      : nothing;
    const close = () => this.dispatchEvent(new Event("console-closed"));
    const action = record ? commonWords(this).save : words.create;
    const content = html`${record ? this.#renderStatus(record) : nothing}
      <div @input=${this.onDraft} @change=${this.onDraft}>${appointmentFields(this, draft)}</div>`;
    return formDialog(this, this.form, { heading, action, close, extra }, content);
  }
}

// An instant is the same however it is written.
const isSame = (was: unknown, is: unknown) =>
  was === is ||
  (typeof was === "string" &&
    typeof is === "string" &&
    /^\d{4}-/.test(is) &&
    Date.parse(was) === Date.parse(is));

define("console-appointment-dialog", AppointmentDialog);

declare global {
  interface HTMLElementTagNameMap {
    "console-appointment-dialog": AppointmentDialog;
  }
}
