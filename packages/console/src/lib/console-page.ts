import type { DashboardApi } from "@portico/client/dashboard";
import type { User } from "@portico/client";
import { PortalElement } from "@portico/elements/internal/lib/portal-element.ts";
import { property } from "@portico/elements/internal/lib/decorators.ts";
import type { TimeContext } from "@portico/elements/internal/lib/time.ts";
import { controls } from "@portico/elements/internal/styles/controls.ts";
import { fieldStyles } from "@portico/elements/internal/styles/field.ts";
import { page } from "@portico/elements/internal/styles/page.ts";
import { skeletonStyles } from "@portico/elements/internal/styles/skeleton.ts";
import { html, nothing } from "lit";
import type { CSSResult, PropertyValues, TemplateResult } from "lit";
import { consoleStyles } from "../styles/console.ts";
import { dialogStyles } from "../styles/dialog.ts";
import { tableStyles } from "../styles/table.ts";
import { apiOf } from "./api.ts";
import { ToastEvent } from "./toast.ts";

const rank = { CUSTOMER: 0, EMPLOYEE: 1, ADMIN: 2, OWNER: 3 };

/** A part of the console: the API, whoever is signed in, the organization's time. It is only shown while an employee is signed in. */
export abstract class ConsolePart extends PortalElement {
  /** Styles that every page and part starts from. */
  static readonly pageStyles: CSSResult[] = [
    ...PortalElement.styles,
    page,
    controls,
    fieldStyles,
    skeletonStyles,
    consoleStyles,
    dialogStyles,
    tableStyles,
  ];
  static override styles: CSSResult[] = ConsolePart.pageStyles;

  /** The organization's side of the API. */
  get api(): DashboardApi {
    return apiOf(this);
  }

  /** Whoever is signed in. */
  get user(): User {
    const session = this.store!.session;
    if (session.status !== "signed-in") throw new Error("pages are shown to those who are signed in");
    return session.user;
  }

  /** Whether whoever is signed in has at least a role. */
  may(role: "EMPLOYEE" | "ADMIN" | "OWNER"): boolean {
    return rank[this.user.role] >= rank[role];
  }

  /** The organization's zone, in the formats of this browser. */
  get time(): TimeContext {
    return { locale: this.localize.lang, timeZone: this.org!.timeZone };
  }

  /** Says for a few seconds what has happened, with a way back where there is one. */
  toast(text: string, undo?: () => unknown): void {
    this.dispatchEvent(new ToastEvent(text, undo));
  }
}

/** A page of the console: a heading, what can be done, content. */
export abstract class ConsolePage extends ConsolePart {
  /** What the address names after the page: an id, a tab. */
  @property({ attribute: false }) params: string[] = [];
  /** Changes with every change of the address, so that the page looks at it again. */
  @property({ attribute: false }) place = "";

  /** The page in a few words: its heading, and the title of the tab. */
  abstract get heading(): string;

  protected override updated(_changed: PropertyValues): void {
    if (this.org) document.title = `${this.heading} · ${this.org.name}`;
  }

  override async focusHeading(): Promise<void> {
    await this.updateComplete;
    this.renderRoot.querySelector<HTMLElement>("h1")?.focus({ preventScroll: true });
  }

  /** The page: its heading with `beside` after it, what can be done, and the rest. */
  protected renderPage(
    { beside = nothing, actions = nothing }: { beside?: unknown; actions?: unknown },
    content: unknown,
  ): TemplateResult {
    return html`
      <div class="page">
        <div class="head">
          <h1 tabindex="-1">${this.heading}</h1>
          ${beside}
          <div class="actions">${actions}</div>
        </div>
        ${content}
      </div>
    `;
  }
}
