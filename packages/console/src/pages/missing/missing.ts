import { define } from "@portico/elements/internal/lib/define.ts";
import { html } from "lit";
import type { TemplateResult } from "lit";
import { ConsolePage } from "../../lib/console-page.ts";
import { router } from "../../lib/router.ts";
import { commonWords } from "../../words/common.ts";

/** An address that leads nowhere. */
export class MissingPage extends ConsolePage {
  override get heading(): string {
    return commonWords(this).notThere;
  }

  protected override renderContent(): TemplateResult {
    const words = commonWords(this);
    const way = html`<p>${words.notThereHint}</p>
      <p><a href=${router.href("")}>${words.backHome}</a></p>`;
    return this.renderPage({}, way);
  }
}

define("console-missing", MissingPage);
