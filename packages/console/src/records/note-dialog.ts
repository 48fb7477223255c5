import type { DashboardCallOptions, NoteRecord } from "@portico/client/dashboard";
import { state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { notesStyles } from "@portico/elements/internal/components/portal-notes/portal-notes.styles.ts";
import { html } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import type { Values } from "../lib/form.ts";
import { confirmed } from "../parts/dialog.ts";
import { textArea, textField } from "../parts/fields.ts";
import { icons } from "../parts/icons.ts";
import { commonWords } from "../words/common.ts";
import { noteDialogStyles } from "./note-dialog.styles.ts";
import { RecordDialog } from "./record-dialog.ts";
import { visibilityMark, visibilityStyles } from "./visibility.ts";
import { recordWords } from "./words.ts";

type Visibility = NoteRecord["visibility"];

/** A note on a customer in a dialog: written beside its preview, internal or shared, deleted. */
export class NoteDialog extends RecordDialog<NoteRecord> {
  static override styles = [...RecordDialog.styles, notesStyles, visibilityStyles, noteDialogStyles];

  protected override readonly isWide = true;

  @state() private markdown?: (text: string) => unknown;
  @state() private typed?: string;
  @state() private chosen?: Visibility;

  override connectedCallback(): void {
    super.connectedCallback();
    // The parser is fetched when it is needed; what is typed is shown as it is until then.
    void import("@portico/elements/internal/lib/markdown.ts").then(
      ({ renderMarkdown }) => (this.markdown = renderMarkdown),
      () => {},
    );
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has("record")) this.typed = this.chosen = undefined;
  }

  get #visibility(): Visibility {
    return this.chosen ?? this.shown?.visibility ?? "INTERNAL";
  }

  get #name(): string {
    return this.whose?.name ?? recordWords(this).theCustomer;
  }

  protected override texts() {
    const words = recordWords(this);
    const { record } = this;
    const title = record?.title ?? "";
    const wasShared = this.shown?.visibility === "SHARED";
    const isShared = this.#visibility === "SHARED";
    return {
      heading: record ? words.editNote : words.newNote,
      // The button says who will read it, unless that stays as it is.
      action: !isShared ? words.saveInternal : wasShared ? commonWords(this).save : words.share(this.#name),
      deleteHeading: words.deleteNote,
      deleteText: wasShared ? words.deleteSharedText(title, this.#name) : words.deleteInternalText(title),
    };
  }

  protected override load(id: string): Promise<NoteRecord> {
    return this.api.getNoteRecord(id);
  }

  protected override erase(id: string, options: DashboardCallOptions): Promise<void> {
    return this.api.deleteNote(id, options);
  }

  protected override async agreed({ visibility }: Values): Promise<boolean> {
    if (visibility !== "SHARED" || this.shown?.visibility !== "INTERNAL") return true;
    const words = recordWords(this);
    return confirmed(this, {
      heading: words.shareHeading(this.#name),
      text: words.shareText(this.#name),
      action: words.shareAction(this.#name),
    });
  }

  protected override save(
    { customerId, ...values }: Values,
    id: string | undefined,
    options: DashboardCallOptions,
  ): Promise<NoteRecord> {
    const fields = values as { title: string; body: string; visibility: Visibility };
    return id
      ? this.api.updateNote(id, fields, options)
      : this.api.createNote({ ...fields, customerId: customerId ?? this.customer!.id });
  }

  readonly #onType = (event: Event): void => {
    const { name, value } = event.target as HTMLTextAreaElement;
    if (name === "body") this.typed = value;
  };
  readonly #onChoose = (event: Event): void => {
    this.chosen = (event.target as HTMLInputElement).value as Visibility;
  };

  #renderChoice(value: Visibility, icon: unknown, word: string, long: string): TemplateResult {
    return html`<label class="choice ${value.toLowerCase()}">
      <input type="radio" name="visibility" value=${value} .checked=${value === this.#visibility} />
      ${icon}
      <span><span class="strong">${word}</span>: ${long}</span>
    </label>`;
  }

  #renderPreview(): TemplateResult {
    const words = recordWords(this);
    const text = this.typed ?? this.shown?.body ?? "";
    return html`<div class="preview">
      <p class="label" id="preview">${words.preview}</p>
      <section class="sheet" aria-labelledby="preview">
        ${visibilityMark(
          this.#visibility === "SHARED" ? words.previewShared(this.#name) : words.previewInternal,
          this.#visibility,
        )}
        ${
          text.trim()
            ? html`<div class="body">${this.markdown?.(text) ?? html`<p class="raw">${text}</p>`}</div>`
            : html`<p class="small">${words.previewEmpty}</p>`
        }
      </section>
    </div>`;
  }

  protected override renderFields(): TemplateResult {
    const words = recordWords(this);
    const { form, shown } = this;
    return html`
      <fieldset class="choices" @change=${this.#onChoose}>
        <legend>${words.visibility}</legend>
        ${this.#renderChoice("INTERNAL", icons.internal, words.internal, words.internalLong)}
        ${this.#renderChoice("SHARED", icons.shared, words.shared, words.sharedLong)}
      </fieldset>
      ${textField(this, form, {
        name: "title",
        label: words.title,
        value: shown?.title,
        required: true,
        autofocus: true,
        maxLength: 200,
      })}
      <div class="writing" @input=${this.#onType}>
        ${textArea(this, form, {
          name: "body",
          label: words.body,
          value: shown?.body,
          required: true,
          rows: 9,
          maxLength: 20_000,
          hint: words.bodyHint,
        })}
        ${this.#renderPreview()}
      </div>
    `;
  }
}

define("console-note-dialog", NoteDialog);

declare global {
  interface HTMLElementTagNameMap {
    "console-note-dialog": NoteDialog;
  }
}
