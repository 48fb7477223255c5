import type { PortalClient } from "@portico/client";
import { addResources } from "@portico/client/resources";
import { slots } from "@portico/elements/internal/lib/auth-form.ts";
import { state } from "@portico/elements/internal/lib/decorators.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import { closeIcon } from "@portico/elements/internal/primitives/icons.ts";
import { logo } from "@portico/elements/internal/primitives/logo.ts";
import { avatar } from "@portico/elements/internal/primitives/primitives.ts";
import { controls } from "@portico/elements/internal/styles/controls.ts";
import { page } from "@portico/elements/internal/styles/page.ts";
import { html, nothing, render } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import type { ConsolePage } from "../lib/console-page.ts";
import { router } from "../lib/router.ts";
import { icons } from "../parts/icons.ts";
import { consoleStyles } from "../styles/console.ts";
import { shellStyles } from "./shell.styles.ts";
import { navigationOf } from "./navigation.ts";
import type { Entry } from "./navigation.ts";
import { routeOf, routes } from "./routes.ts";
import { Toasts } from "./toasts.ts";
import { appWords } from "./words.ts";

/** The console around its pages: the side bar, the page that the address names, what was said a moment ago. */
export class ConsoleShell extends PortalElement {
  static override styles = [...PortalElement.styles, page, controls, consoleStyles, shellStyles];

  readonly #toasts = new Toasts(this);
  #unsubscribe?: () => void;
  #shown?: string;
  @state() private failed?: string | undefined;

  override connectedCallback(): void {
    super.connectedCallback();
    this.#unsubscribe = router.subscribe(() => this.requestUpdate());
    document.addEventListener("keydown", this.#onKey);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#unsubscribe?.();
    document.removeEventListener("keydown", this.#onKey);
  }

  /** `/` leads to the page's search, wherever the hand was, unless it was writing. */
  readonly #onKey = (event: KeyboardEvent): void => {
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey) return;
    const [target] = event.composedPath();
    if (target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]")) return;
    const search = this.#page?.renderRoot.querySelector<HTMLInputElement>("[data-search]");
    if (!search || this.#page?.renderRoot.querySelector("dialog[open]")) return;
    event.preventDefault();
    search.focus();
    search.select();
  };

  get #page(): ConsolePage | null {
    return this.renderRoot.querySelector<ConsolePage>("main > *");
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store?.client) addResources(this.store.client);
  }

  protected override updated(_changed: PropertyValues): void {
    const current = this.#page;
    const key = current && this.#elementKey;
    if (!key || key === this.#shown) return;
    const isFirst = this.#shown === undefined;
    this.#shown = key;
    this.renderRoot.querySelector<HTMLDialogElement>("dialog")?.close();
    if (isFirst) return;
    scrollTo(0, 0);
    void current.focusHeading();
  }

  #renderLoading(element: string, load: () => Promise<unknown>): TemplateResult {
    if (this.failed !== element) {
      load().then(
        () => this.requestUpdate(),
        () => (this.failed = element),
      );
      return html``;
    }
    const { localize } = this;
    return html`<div class="card notice" role="alert">
      <p class="strong">${localize.term("errorNETWORK")}</p>
      <button type="button" class="btn" @click=${() => location.reload()}>
        ${localize.term("tryAgain")}
      </button>
    </div>`;
  }

  #renderEntries(entries: Entry[]): TemplateResult {
    const { name } = routeOf(router.path);
    const words = appWords(this);
    return html`<ul>
      ${entries
        .filter(({ page }) => routes[page])
        .map(
          ({ page, path, word, icon, of = [] }) =>
            html`<li>
              <a
                class="entry quiet"
                href=${router.href(path)}
                aria-current=${page === name || of.includes(name) ? "page" : nothing}
                >${icon}<span>${words[word]}</span></a
              >
            </li>`,
        )}
    </ul>`;
  }

  #renderNavigation(): TemplateResult {
    const session = this.store!.session;
    if (session.status !== "signed-in") return html``;
    const words = appWords(this);
    const { work, setUp } = navigationOf(session.user.role);
    return html`
      <a class="brand quiet" href=${router.href("")}>${logo(this.org!)}<span>${this.org!.name}</span></a>
      <nav aria-label=${words.navigation}>
        ${this.#renderEntries(work)}
        ${
          setUp.length
            ? html`<p class="group">${words.setUp}</p>
                ${this.#renderEntries(setUp)}`
            : nothing
        }
      </nav>
      <div class="me">
        <a class="entry quiet" href=${router.href("account")}
          >${avatar(session.user.name)}
          <span><span class="sr">${words.yourAccount}: </span>${session.user.name}</span></a
        >
        <button type="button" class="entry" @click=${() => void this.signOut()}>${words.signOut}</button>
      </div>
    `;
  }

  #element?: ConsolePage;
  #elementKey?: string;

  /** One element for a page and the record it is about; another state of it is the same element. */
  #renderMain(): unknown {
    const { element, load, params } = routeOf(router.path);
    if (!customElements.get(element)) return this.#renderLoading(element, load);
    const key = `${element} ${params[0] ?? ""}`;
    if (key !== this.#elementKey) {
      this.#elementKey = key;
      this.#element = document.createElement(element) as ConsolePage;
      // Inputs of credentials are in the document's own tree, and travel through here.
      render(slots, this.#element);
    }
    return Object.assign(this.#element!, {
      client: this.store!.client as PortalClient,
      params,
      place: location.pathname + location.search,
    });
  }

  readonly #openMenu = (): void =>
    this.renderRoot.querySelector<HTMLDialogElement>("dialog.menu")!.showModal();
  readonly #skip = (event: Event): void => {
    event.preventDefault();
    void this.#page?.focusHeading();
  };

  protected override renderContent(): TemplateResult {
    const words = appWords(this);
    return html`
      <header>
        <a class="skip" href="#main" @click=${this.#skip}>${words.skip}</a>
        <div class="topbar">
          <button type="button" class="btn icon" aria-label=${words.menu} @click=${this.#openMenu}>
            ${icons.menu}
          </button>
          <a class="brand quiet" href=${router.href("")}>${logo(this.org!)}<span>${this.org!.name}</span></a>
        </div>
      </header>
      <aside>${this.#renderNavigation()}</aside>
      <dialog class="menu" aria-label=${words.menu} closedby="any">
        <form method="dialog">
          <button class="btn icon" aria-label=${words.closeMenu}>${closeIcon}</button>
        </form>
        ${this.#renderNavigation()}
      </dialog>
      <main id="main">${this.#renderMain()}</main>
      ${this.#toasts.render()}
    `;
  }
}

define("console-shell", ConsoleShell);
