import { define } from "@portico/elements/internal/lib/define.ts";
import { html } from "lit";
import type { TemplateResult } from "lit";
import { ConsolePage } from "../../lib/console-page.ts";
import { router } from "../../lib/router.ts";
import "./import-file.ts";
import "./import-list.ts";
import { importWords } from "./import-words.ts";

/** Inviting a whole list: a file is chosen, looked at, sent; the address names the list. */
export class ImportPage extends ConsolePage {
  override get heading(): string {
    return importWords(this).heading;
  }

  protected override renderContent(): TemplateResult {
    const words = importWords(this);
    const [id] = this.params;
    const actions = html`<a class="btn" href=${router.href("invitations")}>${words.back}</a>`;
    return this.renderPage(
      { actions },
      id
        ? html`<console-import-list
            .client=${this.client!}
            .importId=${id}
            .place=${this.place}
          ></console-import-list>`
        : html`<console-import-file .client=${this.client!}></console-import-file>`,
    );
  }
}

define("console-import", ImportPage);
