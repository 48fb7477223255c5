import type { PortalError } from "@portico/client";
import type { DashboardAnswer } from "@portico/client/dashboard";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import { property, state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import { css, html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { apiOf } from "../lib/api.ts";
import { policySnippet } from "../lib/snippet.ts";
import { consoleStyles } from "../styles/console.ts";
import { embedStyles } from "../styles/embed.ts";
import { embedWords } from "../words/embed.ts";
import { copyBlock } from "./copy.ts";
import { ToastEvent } from "../lib/toast.ts";
import { problemText } from "./problem.ts";

type Check = DashboardAnswer<"checkEmbed">;

/** Tells what a page showed when it was looked at. */
export class EmbedCheckedEvent extends Event {
  constructor(readonly check: Check) {
    super("console-embed-checked");
  }
}

/** Looks whether a page shows the portal, and says what to do where it does not. */
export class EmbedCheck extends PortalElement {
  static override styles = [
    ...PortalElement.styles,
    consoleStyles,
    embedStyles,
    css`
      .row {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.5rem;
      }
      .row slot:first-child {
        display: block;
        flex: 1 1 12rem;
        overflow-wrap: anywhere;
      }
      @container (inline-size < 24rem) {
        .row slot:first-child {
          flex-basis: 100%;
        }
      }
      .answer {
        display: grid;
        gap: 0.375rem;
        margin-block-start: 0.875rem;
        padding: 0.875rem 1.125rem;
        border: 1px solid var(--_line);
        border-inline-start: 0.25rem solid var(--_danger);
        border-radius: var(--_radius-control);
        text-wrap: pretty;
      }
      .answer.good {
        border-inline-start-color: var(--_accent-fill);
      }
      [role="status"]:empty {
        display: none;
      }
    `,
  ];

  /** The page to look at. */
  @property() url = "";
  /** Whether it is one of several: a row with what is in it, a small button, and what is slotted as `after`. */
  @property({ type: Boolean }) compact = false;

  @state() private check?: Check | undefined;
  @state() private error?: PortalError | undefined;
  @state() private isBusy = false;

  /** Says something for a few seconds. */
  toast(text: string): void {
    this.dispatchEvent(new ToastEvent(text));
  }

  readonly #look = async (): Promise<void> => {
    if (this.isBusy) return;
    this.isBusy = true;
    this.error = undefined;
    this.check = undefined;
    try {
      const check = await apiOf(this).checkEmbed({ url: this.url });
      this.check = check;
      this.dispatchEvent(new EmbedCheckedEvent(check));
    } catch (error) {
      this.error = toPortalError(error);
    } finally {
      this.isBusy = false;
    }
  };

  #hint({ status, httpStatus }: Check): unknown {
    const words = embedWords(this);
    if (status === "UNREACHABLE")
      return httpStatus === null ? words.unreachableSilent : words.unreachableStatus(httpStatus);
    const hint = words[`${status}Hint` as const];
    return typeof hint === "string" ? hint : hint(this.org!.slug);
  }

  #renderAnswer(check: Check): TemplateResult {
    const words = embedWords(this);
    const { status, url } = check;
    return html`<div class="answer ${status === "FOUND" ? "good" : ""}">
      <p class="strong">${words[status]}</p>
      <p>${this.#hint(check)}</p>
      ${status === "BLOCKED_BY_CSP" ? copyBlock(this, policySnippet(location.origin), words.policy) : nothing}
      <p class="caption">${words.checked(url)}</p>
    </div>`;
  }

  #renderError(error: PortalError): TemplateResult {
    const [refused] = error.errors;
    const text = refused ? `${this.url} ${refused.message}.` : problemText(this, error);
    return html`<div class="answer"><p>${text}</p></div>`;
  }

  protected override renderContent(): TemplateResult {
    const words = embedWords(this);
    const { compact } = this;
    const button = html`<button
      type="button"
      class="btn ${compact ? "small" : "primary"}"
      aria-disabled=${this.isBusy}
      aria-label=${compact ? `${words.checkShort}: ${this.url}` : nothing}
      @click=${this.#look}
    >
      ${compact ? words.checkShort : words.check}
    </button>`;
    return html`${
        compact ? html`<div class="row"><slot></slot>${button}<slot name="after"></slot></div>` : button
      }
      <div role="status">
        ${this.isBusy ? html`<p class="small">${words.checking}</p>` : nothing}${
          this.check ? this.#renderAnswer(this.check) : nothing
        }${this.error ? this.#renderError(this.error) : nothing}
      </div>`;
  }
}

define("console-embed-check", EmbedCheck);

declare global {
  interface HTMLElementEventMap {
    "console-embed-checked": EmbedCheckedEvent;
  }
}
