import { createPortalClient } from "@portico/client";
import type { PortalClient, RegisterInput } from "@portico/client";
import { createSessionClient } from "@portico/client/core";
import { dashboardOf } from "@portico/client/dashboard";
import { define } from "@portico/elements/internal/lib/define.ts";
import { property } from "@portico/elements/internal/lib/decorators.ts";
import { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import { base } from "@portico/elements/internal/styles/base.ts";
import { buttons } from "@portico/elements/internal/styles/buttons.ts";
import { fieldStyles } from "@portico/elements/internal/styles/field.ts";
import { css, html, render } from "lit";
import type { TemplateResult } from "lit";
import { FormController } from "../lib/form.ts";
import type { Values } from "../lib/form.ts";
import { textField } from "../parts/fields.ts";
import { formProblem } from "../parts/problem.ts";
import { consoleStyles } from "../styles/console.ts";
import { commonWords } from "../words/common.ts";
import { founderWords } from "./founder-words.ts";

const formStyles = css`
  console-founder form {
    display: block;
    max-inline-size: 27rem;
    margin: 1rem auto;
    padding: 2rem;
  }
  console-founder h1 + p {
    margin-block: 0.375rem 1.5rem;
    text-wrap: pretty;
  }
  console-founder .btn.primary {
    inline-size: 100%;
    margin-block-start: 0.25rem;
  }
  console-founder .foot {
    margin-block-start: 1.25rem;
    font-size: 0.875rem;
    color: var(--_ink-2);
  }
  @media (width >= 40rem) {
    console-founder form {
      margin-block-start: 8vb;
    }
  }
`;

// Its fields are in the document's own tree, where password managers look for them; so are their styles, as long.
const documentStyles = [base, buttons, fieldStyles, consoleStyles, formStyles].map((one) => one.styleSheet!);

/** Makes an organization, its owner with it, and signs them in. */
export class Founder extends PortalElement {
  readonly #form = new FormController(
    this,
    (values) => this.#found(values),
    () => commonWords(this).required,
  );

  // Made already, where only signing in failed: trying again makes no second one.
  #slug?: string;

  /** Called with the slug of the organization that is there now. */
  @property({ attribute: false }) founded?: (slug: string) => void;

  override connectedCallback(): void {
    super.connectedCallback();
    document.adoptedStyleSheets = [...document.adoptedStyleSheets, ...documentStyles];
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter(
      (sheet) => !documentStyles.includes(sheet),
    );
  }

  async #found({ email, name, organizationName }: Values): Promise<void> {
    const apiUrl = location.origin;
    // A password is what was typed, spaces and all.
    const password = this.querySelector<HTMLInputElement>("#password")!.value;
    const account = { email: email!, password };
    const slug = (this.#slug ??= await this.#register({
      ...account,
      name: name!,
      organizationName: organizationName!,
    }));
    const client = createSessionClient({ apiUrl, organization: slug, audience: "dashboard" });
    await (client as unknown as PortalClient).login(account);
    const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
    // Where they are is where their appointments are, until they say otherwise.
    await dashboardOf(client)
      .updateOrganization({ timeZone, locale: navigator.language, contactEmail: account.email })
      .catch(() => {});
    this.founded?.(slug);
  }

  async #register(input: RegisterInput): Promise<string> {
    const made = await createPortalClient({ apiUrl: location.origin, shareSession: false }).register(input);
    // Without an organization to join, registering makes one and signs its owner in.
    if (made.status !== "SIGNED_IN") throw new Error("an organization was expected");
    return made.session.organization.slug;
  }

  #renderForm(): TemplateResult {
    const words = founderWords(this);
    const form = this.#form;
    return html`<form class="card" novalidate @submit=${form.onSubmit} @input=${form.onInput}>
      <h1>${words.title}</h1>
      <p class="second">${words.hint}</p>
      ${textField(this, form, {
        name: "organizationName",
        label: words.organizationName,
        required: true,
        maxLength: 200,
        autocomplete: "organization",
      })}
      ${textField(this, form, {
        name: "name",
        label: words.name,
        required: true,
        maxLength: 200,
        autocomplete: "name",
      })}
      ${textField(this, form, {
        name: "email",
        label: words.email,
        type: "email",
        required: true,
        autocomplete: "username",
      })}
      ${textField(this, form, {
        name: "password",
        label: words.password,
        hint: words.passwordHint,
        type: "password",
        required: true,
        minLength: 8,
        maxLength: 128,
        autocomplete: "new-password",
      })}
      ${formProblem(this, form.problem)}
      <button type="submit" class="btn primary" aria-disabled=${form.isBusy}>
        ${form.isBusy ? words.creating : words.create}
      </button>
      <p class="foot">${words.haveOne} <a href="/dashboard/login">${words.signIn}</a></p>
    </form>`;
  }

  protected override updated(): void {
    document.title = founderWords(this).title;
    render(this.#renderForm(), this);
  }

  protected override render(): TemplateResult {
    return html`<slot></slot>`;
  }
}

define("console-founder", Founder);
