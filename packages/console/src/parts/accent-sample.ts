import { css, html, LitElement } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { define } from "@portico/elements/internal/lib/define.ts";
import { property } from "@portico/elements/internal/lib/decorators.ts";
import { buttons } from "@portico/elements/internal/styles/buttons.ts";
import { tokens } from "@portico/elements/internal/styles/tokens.ts";
import { plain } from "@portico/elements/internal/styles/plain.ts";

/** A colour as the elements show it: what it became, and how well it is read. */
export interface Shown {
  fill: string;
  onFill: string;
  ink: string;
  paper: string;
}

const canvas = () => Object.assign(document.createElement("canvas"), { width: 1, height: 1 });

/** What a browser paints for a colour that it has computed, as `#rrggbb`. */
function painted(color: string): string {
  const context = canvas().getContext("2d")!;
  context.fillStyle = color;
  context.fillRect(0, 0, 1, 1);
  const [red, green, blue] = context.getImageData(0, 0, 1, 1).data;
  return `#${[red!, green!, blue!].map((value) => value.toString(16).padStart(2, "0")).join("")}`;
}

/** A button and a link in an accent colour, with the tokens of the portal itself: what is shown is what is measured. */
export class AccentSample extends LitElement {
  static override styles = [
    tokens,
    plain,
    buttons,
    css`
      :host {
        display: flex;
        flex-wrap: wrap;
        align-items: center;
        gap: 0.75rem 1.25rem;
        padding: 1rem 1.125rem;
        background: var(--_raised);
        border: 1px solid var(--_line);
        border-radius: var(--_radius-card);
      }
      .btn {
        transition: none;
        min-block-size: 2.5rem;
        cursor: default;
      }
      .ink {
        font-weight: 600;
        color: var(--_accent-ink);
      }
    `,
  ];

  /** The colours of which theme. */
  @property({ reflect: true }) theme: "light" | "dark" = "light";
  /** The chosen colour. */
  @property({ attribute: false }) color = "";
  /** What stands on the button, and what is the link. */
  @property({ attribute: false }) words: [button: string, link: string] = ["", ""];
  /** Told what the colour became. */
  @property({ attribute: false }) measured?: (shown: Shown) => void;

  protected override updated(changed: PropertyValues): void {
    if (!changed.has("color") && !changed.has("theme")) return;
    this.style.setProperty("--portal-accent", this.color);
    const [button, link] = this.renderRoot.querySelectorAll("span");
    const [filled, linked] = [getComputedStyle(button!), getComputedStyle(link!)];
    this.measured?.({
      fill: painted(filled.backgroundColor),
      onFill: painted(filled.color),
      ink: painted(linked.color),
      paper: painted(getComputedStyle(this).backgroundColor),
    });
  }

  protected override render(): TemplateResult {
    const [button, link] = this.words;
    return html`<span class="btn primary">${button}</span><span class="ink">${link}</span>`;
  }
}

define("console-accent-sample", AccentSample);
