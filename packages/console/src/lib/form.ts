import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import type { PortalError } from "@portico/client";
import type { ReactiveController, ReactiveControllerHost } from "lit";

type Control = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

/** What a form sends: its texts by name, each trimmed; what is empty is null. */
export type Values = Record<string, string | null>;

/**
 * A form: checks what the browser can check, sends, and brings the server's refusals to the fields they are about.
 * What was typed stays until it was taken.
 */
export class FormController implements ReactiveController {
  /** Whether it is being sent. */
  isBusy = false;
  /** What is wrong with a field, by its name. */
  errors: Record<string, string> = {};
  /** Why it was refused as a whole. */
  problem?: PortalError;
  /** Whether something was typed since it was shown. */
  isDirty = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly send: (values: Values, form: HTMLFormElement) => Promise<unknown>,
    /** What an empty field that must not be empty is told. */
    private readonly required: () => string,
  ) {
    host.addController(this);
  }

  hostConnected(): void {}

  /** Forgets what was wrong: the form is shown anew. */
  reset(): void {
    this.errors = {};
    this.problem = undefined;
    this.isDirty = false;
    this.host.requestUpdate();
  }

  /** Shows refusals at the fields they are about, and puts the first of them under the hand. */
  fail(form: HTMLFormElement, thrown: unknown): void {
    const error = toPortalError(thrown);
    const controls = controlsOf(form);
    const names = new Set(controls.map(({ name }) => name));
    // `branding.logoUrl` is the field of that name, `allowedOrigins.1` is that of the list.
    const nameOf = (path: string) => path.split(".").find((part) => names.has(part)) ?? path;
    this.errors = Object.fromEntries(
      error.errors.map(({ path, message }) => [nameOf(path), sentence(message)]),
    );
    const isAllShown = error.errors.length > 0 && Object.keys(this.errors).every((name) => names.has(name));
    this.problem = isAllShown ? undefined : error;
    this.#focusFirst(controls);
  }

  readonly onInput = (event: Event): void => {
    this.isDirty = true;
    const { name } = event.target as Control;
    if (!this.errors[name]) return;
    delete this.errors[name];
    this.host.requestUpdate();
  };

  readonly onSubmit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.isBusy) return;
    const form = event.currentTarget as HTMLFormElement;
    const controls = controlsOf(form);
    this.problem = undefined;
    this.errors = Object.fromEntries(
      controls
        .filter((control) => !control.validity.valid)
        .map(({ name, validity, validationMessage }) => [
          name,
          validity.valueMissing ? this.required() : validationMessage,
        ]),
    );
    if (Object.keys(this.errors).length > 0) return this.#focusFirst(controls);
    this.isBusy = true;
    this.host.requestUpdate();
    try {
      await this.send(valuesOf(form), form);
      this.isDirty = false;
    } catch (error) {
      this.fail(form, error);
    } finally {
      this.isBusy = false;
      this.host.requestUpdate();
    }
  };

  #focusFirst(controls: Control[]): void {
    this.host.requestUpdate();
    const first = controls.find(({ name }) => this.errors[name]);
    void this.host.updateComplete.then(() => first?.focus());
  }
}

const controlsOf = (form: HTMLFormElement) =>
  ([...form.elements] as Control[]).filter((control) => control.name && "validity" in control);

function valuesOf(form: HTMLFormElement): Values {
  const entries = [...new FormData(form)] as [string, string][];
  return Object.fromEntries(entries.map(([name, value]) => [name, value.trim() || null]));
}

const sentence = (text: string) => `${text[0]!.toUpperCase()}${text.slice(1)}.`.replace(/\.\.$/, ".");
