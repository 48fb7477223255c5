import type { Customer, UpdateMeInput } from "@portico/client";
import { html, nothing } from "lit";
import type { TemplateResult } from "lit";
import { state } from "../../lib/decorators.ts";
import { toPortalError } from "../../controllers/portal-store.ts";
import { PortalErrorEvent } from "../../events/session.ts";
import { PortalProfileUpdatedEvent } from "../../events/profile.ts";
import { slots } from "../../lib/auth-form.ts";
import { PortalPage } from "../../lib/portal-page.ts";
import { zoneCity } from "../../lib/time.ts";
import { loadView } from "../../lib/views.ts";
import { checkIcon } from "../../primitives/icons.ts";
import { errorText } from "../../primitives/failure.ts";
import { fieldStyles } from "../../styles/field.ts";
import { profileStyles } from "./portal-profile.styles.ts";
import { addStrings } from "../../controllers/localize.ts";
import strings from "../../localization/en-profile.ts";

addStrings(strings);

type FieldName = keyof UpdateMeInput;

const names: readonly FieldName[] = ["name", "phone", "address", "timeZone", "locale"];
// The languages in which dates and times are most often wanted; whatever the customer has joins them.
const locales = [
  "en-GB",
  "en-US",
  "de-DE",
  "de-AT",
  "de-CH",
  "fr-FR",
  "es-ES",
  "it-IT",
  "nl-NL",
  "pl-PL",
  "tr-TR",
];

/**
 * @summary The customer's own record: name, phone, address, time zone and language; how they sign in, and where.
 *
 * @event {PortalProfileUpdatedEvent} portal-profile-updated - A person saved their profile; carries `customer`.
 * @event {PortalSessionEndedEvent} portal-session-ended - A person ended sessions of theirs; `id` is null where it was every other one.
 *
 * @csspart field - A field: its label, its input and what is said of it.
 * @csspart label - A field's label.
 * @csspart input - A field's input.
 *
 * @cssproperty [--portal-profile-min-height=40rem] - Component: height that is reserved before anything has loaded, a length.
 * @cssproperty [--portal-account-min-height=24rem] - Component: height that is reserved for how the customer signs in, a length.
 */
export class PortalProfile extends PortalPage {
  static override styles = [...PortalPage.pageStyles, fieldStyles, profileStyles];

  get #form(): HTMLFormElement {
    return this.renderRoot.querySelector("form")!;
  }

  @state() private errors: Partial<Record<FieldName, string>> = {};
  @state() private problem = "";
  @state() private busy = false;
  @state() private saved = false;

  protected override get what(): string {
    return this.localize.term("profile");
  }

  #values(): UpdateMeInput {
    const data = new FormData(this.#form);
    const value = (name: FieldName) => String(data.get(name) ?? "").trim();
    const input: UpdateMeInput = { name: value("name") };
    for (const name of names.slice(1)) input[name as "phone"] = value(name) || null;
    return input;
  }

  readonly #submit = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    if (this.busy) return;
    this.saved = false;
    this.problem = "";
    this.errors = {};
    const input = this.#values();
    if (!input.name) return this.#mark({ name: this.localize.term("required") });
    this.busy = true;
    try {
      const { customer } = await this.store!.client!.updateMe(input);
      this.store!.cache.delete("dashboard");
      this.saved = true;
      this.announce(this.localize.term("saved"));
      this.dispatchEvent(new PortalProfileUpdatedEvent(customer));
    } catch (thrown) {
      this.#refused(thrown);
    } finally {
      this.busy = false;
    }
  };

  #refused(thrown: unknown): void {
    const error = toPortalError(thrown);
    const fields = error.errors.map(({ path }) => path as FieldName).filter((path) => names.includes(path));
    if (fields.length)
      this.#mark(Object.fromEntries(fields.map((name) => [name, this.localize.term("invalidField")])));
    else this.problem = errorText(this.localize, error);
    this.dispatchEvent(new PortalErrorEvent(error));
  }

  #mark(errors: Partial<Record<FieldName, string>>): void {
    this.errors = errors;
    this.problem = this.localize.term("fixFields");
    void this.updateComplete.then(() =>
      this.#form.querySelector<HTMLElement>("[aria-invalid=true]")?.focus(),
    );
  }

  #changed(name: FieldName): void {
    this.saved = false;
    if (this.errors[name]) this.errors = { ...this.errors, [name]: undefined };
  }

  #field(name: FieldName, label: string, control: (described: unknown, invalid: boolean) => TemplateResult) {
    const error = this.errors[name];
    const optional = name === "phone" || name === "address";
    return html`
      <div part="field" class="field" @input=${() => this.#changed(name)}>
        <label part="label" for=${name}>
          ${label}${optional ? html`<span class="optional"> · ${this.localize.term("optional")}</span>` : nothing}
        </label>
        ${control(error ? `${name}-error` : nothing, Boolean(error))}
        ${error ? html`<p class="error" id="${name}-error">${error}</p>` : nothing}
      </div>
    `;
  }

  #input(name: "name" | "phone", label: string, value: string | null, type: string, autocomplete: string) {
    return this.#field(
      name,
      label,
      (described, invalid) =>
        html`<input
          part="input"
          id=${name}
          name=${name}
          type=${type}
          autocomplete=${autocomplete as "name"}
          ?required=${name === "name"}
          maxlength="200"
          .defaultValue=${value ?? ""}
          aria-invalid=${invalid}
          aria-describedby=${described}
        />`,
    );
  }

  #select(
    name: "timeZone" | "locale",
    label: string,
    none: string,
    options: [string, string][],
    current: string | null,
  ) {
    return this.#field(
      name,
      label,
      (described, invalid) =>
        html`<select
          part="input"
          id=${name}
          name=${name}
          aria-invalid=${invalid}
          aria-describedby=${described}
        >
          <option value="" ?selected=${!current}>${none}</option>
          ${options.map(([value, text]) => html`<option value=${value} ?selected=${value === current}>${text}</option>`)}
        </select>`,
    );
  }

  #zones(current: string | null): [string, string][] {
    const zones = new Set([...(current ? [current] : []), ...Intl.supportedValuesOf("timeZone")]);
    return [...zones].sort().map((zone) => [zone, zone.replaceAll("_", " ").replaceAll("/", " / ")]);
  }

  #languages(current: string | null): [string, string][] {
    const say = new Intl.DisplayNames([this.localize.lang], { type: "language" });
    const tags = new Set([...(current ? [current] : []), ...locales]);
    return [...tags]
      .map((tag): [string, string] => [tag, say.of(tag) ?? tag])
      .sort((a, b) => a[1].localeCompare(b[1]));
  }

  #renderForm(customer: Customer): TemplateResult {
    const { localize } = this;
    const org = this.org!;
    const language =
      new Intl.DisplayNames([localize.lang], { type: "language" }).of(org.locale) ?? org.locale;
    return html`
      <form class="card" novalidate @submit=${this.#submit}>
        ${this.#input("name", localize.term("name"), customer.name, "text", "name")}
        ${this.#input("phone", localize.term("phone"), customer.phone, "tel", "tel")}
        ${this.#field(
          "address",
          localize.term("address"),
          (described, invalid) =>
            html`<textarea
              part="input"
              id="address"
              dir="auto"
              name="address"
              rows="3"
              maxlength="500"
              autocomplete="street-address"
              .defaultValue=${customer.address ?? ""}
              aria-invalid=${invalid}
              aria-describedby=${described}
            ></textarea>`,
        )}
        <div class="pair">
          ${this.#select(
            "timeZone",
            localize.term("timeZone"),
            localize.term("zoneOfOrganization", zoneCity(org.timeZone)),
            this.#zones(customer.timeZone),
            customer.timeZone,
          )}
          ${this.#select(
            "locale",
            localize.term("language"),
            localize.term("languageOfOrganization", language),
            this.#languages(customer.locale),
            customer.locale,
          )}
        </div>
        <div role="alert">
          ${this.problem ? html`<p part="error" class="problem">${this.problem}</p>` : nothing}
        </div>
        <div class="save">
          <button type="submit" part="button primary" class="btn primary" aria-disabled=${this.busy}>
            ${localize.term("save")}
          </button>
          ${this.saved ? html`<span class="saved" aria-hidden="true">${checkIcon} ${localize.term("saved")}</span>` : nothing}
        </div>
      </form>
    `;
  }

  protected override renderContent(): TemplateResult {
    void loadView("account");
    return this.renderPage(
      html`<p class="second wide">${this.localize.term("profileHint", this.org!.name)}</p>`,
      html`${this.#renderForm(this.signedInCustomer!)}
        <portal-account .client=${this.store!.client}>${slots}</portal-account>`,
    );
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portal-profile": PortalProfile;
  }
}
