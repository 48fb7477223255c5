import type { PortalClient, PortalError } from "@portico/client";
import { createPreviewClient } from "@portico/client/dashboard";
import type { CustomerRecord } from "@portico/client/dashboard";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import "@portico/elements/internal/define/portal-dashboard.ts";
import { property, state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { failure } from "@portico/elements/internal/primitives/failure.ts";
import { skeleton } from "@portico/elements/internal/primitives/primitives.ts";
import { css, html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { ConsolePart } from "../../lib/console-page.ts";
import { router } from "../../lib/router.ts";
import { icons } from "../../parts/icons.ts";
import { customerWords } from "./words.ts";

/** The portal as a customer sees it, for five minutes: with their data and no way to change it. */
export class PortalPreview extends ConsolePart {
  static override styles = [
    ...ConsolePart.pageStyles,
    css`
      .page {
        max-inline-size: 70rem;
      }
      .banner {
        position: sticky;
        inset-block-start: 0;
        z-index: 4;
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem 1rem;
        margin-block-end: 1.5rem;
        padding: 0.75rem 0.75rem 0.75rem 1.125rem;
        color: var(--_warning);
        background: var(--_warning-soft);
        border: 1px solid var(--_warning);
        border-radius: var(--_radius-card);
      }
      .told {
        flex: 1 1 16rem;
      }
      .banner h1 {
        font-size: 0.9375rem;
        letter-spacing: 0;
      }
      .banner .btn {
        color: var(--_ink);
      }
      .stage {
        padding: 1rem clamp(0.75rem, 3cqi, 2rem) 2rem;
        border: 1px solid var(--_line);
        border-radius: var(--_radius-card);
        background: var(--_paper);
      }
      @container (inline-size < 40rem) {
        .banner {
          padding-inline-start: 0.875rem;
        }
        .stage {
          padding: 0;
          border: 0;
        }
      }
    `,
  ];

  /** Whose. */
  @property({ attribute: false }) of!: CustomerRecord;

  @state() private preview?: PortalClient | undefined;
  @state() private isOver = false;
  @state() private error?: PortalError | undefined;

  #timer?: number;
  #asked?: string;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#asked = undefined;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#forget();
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store?.session.status !== "signed-in" || this.#asked === this.of.id) return;
    this.#asked = this.of.id;
    void this.#look();
  }

  override async focusHeading(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector("h1")?.focus({ preventScroll: true });
  }

  #forget(): void {
    clearTimeout(this.#timer);
    this.preview = undefined;
  }

  readonly #look = async (): Promise<void> => {
    this.#forget();
    this.error = undefined;
    this.isOver = false;
    try {
      const answer = await this.api.previewPortal(this.of.id);
      if (!this.isConnected) return;
      const client = createPreviewClient(this.store!.client!.apiUrl, answer);
      client.session.subscribe(({ status }) => status === "signed-out" && this.#end(client));
      this.#timer = setTimeout(() => this.#end(client), answer.expiresIn * 1000);
      this.preview = client;
    } catch (error) {
      this.error = toPortalError(error);
    }
  };

  #end(client: PortalClient): void {
    if (client !== this.preview) return;
    this.#forget();
    this.isOver = true;
    void this.updateComplete.then(() => this.renderRoot.querySelector<HTMLElement>(".again")?.focus());
  }

  readonly #onError = ({ error }: { error: PortalError }): void => {
    if (error.code === "READ_ONLY") this.toast(customerWords(this).previewRefused);
  };
  readonly #onSignOut = (event: Event): void => {
    event.preventDefault();
    this.toast(customerWords(this).previewNoSignOut(this.of.name));
  };

  #renderStage(): TemplateResult | typeof nothing {
    const words = customerWords(this);
    if (this.isOver) return nothing;
    if (this.error) return failure(this.localize, words.previewOf(this.of.name), this.error, this.#look);
    if (!this.preview) return skeleton(this.localize, 6);
    return html`<section class="stage" aria-label=${words.previewOf(this.of.name)}>
      <portal-dashboard
        .client=${this.preview}
        @portal-error=${this.#onError}
        @portal-before-logout=${this.#onSignOut}
      ></portal-dashboard>
    </section>`;
  }

  protected override renderContent(): TemplateResult {
    const words = customerWords(this);
    const { id, name } = this.of;
    const { isOver } = this;
    return html`<div class="page">
      <div class="banner">
        ${icons.shared}
        <div class="told">
          <h1 tabindex="-1">${isOver ? words.previewOver : words.previewBar(name)}</h1>
          <p>${isOver ? words.previewOverHint : words.previewBarHint}</p>
        </div>
        ${
          isOver
            ? html`<button type="button" class="btn again" @click=${this.#look}>
                ${words.previewAgain}
              </button>`
            : nothing
        }
        <a class="btn" href=${router.href(`customers/${id}`)}>${words.previewBack(name)}</a>
      </div>
      ${this.#renderStage()}
    </div>`;
  }
}

define("console-portal-preview", PortalPreview);

declare global {
  interface HTMLElementTagNameMap {
    "console-portal-preview": PortalPreview;
  }
}
