import { property, state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import { controls } from "@portico/elements/internal/styles/controls.ts";
import { fieldStyles } from "@portico/elements/internal/styles/field.ts";
import { css, html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { contrast, ENOUGH, ratioText, toColor } from "../lib/contrast.ts";
import { consoleStyles } from "../styles/console.ts";
import { brandingWords } from "../words/branding.ts";
import "./accent-sample.ts";
import type { Shown } from "./accent-sample.ts";
import { plain } from "@portico/elements/internal/styles/plain.ts";

/** What the portal is shown in where nobody has chosen anything. */
export const DEFAULT_ACCENT = "#0f6b5c";

const themes = ["light", "dark"] as const;

/**
 * The accent colour as a field of a form: chosen or typed, and beside it what the portal makes of it in light and in
 * dark, measured on the portal's own tokens.
 */
export class AccentField extends PortalElement {
  static readonly formAssociated = true;
  static override shadowRootOptions = { ...PortalElement.shadowRootOptions, delegatesFocus: true };
  static override styles = [
    ...PortalElement.styles,
    plain,
    controls,
    fieldStyles,
    consoleStyles,
    css`
      .choose {
        display: flex;
        gap: 0.625rem;
      }
      input[type="color"] {
        inline-size: 3.5rem;
        padding: 0.25rem;
        flex: none;
        cursor: pointer;
      }
      .hex {
        inline-size: 8.5rem;
        font-variant-numeric: tabular-nums;
      }
      .samples {
        display: grid;
        gap: 0.75rem;
      }
      .samples ul {
        margin: 0.5rem 0 0;
        padding: 0;
        list-style: none;
        display: grid;
        gap: 0.125rem;
      }
      @container (inline-size >= 30rem) {
        .samples {
          grid-template-columns: 1fr 1fr;
        }
      }
    `,
  ];

  readonly #internals = this.attachInternals();

  /** Its name in the form. */
  @property() name = "accentColor";
  /** The colour, as `#rrggbb`. */
  @property() value = DEFAULT_ACCENT;
  /** What is wrong with it, told by the form. */
  @property() error = "";

  @state() private typed?: string | undefined;
  @state() private shown: Partial<Record<"light" | "dark", Shown>> = {};

  /** Whether what was typed is a colour. */
  get validity(): ValidityState {
    return this.#internals.validity;
  }

  /** What is wrong with what was typed. */
  get validationMessage(): string {
    return this.#internals.validationMessage;
  }

  protected override updated(_changed: PropertyValues): void {
    this.#internals.setFormValue(this.value);
    const isWrong = this.typed !== undefined && !toColor(this.typed);
    const input = this.renderRoot.querySelector<HTMLElement>(".hex") ?? undefined;
    this.#internals.setValidity(
      isWrong ? { badInput: true } : {},
      isWrong ? brandingWords(this).noColor : "",
      input,
    );
  }

  readonly #choose = (event: Event): void => {
    this.typed = (event.target as HTMLInputElement).value;
    const color = toColor(this.typed);
    if (!color) return;
    this.value = color;
    this.dispatchEvent(new Event("change", { bubbles: true, composed: true }));
  };

  readonly #settle = (): void => {
    if (this.typed && toColor(this.typed)) this.typed = undefined;
  };

  /** What became of the colour in a theme, in words: of a button, and of a link. */
  #renderFacts(theme: "light" | "dark"): unknown {
    const shown = this.shown[theme];
    if (!shown) return nothing;
    const words = brandingWords(this);
    const ratio = (one: string, other: string) => ratioText(contrast(one, other), this.localize.lang);
    const { fill, onFill, ink, paper } = shown;
    const say = (what: string, color: string, readable: string) =>
      color === this.value ? words.kept(what, readable) : words.corrected(what, color, readable);
    const own = contrast(this.value, paper);
    return html`<ul class="small num">
      <li>${say(words.buttons, fill, ratio(fill, onFill))}</li>
      <li>${say(words.links, ink, ratio(ink, paper))}</li>
      ${ink !== this.value && own < ENOUGH ? html`<li>${words.why(ratio(this.value, paper))}</li>` : nothing}
    </ul>`;
  }

  // There is a form around it: it says itself whether there is anything to be loaded.
  protected override render(): TemplateResult {
    const words = brandingWords(this);
    const described = ["hint", this.error && "error"].filter(Boolean).join(" ");
    return html`<div class="field">
        <label for="hex">${words.accent}</label>
        <div class="choose">
          <input type="color" aria-label=${words.picker} .value=${this.value} @input=${this.#choose} />
          <input
            id="hex"
            class="hex"
            spellcheck="false"
            autocomplete="off"
            maxlength="7"
            aria-describedby=${described}
            aria-invalid=${this.error ? "true" : nothing}
            .value=${this.typed ?? this.value}
            @input=${this.#choose}
            @blur=${this.#settle}
          />
        </div>
        <p class="small" id="hint">${words.accentHint}</p>
        ${this.error ? html`<p class="error" id="error">${this.error}</p>` : nothing}
      </div>
      <div class="samples">
        ${themes.map(
          (theme) =>
            html`<div>
              <p class="caption">${words[theme]}</p>
              <console-accent-sample
                theme=${theme}
                .color=${this.value}
                .words=${[words.sampleButton, words.sampleLink] as [string, string]}
                .measured=${(shown: Shown) => (this.shown = { ...this.shown, [theme]: shown })}
              ></console-accent-sample>
              ${this.#renderFacts(theme)}
            </div>`,
        )}
      </div>`;
  }
}

define("console-accent-field", AccentField);
