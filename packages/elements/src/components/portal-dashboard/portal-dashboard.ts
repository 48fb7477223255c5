import type { Dashboard } from "@portico/client";
import { PortalError } from "@portico/client/core";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { property } from "../../lib/decorators.ts";
import { currentLink } from "../../lib/link.ts";
import { PortalBeforeNavigateEvent, PortalNavigateEvent } from "../../events/navigation.ts";
import { PortalElement } from "../../lib/portal-element.ts";
import { authForm, slots } from "../../lib/auth-form.ts";
import { isAuthView } from "../../lib/route.ts";
import type { AuthView, PortalView, Route } from "../../lib/route.ts";
import { loadView } from "../../lib/views.ts";
import { failure } from "../../primitives/failure.ts";
import { logo } from "../../primitives/logo.ts";
import { createRouter } from "../../routing.ts";
import type { Router, RoutingMode } from "../../routing.ts";
import { navigation } from "./navigation.ts";
import { dashboardStyles } from "./portal-dashboard.styles.ts";
import { controls } from "../../styles/controls.ts";
import { page } from "../../styles/page.ts";
import { addStrings } from "../../controllers/localize.ts";
import strings from "../../localization/en-portal.ts";

addStrings(strings);

/** Parts of the pages and forms that a page reaches through the dashboard. */
const exportedParts =
  "heading,button,primary,hero,date,list,task,note,body,day,appointment,segmented,pill,dialog,field,label,input,empty,error";

/**
 * @summary The whole portal: sign-in, then the overview with the pages for appointments, tasks, notes and profile.
 *
 * @slot header - Above everything; the organization's own words or logo.
 * @slot footer - Below everything.
 *
 * @event {PortalBeforeNavigateEvent} portal-before-navigate - A person asked for another page; `preventDefault()` keeps them where they are. Carries `route`.
 * @event {PortalNavigateEvent} portal-navigate - Another page is shown; carries `route`.
 * @event {PortalTaskCompletedEvent} portal-task-completed - A person completed a task; carries `task`.
 * @event {PortalTaskReopenedEvent} portal-task-reopened - A person reopened a task; carries `task`.
 * @event {PortalProfileUpdatedEvent} portal-profile-updated - A person saved their profile; carries `customer`.
 * @event {PortalSessionEndedEvent} portal-session-ended - A person ended sessions of theirs; `id` is null where it was every other one.
 *
 * @csspart nav - The navigation.
 * @csspart tab - A page in the navigation.
 * @csspart avatar - The person's initials.
 * @csspart menu - The menu behind them.
 * @csspart item - An entry of that menu.
 * @csspart view - The page.
 * @csspart logo - The organization's logo, or its initial.
 * @csspart heading - The heading of a page or a form.
 * @csspart primary - The one button that matters most.
 * @csspart hero - The next appointment, on the overview.
 * @csspart date - Its date tile.
 * @csspart list - The tasks or the notes.
 * @csspart task - A task.
 * @csspart note - A note in a list.
 * @csspart body - The text of the opened note.
 * @csspart day - A day: its name and its appointments.
 * @csspart appointment - An appointment.
 * @csspart segmented - A choice between two lists.
 * @csspart pill - How an appointment stands, or when a task is due.
 * @csspart dialog - The details of one appointment.
 * @csspart field - A field of the profile: its label, its input and what is said of it.
 * @csspart label - A field's label.
 * @csspart input - A field's input.
 * @csspart empty - What is said where there is nothing.
 *
 * @cssproperty [--portal-warning] - Palette: what is due soon or waits for an answer; corrected to be readable.
 * @cssproperty [--portal-warning-soft] - Meaning: ground of what is due soon or waits for an answer; by default made from the warning.
 * @cssproperty [--portal-tab-mark=2px] - Component: thickness of the line under the current page's name, a length.
 * @cssproperty [--portal-min-height=44rem] - Component: height that is reserved before anything has loaded, a length.
 */
export class PortalDashboard extends PortalElement {
  static override styles = [...PortalElement.styles, controls, page, dashboardStyles];

  #router?: Router;
  #shown?: string;
  #missing?: PortalError;
  #authView: AuthView = "login";

  /** Where the place is kept: `none` never touches the page's history, `hash` keeps it after `#`, `path` in the path. */
  @property() routing: RoutingMode = "none";
  /**
   * On the hosted pages: the organization's name is the page's heading.
   *
   * @internal
   */
  @property({ attribute: false }) hosted = false;

  #closeMenu(): void {
    this.renderRoot.querySelector<HTMLElement>("#menu")!.hidePopover();
    this.renderRoot.querySelector<HTMLElement>(".me")!.focus();
  }

  /** Where the person is: `view`, and the `id` of what is opened there. */
  get route(): Route {
    return this.#router?.route ?? { view: "overview" };
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.#router?.dispose();
    this.#router = undefined;
  }

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (changed.has("routing") || !this.#router) {
      this.#router?.dispose();
      this.#router = createRouter(this.routing, () => this.#moved());
    }
  }

  protected override updated(): void {
    const signedIn = this.store?.session.status === "signed-in";
    // Signed in, the address of the sign-in page leads nowhere any more.
    if (signedIn && !currentLink()?.view && this.#visibleRoute().view !== this.route.view)
      this.#router!.go({ view: "overview" }, true);
    const shown = signedIn ? this.route.view : undefined;
    this.renderRoot.querySelector(".inner")?.setAttribute("exportparts", exportedParts);
    // Arriving by a click or the back button reads the heading; the first page does not take the focus.
    if (shown && this.#shown && shown !== this.#shown) void this.focusHeading();
    this.#shown = shown;
    this.#title();
  }

  #title(): void {
    if (this.routing !== "path" || !this.org) return;
    const { view } = this.#visibleRoute();
    const words = { login: "signIn", register: "createAccount", reset: "newPassword" } as const;
    const name = this.localize.term(isAuthView(view) ? words[view] : view);
    document.title = `${name} · ${this.org.name}`;
  }

  #visibleRoute(): Route {
    const { route } = this;
    if (this.store?.session.status === "signed-in")
      return isAuthView(route.view) ? { view: "overview" } : route;
    return { view: this.#visibleForm() };
  }

  #visibleForm(): AuthView {
    const { view } = this.route;
    return this.routing === "none" ? this.#authView : isAuthView(view) ? view : "login";
  }

  #moved(): void {
    this.#missing = undefined;
    this.requestUpdate();
  }

  readonly #navigate = (route: Route, up = false): void => this.#goTo(route, up);

  readonly #signOut = async (): Promise<void> => {
    this.#closeMenu();
    this.#authView = "login";
    // Until the server has answered, somebody may have gone on to another form.
    if ((await this.signOut()) && !isAuthView(this.route.view)) this.#router!.go({ view: "overview" }, true);
  };

  readonly #auth = (view: AuthView): void => {
    this.#authView = view;
    if (this.routing === "none") this.requestUpdate();
    else this.#router!.go({ view });
  };

  #renderNav(view: PortalView): TemplateResult {
    const router = this.#router!;
    return navigation({
      localize: this.localize,
      view,
      name: this.signedInCustomer!.name,
      openTasks: (this.store!.cache.get("dashboard") as Dashboard | undefined)?.counts.openTasks,
      href: (route) => router.href(route),
      go: this.#navigate,
      closeMenu: () => this.#closeMenu(),
      signOut: () => void this.#signOut(),
    });
  }

  #renderHeader(brand: unknown): TemplateResult {
    return html`
      ${this.hosted ? brand : nothing}
      <slot name="header"></slot>
    `;
  }

  // Its code may not arrive: no network, or another version is deployed by now.
  #load(view: PortalView): void {
    loadView(view).catch((cause: unknown) => {
      this.#missing = new PortalError({ code: "NETWORK", cause });
      this.requestUpdate();
    });
  }

  #renderView({ view, id }: Route): TemplateResult {
    if (this.#missing) {
      // Browsers remember that a module could not be had: only a new page asks again.
      return failure(this.localize, this.localize.term(view as "tasks"), this.#missing, () =>
        location.reload(),
      );
    }
    this.#load(view);
    const client = this.store!.client;
    const go = this.#navigate;
    switch (view) {
      case "appointments":
        return html`<portal-appointments
          class="inner"
          .client=${client}
          .navigate=${go}
          .openId=${id}
        ></portal-appointments>`;
      case "tasks":
        return html`<portal-tasks class="inner" .client=${client} .navigate=${go}></portal-tasks>`;
      case "notes":
        return html`<portal-notes
          class="inner"
          .client=${client}
          .navigate=${go}
          .openId=${id}
        ></portal-notes>`;
      case "profile":
        return html`<portal-profile class="inner" .client=${client} .navigate=${go}
          >${slots}</portal-profile
        >`;
      default:
        return html`<portal-overview class="inner" .client=${client} .navigate=${go}></portal-overview>`;
    }
  }

  protected override renderContent(): TemplateResult {
    if (currentLink()?.view) return this.renderSignedOut();
    const route = this.#visibleRoute();
    const org = this.org!;
    return html`
      ${this.#renderHeader(html`<h1 class="brand">${logo(org)} ${org.name}</h1>`)}
      ${this.#renderNav(route.view)}
      <div part="view" class="view">${this.#renderView(route)}</div>
      <slot name="footer"></slot>
    `;
  }

  protected override renderSignedOut(): TemplateResult {
    return html`
      ${this.#renderHeader(html`<h1 class="sr">${this.org!.name}</h1>`)}
      <div part="view" class="view auth ${this.hosted ? "hosted" : ""}">
        ${authForm(this, currentLink()?.view ?? this.#visibleForm(), this.#auth)}
      </div>
      <slot name="footer"></slot>
    `;
  }

  /** Goes to a page, as if the person had asked for it: a listener may prevent it. */
  navigateTo(route: Route): void {
    this.#goTo(route, false);
  }

  #goTo(route: Route, up: boolean): void {
    if (!this.dispatchEvent(new PortalBeforeNavigateEvent(route))) return;
    this.#router?.[up ? "up" : "go"](route);
    this.dispatchEvent(new PortalNavigateEvent(route));
  }
}

declare global {
  interface HTMLElementTagNameMap {
    "portal-dashboard": PortalDashboard;
  }
}
