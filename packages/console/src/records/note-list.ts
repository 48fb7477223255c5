import type { NoteRecord } from "@portico/client/dashboard";
import type { PortalError } from "@portico/client";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import { property, state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { excerpt } from "@portico/elements/internal/lib/excerpt.ts";
import { shortDay } from "@portico/elements/internal/lib/time.ts";
import { empty, segmented } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { ConsolePart } from "../lib/console-page.ts";
import { ListController } from "../lib/list.ts";
import { router } from "../lib/router.ts";
import { Selection } from "../lib/selection.ts";
import type { Picked } from "../parts/customer-picker.ts";
import { confirmed } from "../parts/dialog.ts";
import { problemText } from "../parts/problem.ts";
import { listTable, selectionBar } from "../parts/table.ts";
import type { Column } from "../parts/table.ts";
import { commonWords } from "../words/common.ts";
import { customerCell, CustomerFilter } from "./customer-filter.ts";
import type { RecordDeletedEvent, RecordSavedEvent } from "./events.ts";
import { RecordsChangedEvent } from "./events.ts";
import { listStyles } from "./list.styles.ts";
import "./note-dialog.ts";
import { visibilityMark, visibilityStyles } from "./visibility.ts";
import { recordWords } from "./words.ts";

type Visibility = NoteRecord["visibility"];

/** Notes on one customer or on all: filtered by the address, opened in a dialog, several made internal or deleted together. */
export class NoteList extends ConsolePart {
  static override styles = [...ConsolePart.pageStyles, visibilityStyles, listStyles];

  readonly #list = new ListController<NoteRecord>(this, (query, options) =>
    this.api.listNoteRecords(query, options),
  );
  readonly #selection = new Selection(this);
  readonly #filter = new CustomerFilter(this);

  /** On whom; without it on everybody. */
  @property({ attribute: false }) of?: Picked;
  /** Changes with the address. */
  @property({ attribute: false }) place = "";

  @state() private opened?: NoteRecord | "new" | undefined;

  /** Makes a new one. */
  create(): void {
    this.opened = "new";
  }

  get #visibility(): Visibility | "" {
    const asked = router.query.get("visibility");
    return asked === "SHARED" || asked === "INTERNAL" ? asked : "";
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store?.session.status !== "signed-in") return;
    if (changed.has("place") && this.#selection.size) this.#selection.clear();
    this.#list.show({
      customerId: this.of?.id ?? this.#filter.id,
      visibility: this.#visibility || undefined,
      limit: 50,
    });
  }

  get #columns(): Column<NoteRecord>[] {
    const words = recordWords(this);
    const whose = { label: words.customer, cell: ({ customer }: NoteRecord) => customerCell(customer) };
    return [
      {
        label: words.note,
        cell: ({ title, body }) =>
          html`${title}<span class="excerpt" aria-hidden="true">${excerpt(body)}</span>`,
      },
      {
        label: words.visibility,
        cell: ({ visibility }) =>
          visibilityMark(visibility === "SHARED" ? words.shared : words.internal, visibility),
      },
      ...(this.of ? [] : [whose]),
      {
        label: words.author,
        cell: ({ author }) => html`<span class="second">${author?.name ?? commonWords(this).nothing}</span>`,
        hidesOnPhone: true,
      },
      {
        label: words.created,
        cell: ({ createdAt }) => html`<span class="second num word">${shortDay(this.time, createdAt)}</span>`,
      },
    ];
  }

  readonly #onSaved = ({ record, isNew }: RecordSavedEvent<NoteRecord>): void => {
    const words = recordWords(this);
    const { title, visibility, customer } = record;
    this.toast(visibility === "SHARED" ? words.noteShared(title, customer.name) : words.noteInternal(title));
    if (!isNew) this.#list.put(record);
    this.#onChanged();
  };
  readonly #onDeleted = ({ record }: RecordDeletedEvent<NoteRecord>): void => {
    this.toast(recordWords(this).deleted(record.title));
    this.#onChanged();
  };
  readonly #onChanged = (): void => {
    void this.#list.reload();
    this.dispatchEvent(new RecordsChangedEvent());
  };

  /** Takes notes back from their customers, together and at once; undo shares them again. */
  async #hide(notes: NoteRecord[]): Promise<void> {
    const words = recordWords(this);
    this.#selection.clear();
    const set = async (visibility: Visibility, said: (count: number) => string, undo?: () => unknown) => {
      try {
        const items = notes.map(({ id }) => ({ id, visibility }));
        const { counts } = await this.api.upsertNotes({ items });
        if (counts.updated) this.toast(said(counts.updated), undo);
        if (counts.failed) this.toast(words.notesGone(counts.failed));
      } catch (error) {
        this.toast(problemText(this, toPortalError(error)));
      }
      this.#onChanged();
    };
    await set("INTERNAL", words.notesHidden, () => set("SHARED", words.notesSharedAgain));
  }

  async #delete(notes: NoteRecord[]): Promise<void> {
    const words = recordWords(this);
    const shared = notes.filter(({ visibility }) => visibility === "SHARED").length;
    const heading = words.deleteNotes(notes.length);
    const text = words.deleteNotesText(notes.length, shared);
    if (!(await confirmed(this, { heading, text, action: commonWords(this).delete, isDanger: true }))) return;
    this.#selection.clear();
    const refused: PortalError[] = [];
    const remove = ({ id }: NoteRecord) =>
      this.api.deleteNote(id).catch((error: unknown) => refused.push(toPortalError(error)));
    await Promise.all(notes.map(remove));
    const count = notes.length - refused.length;
    if (count) this.toast(words.notesDeleted(count));
    if (refused[0]) this.toast(words.notesKept(refused.length, problemText(this, refused[0])));
    this.#onChanged();
  }

  #renderBar(): TemplateResult {
    const words = recordWords(this);
    const choices = [
      ["", words.bothVisibilities],
      ["INTERNAL", words.internal],
      ["SHARED", words.shared],
    ] as const;
    const choose = (visibility: string) => router.go(router.hrefWith({ visibility, cursor: null }));
    return html`<div class="bar">
      ${segmented(words.visibility, choices, this.#visibility, choose)}
      ${
        this.of
          ? html`<button type="button" class="btn end" @click=${() => this.create()}>
              ${words.newNote}
            </button>`
          : this.#filter.render()
      }
    </div>`;
  }

  get #empty(): TemplateResult {
    const words = recordWords(this);
    return this.#visibility || this.#filter.id
      ? empty(words.noSuchNote, words.noSuchHint)
      : empty(words.noNotes, words.noNotesHint(this.of?.name ?? words.aCustomer));
  }

  protected override renderContent(): TemplateResult {
    const words = recordWords(this);
    const chosen = this.#list.items.filter(({ id }) => this.#selection.has(id));
    const shared = chosen.filter(({ visibility }) => visibility === "SHARED");
    const { opened } = this;
    return html`
      ${this.#renderBar()}
      ${listTable(this, this.#list, {
        label: words.notes,
        columns: this.#columns,
        open: (note) => (this.opened = note),
        name: ({ title }) => title,
        selection: this.#selection,
        empty: this.#empty,
      })}
      ${selectionBar(
        this,
        this.#selection,
        html`${
            shared.length
              ? html`<button type="button" class="btn" @click=${() => void this.#hide(shared)}>
                  ${words.makeInternal}
                </button>`
              : nothing
          }
          <button type="button" class="btn danger" @click=${() => void this.#delete(chosen)}>
            ${commonWords(this).delete}
          </button>`,
      )}
      ${
        opened
          ? html`<console-note-dialog
              .client=${this.client!}
              .record=${opened === "new" ? undefined : opened}
              .customer=${this.of}
              @console-saved=${this.#onSaved}
              @console-deleted=${this.#onDeleted}
              @console-closed=${() => (this.opened = undefined)}
            ></console-note-dialog>`
          : nothing
      }
    `;
  }
}

define("console-note-list", NoteList);

declare global {
  interface HTMLElementTagNameMap {
    "console-note-list": NoteList;
  }
}
