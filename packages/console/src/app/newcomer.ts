import { define } from "@portico/elements/internal/lib/define.ts";
import { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import { plain } from "@portico/elements/internal/styles/plain.ts";
import { css, html } from "lit";
import type { TemplateResult } from "lit";
import { founderWords } from "./founder-words.ts";

/** The way for those who have no organization here yet. */
export class Newcomer extends PortalElement {
  static override styles = [
    ...PortalElement.styles,
    plain,
    css`
      p {
        padding: 1rem;
        text-align: center;
        font-size: 0.875rem;
        color: var(--_ink-2);
      }
    `,
  ];

  protected override render(): TemplateResult {
    const words = founderWords(this);
    // A page of its own, which the console's addresses are not: the browser loads it.
    return html`<p>
      ${words.newHere} <a class="link" href="/dashboard/register" target="_self">${words.title}</a>
    </p>`;
  }
}

define("console-newcomer", Newcomer);
