import type { Note, Page } from "@portico/client";
import { html } from "lit";
import type { TemplateResult } from "lit";
import { state } from "../../lib/decorators.ts";
import { LoadController } from "../../controllers/load.ts";
import { PagingController } from "../../controllers/paging.ts";
import { PortalPage } from "../../lib/portal-page.ts";
import { longDay } from "../../lib/time.ts";
import { excerpt } from "../../lib/excerpt.ts";
import { backIcon } from "../../primitives/icons.ts";
import { failure } from "../../primitives/failure.ts";
import { empty, facts, skeleton } from "../../primitives/primitives.ts";
import { notesStyles } from "./portal-notes.styles.ts";

/**
 * @summary What the organization wrote for the customer: a list, and one note opened.
 *
 * @csspart list - The list.
 * @csspart note - A note in the list.
 * @csspart body - The text of the opened note.
 * @csspart empty - What is said where there is nothing.
 *
 * @cssproperty [--portal-notes-min-height=20rem] - Component: height that is reserved before anything has loaded, a length.
 */
export class PortalNotes extends PortalPage {
  static override styles = [...PortalPage.pageStyles, notesStyles];

  readonly #load = new PagingController<Note>(this, (cursor, signal) => this.#fetch(cursor, signal));
  readonly #single = new LoadController<Note>(this, (signal) =>
    this.store!.client!.getNote(this.openId!, { signal }),
  );

  @state() private markdown?: (text: string) => unknown;

  protected override get what(): string {
    return this.localize.term("notes");
  }

  #fetch(cursor?: string, signal?: AbortSignal): Promise<Page<Note>> {
    return this.store!.client!.listNotes({ limit: 50, ...(cursor && { cursor }) }, { signal });
  }

  #open(id: string | undefined): void {
    if (this.navigate) return this.navigate({ view: "notes", ...(id && { id }) }, !id);
    this.openId = id;
    this.focusHeading();
  }

  #byline(note: Note): TemplateResult {
    return html`<span class="caption">
      ${facts(note.author?.name, longDay(this.time, note.createdAt))}
    </span>`;
  }

  #renderList(): TemplateResult {
    const { localize } = this;
    const { value, error } = this.#load;
    if (!value) {
      return error
        ? failure(localize, this.what, error, () => void this.#load.reload())
        : skeleton(localize, 3);
    }
    if (!value.items.length) {
      return empty(localize.term("noNotes"), localize.term("noNotesHint", this.org!.name));
    }
    return html`
      <ul part="list" class="card rows">
        ${value.items.map(
          (note) => html`
            <li part="note">
              <button type="button" class="note" @click=${() => this.#open(note.id)}>
                <span class="strong">${note.title}</span>
                <span class="second clamp" dir="auto">${excerpt(note.body)}</span>
                ${this.#byline(note)}
              </button>
            </li>
          `,
        )}
      </ul>
      ${this.#load.renderMore(this.what)}
    `;
  }

  #renderNote(id: string): TemplateResult {
    const { localize } = this;
    let note = this.#load.value?.items.find((item) => item.id === id);
    if (!note) {
      this.#single.ensure(`note:${id}`);
      note = this.#single.value;
    }
    const { error } = this.#single;
    // The parser is fetched when the first note is opened; its text stands here meanwhile.
    if (!this.markdown) {
      void import("../../lib/markdown.ts").then((module) => (this.markdown = module.renderMarkdown));
    }
    return html`
      <article part="base" class="page opened">
        <button type="button" class="link" @click=${() => this.#open(undefined)}>
          ${backIcon} ${localize.term("backToNotes")}
        </button>
        ${
          note
            ? html`<h2 part="heading" tabindex="-1">${note.title}</h2>
                <p>${this.#byline(note)}</p>
                <div part="body" class="body" dir="auto">
                  ${this.markdown?.(note.body) ?? html`<p class="raw">${note.body}</p>`}
                </div>`
            : error
              ? failure(localize, this.what, error, () => void this.#single.reload())
              : skeleton(localize, 2)
        }
      </article>
    `;
  }

  protected override renderContent(): TemplateResult {
    if (this.openId) return this.#renderNote(this.openId);
    this.#load.ensure("notes");
    return this.renderPage(html``, this.#renderList());
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portal-notes": PortalNotes;
  }
}
