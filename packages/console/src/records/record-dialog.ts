import type { DashboardCallOptions } from "@portico/client/dashboard";
import { etagOf } from "@portico/client/dashboard";
import { PortalError } from "@portico/client/core";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import { property, state } from "@portico/elements/internal/lib/decorators.ts";
import { css, html, nothing } from "lit";
import type { CSSResult, PropertyValues, TemplateResult } from "lit";
import { ConsolePart } from "../lib/console-page.ts";
import { FormController } from "../lib/form.ts";
import type { Values } from "../lib/form.ts";
import type { CustomerPicker, Picked } from "../parts/customer-picker.ts";
import "../parts/customer-picker.ts";
import { closeDialog, confirmed, formDialog } from "../parts/dialog.ts";
import { commonWords } from "../words/common.ts";
import { RecordClosedEvent, RecordDeletedEvent, RecordSavedEvent } from "./events.ts";

/** What every record of a customer has. */
interface CustomersRecord {
  id: string;
  title: string;
  updatedAt: string;
  customer: Picked;
}

/**
 * A record of a customer in a dialog, which is open as long as the element is there: `record` is changed, without one a
 * new one is made, for `customer` where that is fixed. Fires `console-saved`, `console-deleted`, `console-closed`.
 */
export abstract class RecordDialog<T extends CustomersRecord> extends ConsolePart {
  static override styles: CSSResult[] = [
    ...ConsolePart.pageStyles,
    css`
      :host,
      .root {
        display: contents;
      }
      .whose {
        margin-block: 0 1.125rem;
      }
    `,
  ];

  /** What is changed; without it a new one is made. */
  @property({ attribute: false }) record?: T;
  /** Whose the new one will be; without it that is asked. */
  @property({ attribute: false }) customer?: Picked;

  /** Whom the form's picker has found. */
  @state() protected picked?: Picked | undefined;
  /** The record as its fields show it. */
  @state() protected shown?: T | undefined;
  #fresh?: Promise<T>;

  /** The form. */
  protected readonly form = new FormController(
    this,
    (values, form) => this.#send(values, form),
    () => commonWords(this).required,
  );

  /** What it says at the top, and on the button that saves. */
  protected abstract texts(): { heading: string; action: string; deleteHeading: string; deleteText: string };
  /** Its fields, after whose it is. */
  protected abstract renderFields(): unknown;
  /** Reads the record. */
  protected abstract load(id: string): Promise<T>;
  /** Makes a record, or changes the one that has the id. */
  protected abstract save(values: Values, id: string | undefined, options: DashboardCallOptions): Promise<T>;
  /** Deletes it. */
  protected abstract erase(id: string, options: DashboardCallOptions): Promise<void>;
  /** Asks where saving does more than people may expect; false leaves everything as it is. */
  protected agreed(_values: Values): Promise<boolean> {
    return Promise.resolve(true);
  }
  /** Whether it takes the room of two columns. */
  protected readonly isWide: boolean = false;

  /** Whose it is, as far as that is known. */
  protected get whose(): Picked | undefined {
    return this.record?.customer ?? this.customer ?? this.picked;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (!changed.has("record") || !this.record) return;
    this.shown = this.record;
    this.#fresh = this.load(this.record.id);
    this.#fresh.then(
      (fresh) => {
        // What is typed already stays; saving finds out whether it still fits.
        if (!this.form.isDirty) this.shown = fresh;
      },
      (error: unknown) => {
        this.form.problem = toPortalError(error);
        this.requestUpdate();
      },
    );
  }

  /** The state that is changed, for If-Match: only if it is the one that the fields show. */
  async #ifMatch(): Promise<DashboardCallOptions> {
    const fresh = await this.#fresh;
    if (fresh && fresh.updatedAt !== this.shown!.updatedAt)
      throw new PortalError({ code: "PRECONDITION_FAILED", status: 412 });
    return { ifMatch: fresh && etagOf(fresh) };
  }

  async #send(values: Values, form: HTMLFormElement): Promise<void> {
    if (!(await this.agreed(values))) return;
    const record = await this.save(values, this.record?.id, await this.#ifMatch());
    this.dispatchEvent(new RecordSavedEvent(record, !this.record));
    closeDialog(form);
  }

  readonly #delete = async (event: Event): Promise<void> => {
    const form = (event.currentTarget as Element).closest("form")!;
    const { deleteHeading: heading, deleteText: text } = this.texts();
    const action = commonWords(this).delete;
    if (!(await confirmed(this, { heading, text, action, isDanger: true }))) return;
    const record = this.record!;
    try {
      await this.erase(record.id, await this.#ifMatch());
    } catch (error) {
      return this.form.fail(form, error);
    }
    this.dispatchEvent(new RecordDeletedEvent(record));
    closeDialog(form);
  };

  readonly #onPick = (event: Event): void => {
    this.picked = (event.target as CustomerPicker).value;
  };

  #renderWhose(): TemplateResult {
    const { whose } = this;
    if (this.record || this.customer)
      return html`<p class="second whose">${commonWords(this).customer}: <strong>${whose!.name}</strong></p>`;
    return html`<console-customer-picker
      name="customerId"
      required
      .client=${this.client!}
      .value=${this.picked}
      .error=${this.form.errors.customerId ?? ""}
      @change=${this.#onPick}
    ></console-customer-picker>`;
  }

  protected override renderContent(): TemplateResult {
    const close = () => this.dispatchEvent(new RecordClosedEvent());
    const extra = this.record
      ? html`<button type="button" class="btn danger" @click=${this.#delete}>
          ${commonWords(this).delete}
        </button>`
      : nothing;
    return formDialog(
      this,
      this.form,
      { ...this.texts(), close, extra, isWide: this.isWide },
      html`${this.#renderWhose()} ${this.renderFields()}`,
    );
  }
}
