import { closeIcon } from "@portico/elements/internal/primitives/icons.ts";
import type { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import { html } from "lit";
import type { ReactiveController, TemplateResult } from "lit";
import { repeat } from "lit/directives/repeat.js";
import type { ToastEvent } from "../lib/toast.ts";
import { appWords } from "./words.ts";

interface Toast {
  id: number;
  text: string;
  undo?: (() => unknown) | undefined;
}

// With a way back there is something to decide.
const SHORT = 5_000;
const LONG = 10_000;

/** What was said a moment ago. It goes by itself, but not while somebody points at it or has the focus in it. */
export class Toasts implements ReactiveController {
  #toasts: Toast[] = [];
  #next = 0;
  readonly #timers = new Map<number, number>();

  constructor(private readonly host: PortalElement) {
    host.addController(this);
    host.addEventListener("console-toast", this.#show);
  }

  hostConnected(): void {}

  readonly #show = ({ text, undo }: ToastEvent): void => {
    const toast = { id: this.#next++, text, undo };
    this.#toasts = [...this.#toasts.slice(-2), toast];
    this.#wait(toast);
    this.host.requestUpdate();
  };

  #wait({ id, undo }: Toast): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.set(
      id,
      setTimeout(() => this.#remove(id), undo ? LONG : SHORT),
    );
  }

  #remove(id: number): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.#toasts = this.#toasts.filter((toast) => toast.id !== id);
    this.host.requestUpdate();
  }

  /** The place where they appear; always there, so that it is read out. */
  render(): TemplateResult {
    const words = appWords(this.host);
    const stay = (id: number) => () => clearTimeout(this.#timers.get(id));
    return html`<div class="toasts" role="status" aria-label=${words.messages}>
      ${repeat(
        this.#toasts,
        ({ id }) => id,
        (toast) =>
          html`<div
            class="toast"
            @pointerenter=${stay(toast.id)}
            @focusin=${stay(toast.id)}
            @pointerleave=${() => this.#wait(toast)}
            @focusout=${() => this.#wait(toast)}
          >
            <span>${toast.text}</span>
            ${
              toast.undo &&
              html`<button
                type="button"
                class="link"
                @click=${() => {
                  this.#remove(toast.id);
                  void toast.undo!();
                }}
              >
                ${words.undo}
              </button>`
            }
            <button
              type="button"
              class="btn icon"
              aria-label=${words.dismiss}
              @click=${() => this.#remove(toast.id)}
            >
              ${closeIcon}
            </button>
          </div>`,
      )}
    </div>`;
  }
}
