import { define } from "@portico/elements/internal/lib/define.ts";
import { html } from "lit";
import type { TemplateResult } from "lit";
import { ConsolePage } from "../../lib/console-page.ts";
import "../../records/note-list.ts";
import { recordWords } from "../../records/words.ts";

/** Every customer's notes. */
export class NotesPage extends ConsolePage {
  override get heading(): string {
    return recordWords(this).notes;
  }

  readonly #create = (): void => this.renderRoot.querySelector("console-note-list")!.create();

  protected override renderContent(): TemplateResult {
    const actions = html`<button type="button" class="btn primary" @click=${this.#create}>
      ${recordWords(this).newNote}
    </button>`;
    return this.renderPage(
      { actions },
      html`<console-note-list .client=${this.client!} .place=${this.place}></console-note-list>`,
    );
  }
}

define("console-notes", NotesPage);
