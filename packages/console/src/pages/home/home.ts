import type { DashboardAnswer } from "@portico/client/dashboard";
import { LoadController } from "@portico/elements/internal/controllers/load.ts";
import { define } from "@portico/elements/internal/lib/define.ts";
import { clocksDiffer, format, zoneCity } from "@portico/elements/internal/lib/time.ts";
import { toPortalError } from "@portico/elements/internal/controllers/portal-store.ts";
import { failure } from "@portico/elements/internal/primitives/failure.ts";
import { skeleton } from "@portico/elements/internal/primitives/primitives.ts";
import { html, nothing } from "lit";
import type { PropertyValues, TemplateResult } from "lit";
import { firstName, partOfDay } from "../../lib/ago.ts";
import { ConsolePage } from "../../lib/console-page.ts";
import { problemText } from "../../parts/problem.ts";
import { setupStepWords } from "../../words/setup.ts";
import { appointmentsToday, overdueTasks } from "./work.ts";
import { activities, failedMails, waitingInvitations } from "./news.ts";
import { homeStyles } from "./home.styles.ts";
import { setupCard } from "./setup-card.ts";
import { homeWords } from "./words.ts";

/** What matters today. */
export type Home = DashboardAnswer<"getHome">;

// Whoever comes back to the tab after that long reads what is new.
const STALE = 60_000;
const MOST = 1000;

/** The first page: today, what is late, who has not come yet, and what customers did. */
export class HomePage extends ConsolePage {
  static override styles = [...ConsolePage.pageStyles, homeStyles];

  readonly #home = new LoadController<Home>(this, (signal) => this.api.getHome({ signal }));
  #loadedAt = 0;

  override get heading(): string {
    return homeWords(this)[partOfDay(this.org!.timeZone)](firstName(this.user.name));
  }

  override connectedCallback(): void {
    super.connectedCallback();
    document.addEventListener("visibilitychange", this.#refresh);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    document.removeEventListener("visibilitychange", this.#refresh);
  }

  readonly #refresh = (): void => {
    if (document.hidden || Date.now() - this.#loadedAt < STALE) return;
    this.#loadedAt = Date.now();
    void this.#home.reload();
  };

  protected override willUpdate(changed: PropertyValues): void {
    super.willUpdate(changed);
    if (this.store?.session.status !== "signed-in") return;
    this.#loadedAt ||= Date.now();
    this.#home.ensure("home");
  }

  /** A number of the answer: none of them is counted any further than a thousand. */
  counted(count: number): string {
    const text = new Intl.NumberFormat(this.localize.lang).format(count);
    return count >= MOST ? `${text}+` : text;
  }

  protected override updated(): void {
    if (this.org) document.title = `${homeWords(this).title} · ${this.org.name}`;
  }

  async #dismiss(isDismissed: boolean): Promise<void> {
    try {
      await this.api.updateOrganization({ setupDismissed: isDismissed });
    } catch (error) {
      return this.toast(problemText(this, toPortalError(error)));
    }
    await this.#home.reload();
    if (isDismissed) this.toast(setupStepWords(this).dismissed, () => this.#dismiss(false));
  }

  #renderHome(home: Home): TemplateResult {
    return html`
      ${setupCard(this, home.setup, () => void this.#dismiss(true))}
      <div class="columns">
        <div>${appointmentsToday(this, home)} ${overdueTasks(this, home)}</div>
        <div>
          ${this.may("ADMIN") ? failedMails(this, home) : nothing} ${waitingInvitations(this, home)}
          ${activities(this, home)}
        </div>
      </div>
    `;
  }

  protected override renderContent(): TemplateResult {
    const words = homeWords(this);
    const { value, error } = this.#home;
    const now = new Date().toISOString();
    const { timeZone } = this.time;
    const isElsewhere = clocksDiffer(now, timeZone, Intl.DateTimeFormat().resolvedOptions().timeZone);
    return this.renderPage(
      {},
      html`
        <p class="day">
          ${format(this.time, now, { weekday: "long", day: "numeric", month: "long" })}${isElsewhere ? ` · ${words.timesIn(zoneCity(timeZone))}` : nothing}
        </p>
        ${error ? failure(this.localize, words.page, error, () => void this.#home.reload()) : nothing}
        ${value ? this.#renderHome(value) : error ? nothing : skeleton(this.localize, 6)}
      `,
    );
  }
}

define("console-home", HomePage);
