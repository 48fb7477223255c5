import type { Terms } from "@portico/client";
import { updateHosts } from "@portico/elements/internal/controllers/localize.ts";
import { property, state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import type { PortalTheme } from "@portico/elements/internal/lib/portal-element.ts";
import { createDemoClient } from "@portico/elements/internal/demo/demo-client.ts";
import "@portico/elements/internal/define/portal-dashboard.ts";
import { segmented } from "@portico/elements/internal/primitives/primitives.ts";
import { controls } from "@portico/elements/internal/styles/controls.ts";
import { css, html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { consoleStyles } from "../styles/console.ts";
import { previewWords } from "../words/preview.ts";
import type { Draft } from "./branding-fields.ts";
import { plain } from "@portico/elements/internal/styles/plain.ts";

const clientFor = ({ name, branding }: Draft, terms: Terms) =>
  createDemoClient({ latency: 0, signedOut: false, organization: { name, branding, terms } });

/** The portal with somebody made up signed in, in the organization's look; to be looked at, not to be worked in. */
export class PortalPreview extends PortalElement {
  static override styles = [
    ...PortalElement.styles,
    plain,
    controls,
    consoleStyles,
    css`
      .head {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        justify-content: space-between;
        gap: 0.5rem;
        margin-block-end: 0.75rem;
      }
      .frame {
        overflow: clip;
      }
      .address {
        display: flex;
        align-items: center;
        gap: 0.75rem;
        padding: 0.5rem 1rem;
        background: var(--_sunken);
        border-block-end: 1px solid var(--_line);
      }
      .address::before {
        content: "";
        inline-size: 0.5rem;
        block-size: 0.5rem;
        border-radius: 50%;
        background: var(--_line);
        box-shadow:
          0.875rem 0 var(--_line),
          1.75rem 0 var(--_line);
        margin-inline-end: 1.75rem;
      }
      .view {
        position: relative;
        block-size: 30rem;
        overflow: auto;
      }
      .view:focus-visible {
        outline-offset: -2px;
      }
      portal-dashboard {
        padding: 1.25rem;
        min-block-size: 100%;
      }
    `,
  ];

  /** What is shown, saved or not. */
  @property({ attribute: false }) draft: Draft = { name: "", branding: { accentColor: null, logoUrl: null } };
  /** Own words that are not saved yet; by default the organization's. */
  @property({ attribute: false }) terms?: Terms | undefined;
  /** The language of the portal; by default the console's. */
  @property() language = "";
  /** The page that the portal will be on. */
  @property() page = "";

  @state() private look: PortalTheme = "light";
  #demo?: ReturnType<typeof createDemoClient>;
  #shown = "";
  #timer?: number;

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    const terms = this.terms ?? this.org?.terms ?? {};
    const key = JSON.stringify([this.draft.name, this.draft.branding.logoUrl, terms]);
    if (key !== this.#shown) {
      // Typing would make a portal a letter.
      clearTimeout(this.#timer);
      const show = () => {
        this.#shown = key;
        this.#demo = clientFor(this.draft, terms);
        this.requestUpdate();
      };
      if (this.#demo) this.#timer = setTimeout(show, 400);
      else show();
    }
  }

  protected override updated(changed: PropertyValues): void {
    // No element is told of a `lang` on itself.
    if (changed.has("language")) updateHosts();
    const accent = this.draft.branding.accentColor;
    const view = this.renderRoot.querySelector<HTMLElement>(".view")!;
    if (accent) view.style.setProperty("--portal-accent", accent);
  }

  protected override render(): TemplateResult {
    const words = previewWords(this);
    const looks = (["light", "dark", "system"] as const).map((look) => [look, words[look]] as const);
    return html`<div class="head">
        <h2>${words.heading}</h2>
        ${segmented(words.theme, looks, this.look, (look) => (this.look = look))}
      </div>
      <div class="card frame">
        <p class="address small" aria-hidden="true">${this.page || words.yourPage}</p>
        <div class="view" role="region" aria-label=${words.label} tabindex="0">
          <portal-dashboard
            inert
            lang=${this.language || nothing}
            .client=${this.#demo}
            .theme=${this.look}
          ></portal-dashboard>
        </div>
      </div>`;
  }
}

define("console-portal-preview", PortalPreview);
