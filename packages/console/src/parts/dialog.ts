import type { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import { closeIcon } from "@portico/elements/internal/primitives/icons.ts";
import { html, nothing, render } from "lit";
import type { TemplateResult } from "lit";
import { ref } from "lit/directives/ref.js";
import type { FormController } from "../lib/form.ts";
import { commonWords } from "../words/common.ts";
import { formProblem } from "./problem.ts";

type Host = PortalElement;

const firstField = "form :is(input, textarea, select, console-customer-picker)";

// A native dialog brings the focus trap, Escape and the way back; it only has to be opened once it is there.
const open = (element?: Element) => {
  const dialog = element as HTMLDialogElement | undefined;
  if (!dialog) return;
  queueMicrotask(async () => {
    if (!dialog.isConnected || dialog.open) return;
    dialog.showModal();
    const find = (selector: string) =>
      dialog.querySelector<HTMLElement & { updateComplete?: Promise<unknown> }>(selector);
    const first = find("[autofocus]") ?? find(firstField);
    // A picker has nothing to focus before it has rendered.
    await first?.updateComplete;
    first?.focus();
  });
};

/** Closes the dialog that something is in: its `close` takes it away, and the focus goes back to where it was. */
export const closeDialog = (inside: Element): void => inside.closest("dialog")!.close();

const leave = (event: Event) => closeDialog(event.currentTarget as Element);

/** A way out of a form: what was typed is not thrown away unasked. Escape announces itself by `cancel`. */
const leaveForm = (host: Host, form: FormController | undefined) => async (event: Event) => {
  const inside = event.currentTarget as Element;
  const isEscape = event.type === "cancel";
  // A file's picker says `cancel` too, and that one bubbles.
  if (isEscape && event.target !== inside) return;
  if (!form?.isDirty) return isEscape ? undefined : closeDialog(inside);
  event.preventDefault();
  const words = commonWords(host);
  const { discardHeading: heading, discardText: text, discard: action, keepEditing: cancel } = words;
  if (!(await confirmed(host, { heading, text, action, cancel, isDanger: true }))) return;
  form.reset();
  closeDialog(inside);
};

interface DialogOptions {
  heading: string;
  close: () => void;
  isWide?: boolean;
  /** The form in it, if there is one. */
  form?: FormController;
}

/**
 * A dialog while it is rendered. `close` is called when it has closed, however; take it out of the template then.
 * End it with `closeDialog()`, never by no longer rendering it: the focus would be lost.
 */
export const dialog = (
  host: Host,
  { heading, close, isWide = false, form }: DialogOptions,
  content: unknown,
): TemplateResult => html`
  <dialog
    class="dialog ${isWide ? "wide" : ""}"
    aria-label=${heading}
    ${ref(open)}
    @cancel=${leaveForm(host, form)}
    @close=${(event: Event) => event.target === event.currentTarget && close()}
  >
    <div class="top">
      <h2>${heading}</h2>
      <button
        type="button"
        class="btn icon"
        aria-label=${commonWords(host).close}
        @click=${leaveForm(host, form)}
      >
        ${closeIcon}
      </button>
    </div>
    ${content}
  </dialog>
`;

/** A form in a dialog: its fields, what was refused, and the two ways out. `extra` stands at the start of the buttons. */
export const formDialog = (
  host: Host,
  form: FormController,
  options: { heading: string; action: string; close: () => void; extra?: unknown; isWide?: boolean },
  fields: unknown,
): TemplateResult => {
  const words = commonWords(host);
  return dialog(
    host,
    { ...options, form },
    html`<form novalidate @submit=${form.onSubmit} @input=${form.onInput} @change=${form.onInput}>
      ${fields} ${formProblem(host, form.problem)}
      <div class="buttons">
        ${options.extra ?? nothing}
        <span class="space"></span>
        <button type="button" class="btn" @click=${leaveForm(host, form)}>${words.cancel}</button>
        <button type="submit" class="btn primary" aria-disabled=${form.isBusy}>
          ${form.isBusy ? words.saving : options.action}
        </button>
      </div>
    </form>`,
  );
};

/**
 * Asks before something that cannot be taken back, or that people would not expect. Resolves true if it is to be done.
 */
export function confirmed(
  host: Host,
  {
    heading,
    text,
    action,
    cancel = commonWords(host).cancel,
    isDanger = false,
  }: { heading: string; text: unknown; action: string; cancel?: string; isDanger?: boolean },
): Promise<boolean> {
  return new Promise((resolve) => {
    const place = host.renderRoot.appendChild(document.createElement("div"));
    let answer = false;
    const agree = (event: Event) => {
      answer = true;
      leave(event);
    };
    const close = () => {
      place.remove();
      resolve(answer);
    };
    const content = html`<p class="second">${text}</p>
      <div class="buttons">
        <span class="space"></span>
        <button type="button" class="btn" autofocus @click=${leave}>${cancel}</button>
        <button type="button" class="btn ${isDanger ? "danger" : "primary"}" @click=${agree}>
          ${action}
        </button>
      </div>`;
    render(dialog(host, { heading, close }, content), place);
  });
}
